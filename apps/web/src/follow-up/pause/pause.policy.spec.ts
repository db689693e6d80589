import { describe, expect, it } from '@jest/globals';
import { daysOffered, pausedUntil, untilDay } from './pause.policy.js';

describe('the days until which no letters may go', () => {
  it.each([
    ['2026-12-01T10:00:00Z', '2027-01-11'],
    ['2026-11-01T10:00:00Z', '2027-01-11'],
    ['2028-01-03T10:00:00Z', '2028-01-10'],
    ['2029-12-20T10:00:00Z', '2030-01-07'],
  ])('at %s end the holidays on Monday, %s', (now, date) => {
    expect(daysOffered(new Date(now), 'UTC').at(-1)).toEqual({ day: 'after_the_holidays', date });
  });
  it('are tomorrow and in a week while the turn of the year is far', () => {
    expect(daysOffered(new Date('2026-06-30T22:30:00Z'), 'Europe/Kyiv')).toEqual([
      { day: 'tomorrow', date: '2026-07-02' },
      { day: 'in_a_week', date: '2026-07-08' },
    ]);
    expect(daysOffered(new Date('2027-01-08T10:00:00Z'), 'UTC')).toHaveLength(2);
  });
  it('begin at midnight on the clock of whoever chooses them', () => {
    expect(untilDay('2026-12-08', 'Europe/Kyiv')).toBe('2026-12-07T22:00:00.000Z');
    expect(untilDay('', 'UTC')).toBeNull();
  });
});

it('letters go again at that moment', () => {
  const at = '2026-12-01T10:00:00.000Z';
  expect(pausedUntil(at, new Date('2026-12-01T09:59:59Z'))).toBe(at);
  expect([pausedUntil(at, new Date(at)), pausedUntil(null, new Date(at))]).toEqual([null, null]);
});
