import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { givenUp, UNFINISHED_AFTER_PEACE } from './unfinished.policy.js';

describe('a board whose readings never end', () => {
  it('is tried again twice, and then left alone with a reason', () => {
    expect([0, 1, 2].map((times) => givenUp(times))).toEqual([null, null, null]);
    expect(givenUp(3)).toEqual({
      outcome: 'failed',
      why: ofBoard('unfinished', { times: 3 }),
      retryAfterSeconds: null,
    });
  });

  it('is tried once after each time it was left alone', () => {
    expect(givenUp(UNFINISHED_AFTER_PEACE)).toBeNull();
    expect(givenUp(UNFINISHED_AFTER_PEACE + 1)).not.toBeNull();
  });
});
