import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextSweepAt } from './sweep-schedule.policy.js';

const at = new Date('2026-01-05T00:00:00Z');
const hoursUntil = (due: Partial<Parameters<typeof nextSweepAt>[0]>) =>
  (nextSweepAt({ key: 'lever/acme', at, failures: 0, retryAfterSeconds: null, ...due }).getTime() - at.getTime()) /
  3_600_000;

describe('a board is read again', () => {
  it('after 6 to 24 hours, always the same for the same sweep', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), (key, failures) => {
        const hours = hoursUntil({ key, failures });
        expect(hours).toBeGreaterThanOrEqual(6);
        expect(hours).toBeLessThanOrEqual(24);
        expect(hoursUntil({ key, failures })).toBe(hours);
      }),
    );
  });

  it('at another hour than others that were read at the same moment', () => {
    const hours = Array.from({ length: 1000 }, (_, board) => hoursUntil({ key: `lever/${board}` }));
    const byHour = Map.groupBy(hours, Math.floor);
    expect([...byHour.keys()].sort((one, other) => one - other)).toEqual([9, 10, 11, 12, 13, 14]);
    for (const group of byHour.values()) expect(group.length).toBeGreaterThan(100);
  });

  it('more and more rarely while it fails, a day apart at most', () => {
    expect(hoursUntil({ failures: 2 })).toBeGreaterThan(hoursUntil({ failures: 1 }));
    expect(hoursUntil({ failures: 9 })).toBe(24);
  });

  it.each([
    [60, 7.5],
    [36 * 3600, 36],
    [1e12, 7 * 24],
    [-5, 7.5],
  ])('not before it asked to be: Retry-After of %d seconds', (retryAfterSeconds, most) => {
    const hours = hoursUntil({ failures: 1, retryAfterSeconds });
    expect(hours).toBeLessThanOrEqual(most);
    expect(hours).toBeGreaterThanOrEqual(Math.min(most, Math.max(6, retryAfterSeconds / 3600)));
  });
});
