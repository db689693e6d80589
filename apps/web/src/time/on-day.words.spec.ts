import { expect, it } from '@jest/globals';
import { onDay, partOfDay } from './on-day.words.js';
import { readerOf } from './reader.policy.js';

const place = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T21:00:00Z') };

it.each([
  ['2026-12-01T21:30:00Z', 'today'],
  ['2026-12-01T22:30:00Z', 'tomorrow'],
  ['2026-12-03T09:14:00Z', 'on Thursday'],
  ['2026-12-07T09:14:00Z', 'on Monday'],
  ['2026-12-08T09:14:00Z', 'on Tue 8 Dec'],
  ['2027-03-01T09:14:00Z', 'on Mon 1 Mar 2027'],
  ['2026-11-30T09:14:00Z', 'on Mon 30 Nov'],
])('%s is %s', (at, words) => expect(onDay(new Date(at), place)).toBe(words));

it('says which part of the day it is there', () => {
  const at = new Date('2026-12-03T16:30:00Z');
  const parts = ['America/Los_Angeles', 'Europe/London', 'Europe/Kyiv'].map((zone) => partOfDay(at, zone));
  expect(parts).toEqual(['morning', 'afternoon', 'evening']);
});
