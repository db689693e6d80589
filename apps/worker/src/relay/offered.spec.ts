import { beforeEach, describe, expect, it } from '@jest/globals';
import { Offered } from './offered.js';

describe('what was offered to the queue', () => {
  let elapsed: number;
  let offered: Offered;
  beforeEach(() => {
    elapsed = 1_000;
    offered = new Offered(5_000, () => elapsed);
    offered.add('a');
  });

  it.each([
    ['fresh', 'at once', 0],
    ['fresh', 'a moment before its time is over', 4_999],
    ['stale', 'when its time is over', 5_000],
  ])('is %s %s', (expected, _when, later) => {
    elapsed += later;
    expect(offered.isFresh('a') ? 'fresh' : 'stale').toBe(expected);
  });

  it('says nothing of others', () => {
    expect(offered.isFresh('b')).toBe(false);
  });

  it('is fresh anew when it is offered again', () => {
    elapsed += 6_000;
    offered.add('a');
    expect(offered.isFresh('a')).toBe(true);
  });

  it('forgets what is stale and keeps what is fresh', () => {
    elapsed += 4_000;
    offered.add('b');
    elapsed += 1_000;
    offered.forgetStale();
    elapsed -= 1_000;
    expect([offered.isFresh('a'), offered.isFresh('b')]).toEqual([false, true]);
  });
});
