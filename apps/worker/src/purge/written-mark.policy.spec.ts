import { describe, expect, it } from '@jest/globals';
import { keptUntil } from './written-mark.policy.js';

describe('that an address was written to is known', () => {
  const at = new Date('2026-03-01T10:00:00Z');

  it.each([
    ['PT0S', '2026-03-31T10:00:00.000Z'],
    ['P14D', '2026-03-31T10:00:00.000Z'],
    ['P30D', '2026-03-31T10:00:00.000Z'],
    ['P60D', '2026-04-30T10:00:00.000Z'],
  ])('with a gap of %s until %s', (contactGap, until) => {
    expect(keptUntil({ at, contactGap, timezone: 'UTC' }).toISOString()).toBe(until);
  });
});
