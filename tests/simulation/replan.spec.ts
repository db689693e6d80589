/** Whatever was edited, deleted and set: planning again changes nothing, and what waits is what would be planned from nothing. */
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { record } from '../torture/report.js';
import { BY_HAND, type Deed, DEEDS, SHARED } from './replan-deeds.js';
import { Life } from './replan-life.js';
import { endGround, groundWithTimers } from './timers.js';
import type { Ground } from './world.js';

/** Every day the same courses; the torture draws others. */
const { TORTURE_SEED = '20261129', TORTURE_OPS = '160' } = process.env;
const ops = Number(TORTURE_OPS);
const LONGEST_COURSE = 25;
const RUNS = Math.ceil((2 * ops) / LONGEST_COURSE);

let ground: Ground;
beforeAll(async () => {
  ground = await groundWithTimers();
}, 120_000);
afterAll(() => endGround(ground));

/** What others follow from. */
const OFTEN = { ...SHARED, reject: true, optOut: true };

const coursesOf = (deeds: Record<string, Deed>) => {
  const often = fc.constantFrom(...Object.keys(deeds).filter((name) => name in OFTEN));
  const deed = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...Object.keys(deeds)) },
    { weight: 1, arbitrary: often },
  );
  return fc.array(fc.tuple(deed, fc.nat(2)), { minLength: 1, maxLength: LONGEST_COURSE });
};

async function lived(deeds: Record<string, Deed>, course: readonly [string, number][]): Promise<Life> {
  const life = await Life.begin(ground);
  await life.world.call('PATCH', '/settings', { feedbackRequest: { delay: 'P4D' } });
  for (const [deed, pick] of course) await deeds[deed]!(life, life.all[pick]!);
  await life.handled();
  return life;
}

interface Row {
  step: string;
  state: string;
  held: string | null;
  due: string;
}

const STEP = `case when audience = 'contact' then 'letter ' || application_id when contact_id is not null
  and kind in ('check_in', 'half_year') then kind || ' ' || contact_id else kind || ' ' || coalesce(interview_id, application_id) end`;

/** What waits, one line a step; a letter is a letter whatever it says. */
async function waiting(): Promise<Row[]> {
  return ground.db.query<Row>(
    `select ${STEP} as step,
       kind || ' ' || state as state, held_why as held, due_at::text as due
     from follow_ups where candidate_id = $1 and state in ('draft', 'waiting', 'held')
       and kind in ('feedback_request', 'thank_you', 'reflection', 'check_in', 'half_year', 'interview_prep') order by 1`,
    [OWNER_ID],
  );
}

/** All that there is of the plan, every column but the moment of the last change. */
async function everything(): Promise<string> {
  const [row] = await ground.db.query<{ text: string | null }>(
    `select string_agg((to_jsonb(f) - '{updated_at,version}'::text[])::text, e'\\n' order by id) as text from follow_ups f where candidate_id = $1`,
    [OWNER_ID],
  );
  return row!.text ?? '';
}

/** By hand; or skipped once, a letter stays skipped; asked once, it stays asked; and whom it was meant for before, it waits for a yes. */
async function settledApart(): Promise<Set<string>> {
  const rows = await ground.db.query<{ step: string }>(
    `select distinct ${STEP} as step from follow_ups where candidate_id = $1 and (
       (audience = 'contact'
         and (state = 'draft' or (state = 'skipped' and ended_why not in ('no_address', 'unread_address', 'address_bounced'))))
       or edited_at is not null or chosen_at is not null or approved_at is not null or ended_by = 'candidate'
       or 'by_candidate' in (held_why, prior_held_why))`,
    [OWNER_ID],
  );
  return new Set(rows.map(({ step }) => step));
}

/** What waited when letters were switched off is held; planned from nothing then, it is skipped. */
async function switchedOff(): Promise<Set<string>> {
  const rows = await ground.db.query<{ step: string }>(
    `select 'letter ' || application_id as step from follow_ups where candidate_id = $1 and audience = 'contact'
       and state = 'skipped' and ended_why = 'disabled'`,
    [OWNER_ID],
  );
  return new Set(rows.map(({ step }) => step));
}

it(
  'planning again changes nothing, whatever was done by hand and whoever has which address',
  async () => {
    const deeds = { ...DEEDS, ...BY_HAND, ...SHARED };
    await fc.assert(
      fc.asyncProperty(coursesOf(deeds), async (course) => {
        const life = await lived(deeds, course);
        const once = await everything();
        await life.planAgain();
        expect(await everything()).toBe(once);
      }),
      { numRuns: RUNS, seed: Number(TORTURE_SEED) },
    );
    counted('made again, after edits, deletions and settings, words by hand and shared addresses');
  },
  60_000 + RUNS * 5_000,
);

it(
  'planning again equals planning from nothing, but for what was done by hand',
  async () => {
    const deeds = { ...DEEDS, ...BY_HAND };
    await fc.assert(
      fc.asyncProperty(coursesOf(deeds), async (course) => {
        const life = await lived(deeds, course);
        const apart = await settledApart();
        const before = (await waiting()).filter(({ step }) => !apart.has(step));
        await ground.db.query('delete from follow_ups where candidate_id = $1', [OWNER_ID]);
        await life.planAgain();
        const anew = (await waiting()).filter(({ step }) => !apart.has(step));
        const off = await switchedOff();
        expect(before.filter(({ step, held }) => held === null || !off.has(step))).toEqual(anew);
      }),
      { numRuns: RUNS, seed: Number(TORTURE_SEED) },
    );
    counted('made from nothing, after edits, deletions and settings');
  },
  60_000 + RUNS * 5_000,
);

function counted(what: string): void {
  if (process.env.TORTURE_OPS === undefined) return;
  const none = { lost: 0, doubled: 0, early: 0, unwanted: 0, misaddressed: 0, unconfirmed: 0, unexcused: 0 };
  record('the plan', what, { runs: RUNS, ...none });
}

it('a walk through everything that begins later comes by what an earlier one would have', async () => {
  const life = await Life.begin(ground);
  for (const one of life.all) await DEEDS.reject!(life, one);
  await life.handled();
  const before = await waiting();
  await ground.db.query('delete from follow_ups where candidate_id = $1', [OWNER_ID]);
  const [earlier, later] = ['00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a2'];
  for (const id of [earlier, later]) {
    await ground.db.query(
      `insert into outbox (id, candidate_id, type, data) values ($2, $1, 'plans.outdated.v1', '{"after": null}')`,
      [OWNER_ID, id],
    );
  }
  await ground.workers[0]!.handle({ kind: 'message', id: earlier!, candidateId: OWNER_ID }, null);
  expect(await waiting()).toEqual([]);
  await life.handled();
  expect(await waiting()).toEqual(before);
});
