/** The whole system run from a seed, with everything going wrong that can, against a model of what must not happen. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { ACTS_MEANWHILE } from './acts-meanwhile.js';
import { ACTS_OF_NATURE } from './acts-of-nature.js';
import { ACTS_ON_APPLICATIONS } from './acts-on-applications.js';
import { ACTS_ON_CONTACTS } from './acts-on-contacts.js';
import { ACTS_ON_FOLLOW_UPS } from './acts-on-follow-ups.js';
import { Tally } from './tally.js';
import { type Ground, layGround, World } from './world.js';

const LONGEST_RUN = 140;
const RUNS_AT_ONCE = 3;
/** The first: how long shorter courses are looked for once one has failed. */
const { TORTURE_SHRINK_MS = 60_000, TORTURE_SEED, TORTURE_OPS, TORTURE_PATH, TORTURE_REPLAY } = process.env;
const ops = Number(TORTURE_OPS ?? 250);
const seed = Number(TORTURE_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Only the timer that renews leases touches a row; it goes off when the simulated time passes. */
const REAL = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const;
const REAL_TIMERS = ['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const;

let ground: Ground;

beforeAll(async () => {
  jest.useFakeTimers({ doNotFake: [...REAL, ...REAL_TIMERS] });
  ground = await layGround({ beat: () => jest.advanceTimersByTime(2_500), clear: () => jest.clearAllTimers() });
}, 120_000);

afterAll(async () => {
  await ground?.end();
  jest.useRealTimers();
});

const acts = fc.oneof(
  ...ACTS_ON_APPLICATIONS,
  ...ACTS_ON_CONTACTS,
  ...ACTS_ON_FOLLOW_UPS,
  ...ACTS_OF_NATURE,
  ...ACTS_MEANWHILE,
);
const replay = TORTURE_REPLAY === undefined ? {} : { replayPath: TORTURE_REPLAY };
const again =
  TORTURE_PATH === undefined ? { numRuns: RUNS_AT_ONCE } : { numRuns: 1, path: TORTURE_PATH, endOnFailure: true };
const courses = fc.commands([acts], { maxCommands: LONGEST_RUN, size: 'max', ...replay });

describe('whatever happens, in whatever order', () => {
  it(
    'no letter is lost, doubled, early or sent after its reason is gone',
    async () => {
      const tally = new Tally(ops);
      let failedAt = Infinity;
      const property = fc.asyncProperty(courses, async (course) => {
        if (
          performance.now() - failedAt > Number(TORTURE_SHRINK_MS) ||
          (TORTURE_PATH !== undefined && tally.commands > 0)
        )
          return;
        const world = await World.begin(ground);
        try {
          await fc.asyncModelRun(() => ({ model: world.model, real: world }), course);
          await world.settle();
        } catch (error) {
          failedAt = Math.min(failedAt, performance.now());
          throw error;
        }
        if (failedAt === Infinity) tally.add(world);
      });
      for (let round = seed; tally.commands < ops; round += 1) {
        const result = await fc.check(property, { ...again, seed: round });
        if (result.failed) expect(tally.failure(result)).toBe('a run without a failure');
        if (TORTURE_PATH !== undefined) break;
      }
      tally.print();
    },
    60_000 + ops * 500,
  );
});
