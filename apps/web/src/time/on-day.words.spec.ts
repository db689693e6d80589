import { describe, expect, it } from '@jest/globals';
import { onDay, onDayThere, partOfDay } from './on-day.words.js';
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

describe('a day on another clock', () => {
  const berlin = { timezone: 'Europe/Berlin', reader: readerOf(['en-GB']), now: new Date('2026-12-01T07:00:00Z') };

  it('is a weekday where it is tomorrow there and today here', () => {
    expect(onDayThere(new Date('2026-12-01T17:14:00Z'), 'America/Los_Angeles', berlin)).toBe('on Tuesday');
    expect(onDayThere(new Date('2026-12-02T01:14:00Z'), 'Asia/Tokyo', berlin)).toBe('tomorrow');
    expect(onDayThere(new Date('2026-12-01T16:30:00Z'), 'Asia/Tokyo', berlin)).toBe('on Wednesday');
  });

  it('is today where it is that on both', () => {
    expect(onDayThere(new Date('2026-12-01T09:00:00Z'), 'Europe/Kyiv', berlin)).toBe('today');
    expect(onDayThere(new Date('2026-12-03T17:14:00Z'), 'America/Los_Angeles', berlin)).toBe('on Thursday');
  });
});
