import { expect, it } from '@jest/globals';
import { whomOf } from './whom.policy.js';

const now = { name: 'Mirko Hale', timezone: 'Europe/Prague' };
const dana = { id: 'dana', name: 'Dana Ito', timezone: 'America/Los_Angeles', country: null, warmth: 'cold' } as const;

it('a letter is to whom it was written, also after the application is with somebody else', () => {
  expect(whomOf({ contactId: 'dana', contact: dana }, now)).toEqual({
    name: 'Dana Ito',
    timezone: 'America/Los_Angeles',
  });
});

it('a letter to somebody who is not here any more names nobody else', () => {
  expect(whomOf({ contactId: 'dana', contact: null }, now)).toEqual({ name: null, timezone: null });
});

it('what is to nobody yet is about whom the application is with', () => {
  expect(whomOf({ contactId: null, contact: null }, now)).toEqual(now);
  expect(whomOf({ contact: null }, now)).toEqual(now);
});
