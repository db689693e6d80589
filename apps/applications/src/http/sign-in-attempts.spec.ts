import { beforeEach, describe, expect, it } from '@jest/globals';
import { SignInAttempts } from './sign-in-attempts.js';

const LIMITS = { atOnce: 3, everyMs: 1_000 };

let now: number;
let attempts: SignInAttempts;
beforeEach(() => {
  now = 5_000;
  attempts = new SignInAttempts(LIMITS, () => now);
});
const take = (times: number, address = '203.0.113.7') => Array.from({ length: times }, () => attempts.take(address));

describe('attempts to sign in', () => {
  it('are so many at once, and then one after the other', () => {
    expect(take(5)).toEqual([0, 0, 0, 1_000, 1_000]);
    now += 400;
    expect(take(1)).toEqual([600]);
    now += 600;
    expect(take(2)).toEqual([0, 1_000]);
    now += 60_000;
    expect(take(4)).toEqual([0, 0, 0, 1_000]);
  });

  it('do not count when they succeed', () => {
    for (let times = 0; times < 10; times += 1) {
      expect(take(1)).toEqual([0]);
      attempts.giveBack('203.0.113.7');
    }
    expect(take(4)).toEqual([0, 0, 0, 1_000]);
  });

  it.each([
    ['203.0.113.7', '203.0.113.8', false],
    ['203.0.113.7', '::ffff:203.0.113.7', true],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['', '', true],
  ])('from %s and from %s are those of one: %s', (one, other, isOne) => {
    take(3, one);
    expect(take(1, other)).toEqual([isOne ? 1_000 : 0]);
  });

  it('are remembered of ten thousand addresses, the latest', () => {
    take(3, '2001:db8::1');
    for (let n = 0; n < 10_000; n += 1) take(1, `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(take(1, '2001:db8::1')).toEqual([0]);
    take(2, '10.0.39.15');
    expect(take(1, '10.0.39.15')).toEqual([1_000]);
  });
});
