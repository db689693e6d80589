import { expect, it } from '@jest/globals';
import { endOf, shownEnd } from './end-of-day.policy.js';

it.each([
  ['24:00', '00:00'],
  ['11:30', '11:30'],
  ['23:59', '23:59'],
])('a window to %s is shown as to %s, and kept as it was', (to, shown) => {
  expect(shownEnd(to)).toBe(shown);
  expect(endOf(shown)).toBe(to);
});
