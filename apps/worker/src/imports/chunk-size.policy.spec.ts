import { describe, expect, it } from '@jest/globals';
import { FIRST_CHUNK, nextChunk } from './chunk-size.policy.js';

describe('the next chunk of an import', () => {
  it.each([
    ['grows while turns are short, twice at the most', 50, 10, 100],
    ['stays where it fits', 200, 100, 200],
    ['shrinks at once when a turn took too long', 400, 400, 100],
    ['is never so large that one slow moment fills a turn', 400, 20, 500],
    ['is never none', 5, 60_000, 5],
    ['grows again from there', 5, 1, 10],
    ['takes a turn of no time for a short one', 50, 0, 100],
  ])('%s', (_, size, tookMs, next) => {
    expect(nextChunk(size, tookMs)).toBe(next);
  });

  it('begins small', () => {
    expect(FIRST_CHUNK).toBeLessThanOrEqual(50);
  });
});
