import { expect, it } from '@jest/globals';
import { elapsed, isLong } from './elapsed.policy.js';

const DAY = 86_400_000;
const start = new Date('2026-01-31T10:00Z');
const after = (days: number) => new Date(start.getTime() + days * DAY);

it.each([
  [-3, null],
  [0.9, null],
  [1, 'a day'],
  [13.9, '13 days'],
  [14, '2 weeks'],
  [59, '8 weeks'],
  [90, '3 months'],
  [150, '5 months'],
  [180, 'half a year'],
  [183, 'half a year'],
  [270, '9 months'],
  [360, 'a year'],
  [365, 'a year'],
  [540, 'a year and a half'],
  [720, '2 years'],
  [1_000, '3 years'],
])('%d days are %s', (days, words) => {
  expect(elapsed(start, after(days))).toBe(words);
});

it('is long from two months on', () => {
  expect([59, 60].map((days) => isLong(start, after(days)))).toEqual([false, true]);
});
