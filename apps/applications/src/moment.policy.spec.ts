import { describe, expect, it } from '@jest/globals';
import { momentAhead, pastMoment } from './moment.policy.js';

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

describe('a moment to come', () => {
  it.each([
    ['2026-03-01T13:00:00+01:00', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T11:59:56Z', '2026-03-01T11:59:56.000Z'],
    ['2199-12-31T23:59:59Z', '2199-12-31T23:59:59.000Z'],
  ])('%s is %s', (said, expected) => {
    expect(momentAhead(said, now, '/scheduledAt').toISOString()).toBe(expected);
  });

  it('is refused when it has passed', () => {
    expect(() => momentAhead('2026-03-01T11:59:54Z', now, '/scheduledAt')).toThrow(
      expect.objectContaining({ code: 'in_the_past', options: { kind: 'invalid', pointer: '/scheduledAt' } }),
    );
  });
});
