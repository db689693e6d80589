import { describe, expect, it } from '@jest/globals';
import { readerOf } from '../time/reader.policy.js';
import { type InDay, isFolded, isNobodyWaiting, loudest, openingOf } from './today.policy.js';
import { daysOpening } from './today.words.js';

const letter: InDay = {
  kind: 'feedback_request',
  audience: 'contact',
  state: 'draft',
  dueAt: '2026-12-03T09:14:00Z',
  contact: { name: 'Dana Ito', timezone: 'Europe/Berlin' },
};
const reminder: InDay = { ...letter, kind: 'check_in', audience: 'candidate', state: 'waiting' };
const talk = { scheduledAt: '2026-12-01T12:00:00Z', application: { companyName: 'Contoso' } };
const nobody = { questions: [], drafts: [], interviews: [], reminders: [], goesBySelf: [], next: null };
const yours = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T06:12:00Z') };

describe('the day opens with what nobody else can answer', () => {
  it.each([
    ['Nothing needs you today.', {}],
    ['One letter waits for your yes.', { drafts: [letter], reminders: [reminder] }],
    ['Two letters wait for your yes.', { drafts: [letter, letter] }],
    [
      'A letter may have gone; only you can find out.',
      { questions: [{ ...letter, state: 'unconfirmed' as const }], drafts: [letter] },
    ],
    ['A letter did not arrive.', { questions: [{ ...letter, state: 'bounced' as const }] }],
    ['A letter does not know whom it is from.', { questions: [{ ...letter, state: 'held' as const }] }],
    ['You talk with Contoso today at 14:00.', { interviews: [talk], reminders: [reminder] }],
    [
      'You talk with Contoso today at 14:00. Two letters wait for your yes.',
      { drafts: [letter, letter], interviews: [talk] },
    ],
    ['You talk with Contoso tomorrow at 14:00.', { interviews: [{ ...talk, scheduledAt: '2026-12-02T12:00:00Z' }] }],
    ['Three things are worth a moment.', { reminders: [reminder, reminder, reminder] }],
    ['12 things are worth a moment.', { reminders: Array.from({ length: 12 }, () => reminder) }],
  ])('%s', (sentence, day) => expect(daysOpening(openingOf({ ...nobody, ...day }), yours)).toBe(sentence));

  it('and with what goes without a word', () => {
    const goes = openingOf({ ...nobody, drafts: [letter], goesBySelf: [{ ...letter, state: 'waiting' }] });
    expect(daysOpening(goes, yours)).toBe(
      'One letter waits for your yes. The next one goes to Dana Ito by itself on Thursday, in their morning.',
    );
    const next = openingOf({ ...nobody, next: { ...reminder, dueAt: '2027-03-01T08:00:00Z' } });
    expect(daysOpening(next, yours)).toBe('Nothing needs you today. Next: A hello to Dana Ito, on Mon 1 Mar 2027.');
  });
});

it('shows seven reminders, and the rest when somebody asks', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(loudest(rows)).toEqual({ shown: [1, 2, 3, 4, 5, 6, 7], quieter: [8, 9] });
});

it('tells three that go by themselves apart, and no more', () => {
  expect(
    [
      [1, 2, 3],
      [1, 2, 3, 4],
    ].map(isFolded),
  ).toEqual([false, true]);
});

it('is a day in which nobody waits only where every group is empty', () => {
  expect(isNobodyWaiting(nobody)).toBe(true);
  expect(isNobodyWaiting({ ...nobody, interviews: [talk] })).toBe(false);
});
