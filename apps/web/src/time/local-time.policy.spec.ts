import { describe, expect, it } from '@jest/globals';
import { localTimeOf, momentOf } from './local-time.policy.js';

describe('a clock on the wall', () => {
  it.each([
    ['2026-12-03T09:14:00.000Z', 'Europe/Berlin', '2026-12-03T10:14'],
    ['2026-12-03T09:14:00.000Z', 'Asia/Kathmandu', '2026-12-03T14:59'],
    ['2026-12-31T23:30:00.000Z', 'Europe/Kyiv', '2027-01-01T01:30'],
    ['2026-12-03T00:00:00.000Z', 'UTC', '2026-12-03T00:00'],
    ['2026-03-29T00:59:00.000Z', 'Europe/Berlin', '2026-03-29T01:59'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29T03:00'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Berlin', '2026-10-25T02:30'],
  ])('%s in %s shows %s, and back', (moment, timezone, local) => {
    expect(localTimeOf(new Date(moment), timezone)).toBe(local);
    expect(localTimeOf(momentOf(local, timezone)!, timezone)).toBe(local);
  });

  it('is back at the same moment where an hour comes once', () => {
    expect(momentOf('2026-12-03T10:14', 'Europe/Berlin')?.toISOString()).toBe('2026-12-03T09:14:00.000Z');
    expect(momentOf('2026-06-03T10:14', 'America/New_York')?.toISOString()).toBe('2026-06-03T14:14:00.000Z');
  });

  it('jumps over an hour that does not come', () => {
    expect(localTimeOf(momentOf('2026-03-29T02:30', 'Europe/Berlin')!, 'Europe/Berlin')).toMatch(/T0[13]:30$/);
  });

  it.each([
    '',
    'yesterday',
    '2026-13-01T10:14',
    '0002-12-01T10:14',
    '0026-12-03T10:14',
    '0202-12-03T10:14',
    '1969-12-31T10:14',
    '12026-12-03T10:14',
  ])('knows that %j is no moment that anybody means', (typed) => {
    for (const timezone of ['Europe/Kyiv', 'America/New_York', 'UTC']) expect(momentOf(typed, timezone)).toBeNull();
  });

  it('knows where years end by the calendar of all', () => {
    expect(momentOf('9999-12-31T23:59', 'America/New_York')).toBeNull();
    expect(momentOf('9999-12-31T23:59', 'UTC')?.toISOString()).toBe('9999-12-31T23:59:00.000Z');
  });

  it('writes a year with four digits', () => {
    expect(localTimeOf(new Date('0026-12-03T09:14:00.000Z'), 'UTC')).toBe('0026-12-03T09:14');
  });
});
