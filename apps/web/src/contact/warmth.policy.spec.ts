import { describe, expect, it } from '@jest/globals';
import { readerOf } from '../time/reader.policy.js';
import { placeOf, warmthLeft } from './warmth.policy.js';

const yours = {
  timezone: 'Europe/Kyiv',
  reader: readerOf(['en-GB']),
  now: new Date('2026-12-01T08:00:00Z'),
};

describe('warmth', () => {
  it.each([
    ['2026-12-01T07:00:00Z', 1, 0],
    ['2026-11-30T21:30:00Z', 179 / 180, 1],
    ['2026-09-02T08:00:00Z', 0.5, 90],
    ['2026-06-04T08:00:00Z', 0, 180],
    ['2024-01-01T08:00:00Z', 0, 1065],
    ['2026-12-02T08:00:00Z', 1, 0],
  ])('of %s is %d after %d days', (lastTouchAt, share, days) => {
    expect(warmthLeft(lastTouchAt, yours)).toEqual({ share, days });
  });

  it('has the next hello on its way, and none beyond it', () => {
    expect(placeOf('2027-02-27T08:00:00Z', '2026-11-29T08:00:00Z', yours)).toBe(0.5);
    expect(placeOf('2027-06-27T08:00:00Z', '2026-11-29T08:00:00Z', yours)).toBeNull();
  });

  it('is none where nobody ever spoke', () => expect(warmthLeft(null, yours)).toEqual({ share: 0, days: null }));
});
