import { describe, expect, it } from '@jest/globals';
import { addressIn, bodyOf, type Form, hasWords, isSameJob, takenOver, typing, untouched } from './adding.policy.js';

const SAID = { id: 'r1', companyName: 'Acme', title: 'Cook', location: null, requirements: '- Knives' };
const form = (...each: Partial<Form['typed']>[]) => each.reduce<Form>(typing, untouched(''));

describe('what a page says', () => {
  it('fills what is blank, and is marked', () => {
    const { typed, fromPage, taken } = takenOver(untouched('https://acme.example/'), SAID);
    expect(typed).toMatchObject({ companyName: 'Acme', title: 'Cook', location: '', requirements: '- Knives' });
    expect([fromPage, taken]).toEqual([['companyName', 'title', 'requirements'], 'r1']);
  });

  it('never takes the place of what was typed, or emptied, meanwhile', () => {
    const typed = form({ companyName: 'Acme GmbH' }, { title: 'x' }, { title: '' });
    const filled = takenOver(typed, SAID);
    expect(filled.typed).toMatchObject({ companyName: 'Acme GmbH', title: '' });
    expect(filled.fromPage).toEqual(['requirements']);
  });

  it('is no longer its word once somebody typed there', () => {
    const mine = typing(takenOver(untouched(''), SAID), { title: 'Head cook' });
    expect(mine.fromPage).toEqual(['companyName', 'requirements']);
    const other = takenOver(mine, { ...SAID, id: 'r2', companyName: 'Beta', title: 'Chef', requirements: null });
    expect(other.typed).toMatchObject({ companyName: 'Beta', title: 'Head cook', requirements: '' });
  });

  it('alone is nothing that somebody would miss', () => {
    expect(hasWords(takenOver(untouched('https://acme.example/'), SAID))).toBe(false);
    expect(hasWords(form({ contactName: 'Dana' }))).toBe(true);
    expect(hasWords(typing(takenOver(untouched(''), SAID), { title: 'Cook!' }))).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    ['https://jobs.lever.co/acme/1', 'https://jobs.lever.co/acme/1'],
    ['  jobs.lever.co/acme/1 ', 'https://jobs.lever.co/acme/1'],
    ['http://acme.example:8080/', 'http://acme.example:8080/'],
    ['acme', null],
    ['Cook at Acme Inc. in Berlin', null],
    ['ftp://acme.example/', null],
    ['https://acme.example/a b', null],
    ['', null],
  ])('%j is %j', (text, address) => expect(addressIn(text)).toBe(address));
});

describe('what is asked of the API', () => {
  it('is what was typed, and nothing that was not', () => {
    expect(bodyOf(form({ companyName: 'Acme', title: 'Cook' }), 'Europe/Kyiv')).toEqual({
      companyName: 'Acme',
      title: 'Cook',
      stage: 'applied',
    });
  });

  it('has its moment on the account’s clock, and none of what is only kept', () => {
    const typed = { companyName: 'Acme', title: 'Cook', url: 'acme.example/7', appliedAt: '2026-11-03T10:00' };
    const whole = form(typed, { contactName: 'Dana', contactEmail: 'dana@acme.example', location: 'Berlin' });
    expect(bodyOf(whole, 'Europe/Kyiv')).toEqual({
      companyName: 'Acme',
      title: 'Cook',
      url: 'https://acme.example/7',
      location: 'Berlin',
      stage: 'applied',
      appliedAt: '2026-11-03T08:00:00.000Z',
      contact: { name: 'Dana', email: 'dana@acme.example' },
    });
    expect(bodyOf(typing(whole, { stage: 'saved' }), 'Europe/Kyiv')).not.toHaveProperty('appliedAt');
  });
});

it('the same job is one, however it is written', () => {
  const cook = { companyName: 'Acme Inc', title: 'Head Cook' };
  expect(isSameJob(cook, { companyName: 'ACME  inc', title: 'head cook ' })).toBe(true);
  expect(isSameJob(cook, { companyName: 'Acme Inc', title: 'Cook' })).toBe(false);
});
