/** Whatever was edited, deleted and set: planning again changes nothing, and what waits is what would be planned from nothing. */
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { record } from '../torture/report.js';
import { endGround, groundWithTimers } from './timers.js';
import { type Ground, World } from './world.js';

/** Every day the same courses; the torture draws others. */
const { TORTURE_SEED = '20261129', TORTURE_OPS = '160' } = process.env;
const ops = Number(TORTURE_OPS);
const LONGEST_COURSE = 25;
/** What follows from what follows, and so on. */
const MOST_ROUNDS = 50;
const RUNS = Math.ceil((2 * ops) / LONGEST_COURSE);

let ground: Ground;
beforeAll(async () => {
  ground = await groundWithTimers();
}, 120_000);
afterAll(() => endGround(ground));

interface Lived {
  id: string;
  vacancyId: string;
  contactId: string;
  address: string;
}

class Life {
  private made = 0;
  private constructor(
    readonly world: World,
    readonly all: Lived[],
  ) {}

  /** Three applications, each with somebody of its own, so that no letter is in another's way. */
  static async begin(): Promise<Life> {
    const life = new Life(await World.begin(ground), []);
    for (let index = 0; index < 3; index += 1) {
      const contact = life.somebody();
      const job = { companyName: `Company ${index}`, title: `Job ${index}`, stage: 'interview', contact };
      const { body } = await life.world.call('POST', '/applications', job);
      life.all.push({ ...(body as unknown as Lived), address: contact.email });
    }
    return life;
  }

  somebody() {
    this.made += 1;
    return { name: 'Dana Ito', email: `dana${this.made}@people.example` };
  }

  /** Every fact is handled, and nothing that is due is sent: only the plan is looked at here. */
  async handled(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const open = await ground.db.query<{ id: string }>(
        'select id from outbox where candidate_id = $1 and parked_at is null order by id',
        [OWNER_ID],
      );
      if (open.length === 0) return;
      for (const { id } of open) await ground.workers[0]!.handle({ kind: 'message', id, candidateId: OWNER_ID }, null);
    }
    throw new Error('A plan that says something each time it is made comes to no end.');
  }

  async planAgain(): Promise<void> {
    await ground.db.query(
      `insert into outbox (id, candidate_id, type, data) values (gen_random_uuid(), $1, 'plans.outdated.v1', '{"after": null}')`,
      [OWNER_ID],
    );
    await this.handled();
  }
}

type Deed = (life: Life, one: Lived) => Promise<unknown>;
const patch =
  (path: string, body: object): Deed =>
  ({ world }) =>
    world.call('PATCH', path, body);
const set = (body: object): Deed => patch('/settings', body);

/** By name, so that a failing course reads like a story. */
const DEEDS: Record<string, Deed> = {
  reject: ({ world }, { id }) => world.call('POST', `/applications/${id}/rejection`, {}),
  rejectWithReason: ({ world }, { id }) =>
    world.call('POST', `/applications/${id}/rejection`, { reason: { category: 'experience' } }),
  takeBack: ({ world }, { id }) => world.call('DELETE', `/applications/${id}/rejection`),
  giveReason: ({ world }, { id }) =>
    world.call('PATCH', `/applications/${id}/rejection`, { reason: { category: 'language' } }),
  takeReasonBack: ({ world }, { id }) =>
    world.call('PATCH', `/applications/${id}/rejection`, { reason: { category: null } }),
  offer: ({ world }, { id }) => world.call('POST', `/applications/${id}/stage`, { stage: 'offer' }),
  accept: ({ world }, { id }) => world.call('POST', `/applications/${id}/stage`, { stage: 'accepted' }),
  interview: ({ world }, { id }) =>
    world.call('POST', `/applications/${id}/interviews`, { scheduledAt: '2026-03-20T10:00:00Z' }),
  anotherContact: (life, { id }) => life.world.call('PATCH', `/applications/${id}`, { contact: life.somebody() }),
  formerContact: ({ world }, { id, contactId }) => world.call('PATCH', `/applications/${id}`, { contactId }),
  noContact: ({ world }, { id }) => world.call('PATCH', `/applications/${id}`, { contactId: null }),
  loseAddress: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { email: null }),
  findAddress: ({ world }, { contactId, address }) => world.call('PATCH', `/contacts/${contactId}`, { email: address }),
  optOut: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { doNotContact: true }),
  optIn: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { doNotContact: false }),
  moveAway: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { timezone: 'Asia/Tokyo' }),
  touch: ({ world }, { contactId }) => world.call('POST', `/contacts/${contactId}/touches`, { kind: 'call' }),
  delete: ({ world }, { id }) => world.call('DELETE', `/applications/${id}`),
  restore: ({ world }, { id }) => world.call('POST', `/applications/${id}/restore`),
  enable: set({ feedbackRequest: { enabled: true } }),
  disable: set({ feedbackRequest: { enabled: false } }),
  look: set({ looking: true }),
  lookNot: set({ looking: false }),
  laterLetters: set({ feedbackRequest: { delay: 'P6D' } }),
  soonerLetters: set({ feedbackRequest: { delay: 'P2D' } }),
  review: set({ approval: 'review' }),
  auto: set({ approval: 'auto' }),
  otherZone: set({ timezone: 'America/Los_Angeles', reminders: { at: '19:30' } }),
  otherRhythm: set({ keepWarm: { after: ['P30D', 'P60D'], halfYear: 'P100D' }, reflection: { delay: 'P4D' } }),
  otherWindow: set({ sendingWindow: { from: '14:00', to: '18:00' } }),
  handle: (life) => life.handled(),
};

/** The one of that kind which was planned last. */
const say =
  (verb: string, kinds: readonly string[], body?: object): Deed =>
  async ({ world }, { id }) => {
    const [row] = await ground.db.query<{ id: string }>(
      'select id from follow_ups where application_id = $1 and kind = any($2) order by id desc limit 1',
      [id, kinds],
    );
    if (row) await world.call('POST', `/follow-ups/${row.id}/${verb}`, body);
  };
const LETTERS = ['feedback_request', 'thank_you'];
const HELLOS = ['check_in', 'half_year'];

const BY_HAND: Record<string, Deed> = {
  hold: say('hold', LETTERS),
  resume: say('resume', LETTERS),
  approve: say('approve', LETTERS),
  cancel: say('cancel', LETTERS),
  undo: say('restore', LETTERS),
  snooze: say('snooze', LETTERS, { until: '2026-03-09T10:00:00Z' }),
  holdLook: say('hold', ['reflection']),
  cancelLook: say('cancel', ['reflection']),
  undoLook: say('restore', ['reflection']),
  holdHello: say('hold', HELLOS),
  cancelHello: say('cancel', HELLOS),
  undoHello: say('restore', HELLOS),
};

const SHARED: Record<string, Deed> = {
  /** Somebody moves, and another has their address by now. */
  addressOfAnother: async (life, { id, contactId }) => {
    const { world, all } = life;
    const another = all[(all.findIndex((one) => one.contactId === contactId) + 1) % all.length]!;
    const { email } = life.somebody();
    await world.call('PATCH', `/contacts/${another.contactId}`, { email });
    await world.call('PATCH', `/applications/${id}`, { contact: { name: 'Bea Sato', email: another.address } });
    another.address = email;
  },
};

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
  const life = await Life.begin();
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
    `select string_agg((to_jsonb(f) - 'updated_at')::text, e'\\n' order by id) as text from follow_ups f where candidate_id = $1`,
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
       or chosen_at is not null or approved_at is not null or ended_by = 'candidate'
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
  const life = await Life.begin();
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
