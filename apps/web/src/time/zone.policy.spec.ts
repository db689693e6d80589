import { describe, expect, it } from '@jest/globals';
import { isSameClock, zoneOfNow } from './zone.policy.js';

describe('a time zone as a browser names it', () => {
  it.each([
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['Etc/Unknown', null],
    ['', null],
    [undefined, null],
  ])('%j is %j today', (named, zone) => expect(zoneOfNow(named)).toBe(zone));

  it('is the same place by its name of today, whichever it is', () => {
    const known = new Set(Intl.supportedValuesOf('timeZone'));
    const renamed = [...known].filter((zone) => zoneOfNow(zone) !== zone);
    expect(renamed.length).toBeGreaterThan(10);
    for (const zone of renamed)
      expect(new Intl.DateTimeFormat('en', { timeZone: zoneOfNow(zone)! }).resolvedOptions().timeZone).toBe(zone);
  });
});

describe('two clocks', () => {
  const winter = new Date('2026-12-01T10:00:00Z');
  it.each([
    ['Europe/Kiev', 'Europe/Kyiv', true],
    ['Europe/Berlin', 'Europe/Copenhagen', true],
    ['Europe/Berlin', 'Europe/Kyiv', false],
    // The same until spring.
    ['Europe/London', 'UTC', false],
    ['Pacific/Honolulu', 'Pacific/Kiritimati', false],
  ])('of %s and %s show the same: %s', (one, other, isSame) => expect(isSameClock(one, other, winter)).toBe(isSame));
});
