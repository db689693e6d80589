import { expect, it } from '@jest/globals';
import { durationOf, spanOf } from './span.policy.js';

it.each([
  ['P1D', '1 days'],
  ['PT48H', '48 hours'],
  ['P1DT12H', '36 hours'],
  ['PT30S', '30 seconds'],
  ['PT1M30S', '90 seconds'],
  ['P2W', '2 weeks'],
  ['P1W1D', '8 days'],
  ['P6M', '6 months'],
  ['P1Y6M', '18 months'],
  ['PT0S', '0 days'],
  ['P1M3D', null],
  ['P1YT1H', null],
])('%s is %s', (duration, said) => {
  const span = spanOf(duration);
  expect(span && `${span.count} ${span.unit}`).toBe(said);
});

it.each([
  ['3', 'days', 'P3D'],
  [' 12 ', 'hours', 'PT12H'],
  ['90', 'minutes', 'PT90M'],
  ['6', 'months', 'P6M'],
  ['0', 'days', 'P0D'],
  ['', 'days', null],
  ['1.5', 'days', null],
  ['-1', 'weeks', null],
  ['soon', 'weeks', null],
] as const)('%j %s is %s', (count, unit, duration) => expect(durationOf({ count, unit })).toBe(duration));
