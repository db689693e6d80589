import { describe, expect, it } from '@jest/globals';
import { eveningBefore, firstReminderFrom, reminderDueAt } from './reminder-time.policy.js';

const kyiv = (from: string, delay: string, at = '08:00') =>
  reminderDueAt({ from: new Date(from), delay, at, timezone: 'Europe/Kyiv' }).toISOString();

describe('a reminder is due', () => {
  it.each([
    ['at the hour of reminders on the day its delay ends', '2026-11-24T15:00Z', 'P2D', '2026-11-26T06:00:00.000Z'],
    ['on the local day, not that of Greenwich', '2026-11-24T23:30Z', 'P2D', '2026-11-27T06:00:00.000Z'],
    ['at the same hour in summer', '2026-03-27T15:00Z', 'P2D', '2026-03-29T05:00:00.000Z'],
    ['the next morning when this one is over', '2026-11-24T08:00Z', 'PT2H', '2026-11-25T06:00:00.000Z'],
    ['the same morning when that is still to come', '2026-11-24T03:00Z', 'PT2H', '2026-11-24T06:00:00.000Z'],
    ['tomorrow, not now, when the fact came on the hour', '2026-11-24T06:00Z', 'PT1H', '2026-11-25T06:00:00.000Z'],
    ['to the second after a delay under an hour', '2026-11-24T15:00:01.250Z', 'PT20S', '2026-11-24T15:00:21.250Z'],
    ['at once without a delay', '2026-11-24T15:00Z', 'PT0S', '2026-11-24T15:00:00.000Z'],
  ])('%s', (_rule, from, delay, expected) => {
    expect(kyiv(from, delay)).toBe(expected);
  });

  it('after the gap when the clocks skip its hour', () => {
    expect(kyiv('2026-03-27T15:00Z', 'P2D', '03:30')).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('the first reminder from a moment', () => {
  it('is on the same day at that very time or before it, else on the next', () => {
    const from = (moment: string) => firstReminderFrom(new Date(moment), '08:00', 'Europe/Kyiv').toISOString();
    expect(from('2026-11-24T05:00Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(from('2026-11-24T06:00Z')).toBe('2026-11-24T06:00:00.000Z');
    expect(from('2026-11-24T06:01Z')).toBe('2026-11-25T06:00:00.000Z');
  });
});

describe('the evening before', () => {
  it.each([
    ['2026-11-24T09:00Z', 'Europe/Kyiv', '2026-11-23T16:00:00.000Z'],
    ['2026-11-24T23:00Z', 'Europe/Kyiv', '2026-11-24T16:00:00.000Z'], // one in the morning, the 25th
    ['2026-03-29T09:00Z', 'Europe/Kyiv', '2026-03-28T16:00:00.000Z'],
    ['2026-11-24T15:00Z', 'America/New_York', '2026-11-23T23:00:00.000Z'],
  ])('%s in %s is %s', (moment, timezone, expected) => {
    expect(eveningBefore(new Date(moment), timezone).toISOString()).toBe(expected);
  });
});
