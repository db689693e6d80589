import { describe, expect, it } from '@jest/globals';
import { askedOf, canBeForetold, NEW, pointersOf, untouched } from './no.policy.js';

const zone = 'Europe/Kyiv';

describe('what is asked of the API', () => {
  it('is nothing while nobody knows which application it is', () => {
    expect(askedOf({ ...untouched(''), words: 'We went with somebody else.' }, zone)).toBeNull();
  });

  it('leaves to the API what nobody said', () => {
    expect(askedOf(untouched('one'), zone)).toEqual({ of: 'known', id: 'one', body: {} });
  });

  it('says of one that is here when, at which stage, in which words and why', () => {
    const typed = { ...untouched('one'), receivedAt: '2026-12-01T10:14', stage: 'interview', words: 'No.' } as const;
    expect(askedOf({ ...typed, category: 'hard_skills' }, zone)).toEqual({
      of: 'known',
      id: 'one',
      body: {
        receivedAt: '2026-12-01T08:14:00.000Z',
        stage: 'interview',
        reason: { category: 'hard_skills', words: 'No.' },
      },
    });
  });

  it('leaves to the API, too, a year that is typed half', () => {
    for (const application of ['one', NEW]) {
      const asked = askedOf({ ...untouched(application), receivedAt: '0002-12-01T10:14' }, zone);
      const at = { receivedAt: '0002-12-01T10:14' };
      expect(asked?.body).toMatchObject(application === NEW ? { rejection: at } : at);
    }
  });

  it('records one that is not here yet, with who it was where that is known', () => {
    const typed = { ...untouched(NEW), companyName: 'Contoso', title: 'Data Engineer', stage: 'screening' } as const;
    const body = { companyName: 'Contoso', title: 'Data Engineer', stage: 'screening', rejection: {} };
    expect(askedOf(typed, zone)).toEqual({ of: 'new', body });
    const named = { ...typed, contactName: 'Mirko Hale', contactEmail: 'mirko@contoso.example', words: 'No.' };
    expect(askedOf(named, zone)).toEqual({
      of: 'new',
      body: {
        ...body,
        contact: { name: 'Mirko Hale', email: 'mirko@contoso.example' },
        rejection: { reason: { words: 'No.' } },
      },
    });
    expect(askedOf({ ...typed, contactEmail: 'mirko@contoso.example' }, zone)).toMatchObject({
      body: { contact: { name: '', email: 'mirko@contoso.example' } },
    });
  });

  it('is asked beforehand once it names a job', () => {
    const of = (companyName: string, title: string) =>
      canBeForetold(askedOf({ ...untouched(NEW), companyName, title }, zone));
    expect([of('', ''), of('Contoso', ' '), of('Contoso', 'Data Engineer')]).toEqual([false, false, true]);
    expect(canBeForetold(askedOf(untouched('one'), zone))).toBe(true);
    expect(canBeForetold(null)).toBe(false);
  });
});

it('a refusal belongs to the field that it is about, wherever the body has it', () => {
  expect(pointersOf('one').words).toBe('/reason/words');
  expect(pointersOf(NEW).words).toBe('/rejection/reason/words');
  expect(pointersOf('one').companyName).toBeUndefined();
});
