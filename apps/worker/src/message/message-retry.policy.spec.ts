import { describe, expect, it } from '@jest/globals';
import { messageRetry } from './message-retry.policy.js';

const after = Array.from({ length: 15 }, (_, index) => messageRetry(index + 1));

describe('a message whose handler failed', () => {
  it('waits twice as long each time, but never longer than ten minutes', () => {
    expect(after.map(({ seconds }) => seconds).slice(0, 11)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
  });
  it('is set aside at its twelfth failure, and not before', () => {
    expect(after.map(({ park }) => park)).toEqual(after.map((_, index) => index + 1 >= 12));
  });
});
