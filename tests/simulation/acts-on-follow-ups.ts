/** What the candidate says about one follow-up, mostly where it can be said. */
import { OWNER_ID, type StoredState } from '@app/contracts';
import fc from 'fast-check';
import { Act, at } from './act.js';
import type { ModelFollowUp } from './model.js';
import type { World } from './world.js';

const HOUR = 3_600_000;

interface Verb {
  /** Where it makes sense. */
  states: readonly StoredState[];
  says?: (said: ModelFollowUp) => void;
}

const VERBS: Record<string, Verb> = {
  hold: { states: ['waiting', 'retrying'], says: (said) => void (said.held = true) },
  resume: { states: ['held'], says: (said) => void (said.held = false) },
  'send-now': {
    states: ['draft', 'waiting', 'held', 'retrying'],
    says: (said) => void Object.assign(said, { held: false, approved: true }),
  },
  approve: { states: ['draft'], says: (said) => void (said.approved = true) },
  cancel: {
    states: ['draft', 'waiting', 'held', 'sending', 'unconfirmed'],
    says: (said) => void (said.cancelled = true),
  },
  'mark-sent': { states: ['unconfirmed'], says: (said) => void (said.markedSent = true) },
  resend: { states: ['unconfirmed'], says: (said) => void (said.resends += 1) },
  done: { states: ['waiting', 'sent'] },
};

async function chosen(world: World, pick: number, states: readonly StoredState[]): Promise<string | undefined> {
  const rows = await world.ground.db.query<{ id: string }>(
    `select id from follow_ups where candidate_id = $1 and ($2 or state = any($3))
     order by (audience = 'candidate') and $4, id`,
    [OWNER_ID, pick === 0, states, pick % 4 > 0],
  );
  return at(rows, pick)?.id;
}

export async function say({ model, call }: World, id: string, verb: string): Promise<void> {
  const { isDone } = await call('POST', `/follow-ups/${id}/${verb}`, {});
  if (isDone) VERBS[verb]!.says?.(model.followUp(id));
}

const pick = fc.nat(12);

const verb = fc
  .record({ pick, verb: fc.constantFrom(...Object.keys(VERBS), 'approve', 'resend', 'mark-sent', 'hold') })
  .map(
    (drawn) =>
      new Act('say', drawn, async (world, { pick, verb }) => {
        const id = await chosen(world, pick, VERBS[verb]!.states);
        if (id === undefined) return;
        await say(world, id, verb);
      }),
  );

const PENDING = ['draft', 'waiting', 'held', 'retrying', 'sending'] as const;

const edit = fc.record({ pick, inHours: fc.constantFrom(null, null, 1, 50, 800) }).map(
  (drawn) =>
    new Act('edit', drawn, async (world, { pick, inHours }) => {
      const id = await chosen(world, pick, PENDING);
      if (id === undefined) return;
      world.model.edits += 1;
      const number = world.model.edits;
      const words = inHours === 1 ? {} : { subject: `Edit ${number}`, body: `Words ${number} end` };
      const time = inHours === null ? {} : { dueAt: new Date(world.now.getTime() + inHours * HOUR).toISOString() };
      const { isDone, body } = await world.call('PATCH', `/follow-ups/${id}`, { ...words, ...time });
      if (!isDone) return;
      const said = world.model.followUp(id);
      if ('subject' in words) said.edit = number;
      if (inHours !== null) said.notBefore = new Date(body.dueAt as string);
    }),
);

const snooze = fc.record({ pick, inHours: fc.constantFrom(1, 50, 800) }).map(
  (drawn) =>
    new Act('snooze', drawn, async (world, { pick, inHours }) => {
      const id = await chosen(world, pick, PENDING);
      if (id === undefined) return;
      const until = new Date(world.now.getTime() + inHours * HOUR).toISOString();
      const { isDone, body } = await world.call('POST', `/follow-ups/${id}/snooze`, { until });
      if (isDone) world.model.followUp(id).notBefore = new Date(body.dueAt as string);
    }),
);

export const ACTS_ON_FOLLOW_UPS = [
  { weight: 12, arbitrary: verb },
  { weight: 4, arbitrary: edit },
  { weight: 2, arbitrary: snooze },
];
