/** Only the timer that renews leases touches a row; it goes off when the simulated time passes. */
import { jest } from '@jest/globals';
import { type Ground, layGround } from './world.js';

const REAL = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const;
const REAL_TIMERS = ['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const;

export function groundWithTimers(): Promise<Ground> {
  jest.useFakeTimers({ doNotFake: [...REAL, ...REAL_TIMERS] });
  return layGround({ beat: () => jest.advanceTimersByTime(2_500), clear: () => jest.clearAllTimers() });
}

export async function endGround(ground: Ground | undefined): Promise<void> {
  await ground?.end();
  jest.useRealTimers();
}
