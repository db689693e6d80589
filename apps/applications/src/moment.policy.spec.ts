import { describe, expect, it } from '@jest/globals';
import { pastMoment } from './moment.policy.js';

const now = new Date('2026-03-01T12:00:00Z');

describe('a moment somebody tells', () => {
  it.each([
    [undefined, '2026-03-01T12:00:00.000Z'],
    ['2026-02-28T09:30:00+02:00', '2026-02-28T07:30:00.000Z'],
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:04Z', '2026-03-01T12:00:00.000Z'],
  ])('%s is %s', (said, expected) => {
    expect(pastMoment(said, now, '/at').toISOString()).toBe(expected);
  });

  it('is refused when it has not come yet', () => {
    expect(() => pastMoment('2026-03-01T12:00:06Z', now, '/at')).toThrow(
      expect.objectContaining({ code: 'in_the_future', options: { kind: 'invalid', pointer: '/at' } }),
    );
  });
});
