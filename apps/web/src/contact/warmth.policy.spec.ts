import { describe, expect, it } from '@jest/globals';
import { warmthLeft } from './warmth.policy.js';

const now = new Date('2026-12-01T08:00:00Z');

describe('warmth', () => {
  it.each([
    ['2026-12-01T07:00:00Z', 1, 0],
    ['2026-09-02T08:00:00Z', 0.5, 90],
    ['2026-06-04T08:00:00Z', 0, 180],
    ['2024-01-01T08:00:00Z', 0, 1065],
    ['2026-12-02T08:00:00Z', 1, 0],
  ])('of %s is %d after %d days', (lastTouchAt, share, days) => {
    expect(warmthLeft(lastTouchAt, now)).toEqual({ share, days });
  });

  it('is none where nobody ever spoke', () => expect(warmthLeft(null, now)).toEqual({ share: 0, days: null }));
});
