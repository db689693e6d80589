/** The whole system run from a seed, with everything going wrong that can, against a model of what must not happen. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACTS_MEANWHILE } from './acts-meanwhile.js';
import { ACTS_OF_NATURE } from './acts-of-nature.js';
import { ACTS_ON_APPLICATIONS } from './acts-on-applications.js';
import { ACTS_ON_CONTACTS } from './acts-on-contacts.js';
import { ACTS_ON_DELETIONS } from './acts-on-deletions.js';
import { ACTS_ON_FOLLOW_UPS } from './acts-on-follow-ups.js';
import { ACTS_ON_INTERVIEWS } from './acts-on-interviews.js';
import { ACTS_ON_OFFERS } from './acts-on-offers.js';
import { ACTS_ON_REJECTIONS } from './acts-on-rejections.js';
import { ACTS_ON_SETTINGS } from './acts-on-settings.js';
import { ACTS_ON_VACANCIES } from './acts-on-vacancies.js';
import { Tally } from './tally.js';
import { endGround, groundWithTimers } from './timers.js';
import { type Ground, World } from './world.js';

const LONGEST_RUN = 140;
const RUNS_AT_ONCE = 3;
/** The first: how long shorter courses are looked for once one has failed. */
const { TORTURE_SHRINK_MS = 60_000, TORTURE_SEED, TORTURE_OPS, TORTURE_PATH, TORTURE_REPLAY } = process.env;
const ops = Number(TORTURE_OPS ?? 250);
/** Every day the same courses; the torture draws others. */
const seed = Number(TORTURE_SEED ?? 2);

let ground: Ground;

beforeAll(async () => {
  ground = await groundWithTimers();
}, 120_000);

afterAll(() => endGround(ground));

const acts = fc.oneof(
  ...ACTS_ON_APPLICATIONS,
  ...ACTS_ON_CONTACTS,
  ...ACTS_ON_DELETIONS,
  ...ACTS_ON_FOLLOW_UPS,
  ...ACTS_ON_INTERVIEWS,
  ...ACTS_ON_OFFERS,
  ...ACTS_ON_REJECTIONS,
  ...ACTS_ON_SETTINGS,
  ...ACTS_ON_VACANCIES,
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
