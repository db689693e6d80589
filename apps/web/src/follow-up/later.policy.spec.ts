import { expect, it } from '@jest/globals';
import { dayOfPreset, untilDay } from './later.policy.js';

const now = new Date('2026-12-01T22:30:00Z');

it.each([
  ['tomorrow', 'Europe/Berlin', '2026-12-02'],
  ['tomorrow', 'Europe/Kyiv', '2026-12-03'],
  ['in_a_week', 'America/New_York', '2026-12-08'],
  ['in_a_month', 'UTC', '2026-12-31'],
] as const)('%s in %s is %s', (preset, timezone, day) => expect(dayOfPreset(preset, now, timezone)).toBe(day));

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
