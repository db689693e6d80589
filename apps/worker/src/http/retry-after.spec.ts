import { describe, expect, it } from '@jest/globals';
import { parseRetryAfter } from './retry-after.js';

const now = new Date('2026-11-02T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['Mon, 02 Nov 2026 10:01:30 GMT', 90_000],
    ['Monday, 02-Nov-26 10:01:30 GMT', 90_000],
    ['Mon Nov  2 10:01:30 2026', 90_000],
    ['Thu Nov 12 10:00:00 2026', 864_000_000],
    ['Mon, 02 Nov 2026 09:00:00 GMT', 0],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
  ])('%s asks for %i ms', (header, wait) => {
    expect(parseRetryAfter(header, now)).toBe(wait);
  });

  it.each([
    '',
    '-5',
    '1.5',
    '1e3',
    '0x10',
    'soon',
    'Mon, 99 Xyz 2026 10:01:30 GMT',
    '2026-11-02T10:01:30Z',
    '120, 240',
  ])('"%s" asks for nothing', (header) => {
    expect(parseRetryAfter(header, now)).toBe(undefined);
  });
});
