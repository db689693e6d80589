import { expect, it } from '@jest/globals';
import { clockOf, dayOfPreset, untilDay } from './later.policy.js';

const now = new Date('2026-12-01T22:30:00Z');

it.each([
  ['tomorrow', 'Europe/Berlin', '2026-12-02'],
  ['tomorrow', 'Europe/Kyiv', '2026-12-03'],
  ['in_a_week', 'America/New_York', '2026-12-08'],
  ['in_a_month', 'UTC', '2026-12-31'],
] as const)('%s in %s is %s', (preset, timezone, day) => expect(dayOfPreset(preset, now, timezone)).toBe(day));

it.each([
  // On the day on which clocks are put back, 24 hours after its beginning it is that day still.
  ['tomorrow', '2026-10-24T21:30:00Z', 'Europe/Berlin', '2026-10-25'],
  ['tomorrow', '2026-10-24T22:30:00Z', 'Europe/Berlin', '2026-10-26'],
  ['in_a_week', '2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-04-05'],
  ['in_a_month', '2026-02-28T12:00:00Z', 'UTC', '2026-03-30'],
] as const)('%s at %s in %s is %s, by the calendar', (preset, at, timezone, day) =>
  expect(dayOfPreset(preset, new Date(at), timezone)).toBe(day),
);

it('is on the clock of whom a letter goes to, and on yours where it is for yourself', () => {
  expect(clockOf('contact', 'Asia/Tokyo', 'Europe/Berlin')).toBe('Asia/Tokyo');
  expect(clockOf('contact', null, 'Europe/Berlin')).toBe('Europe/Berlin');
  expect(clockOf('candidate', 'Asia/Tokyo', 'Europe/Berlin')).toBe('Europe/Berlin');
});

it('asks for a letter from the beginning of that day where it goes', () => {
  expect(untilDay('2026-12-03', { audience: 'contact', timezone: 'America/New_York' })).toBe(
    '2026-12-03T05:00:00.000Z',
  );
});

it('asks for nothing where no such day is meant', () => {
  expect(untilDay('0026-12-03', { audience: 'candidate', timezone: 'Europe/Kyiv' })).toBeNull();
});

it('asks for a reminder in the morning', () => {
  expect(untilDay('2026-12-03', { audience: 'candidate', timezone: 'Europe/Kyiv' })).toBe('2026-12-03T06:00:00.000Z');
});
