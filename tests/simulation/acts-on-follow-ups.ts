/** What the candidate says about one follow-up, mostly where it can be said. */
import { OWNER_ID, type StoredState } from '@app/contracts';
import fc from 'fast-check';
import { Act, at } from './act.js';
import { moveToContact } from './acts-on-applications.js';
import { somebody } from './acts-on-contacts.js';
import type { ModelFollowUp } from './model.js';
import type { Answered } from './simulated-api.js';
import type { World } from './world.js';

const HOUR = 3_600_000;

interface Verb {
  /** Where it makes sense. */
  states: readonly StoredState[];
  says?: (said: ModelFollowUp, world: World) => void;
}

const letsGo = (said: ModelFollowUp, { now }: World) => Object.assign(said, { held: false, chosenAt: now });

function atOnce(said: ModelFollowUp, world: World): void {
  const { looking, enabled, noLettersUntil } = world.model.settings;
  Object.assign(letsGo(said, world), { approvedAt: world.now });
  if (!looking) said.despite.add('not_looking');
  if (!enabled) said.despite.add('disabled');
  if (noLettersUntil !== null && noLettersUntil > world.now) said.despite.add('no_letters');
}

const VERBS: Record<string, Verb> = {
  hold: { states: ['waiting', 'retrying'], says: (said) => void (said.held = true) },
  resume: { states: ['held'], says: (said, world) => void Object.assign(letsGo(said, world), { resumed: true }) },
  'send-now': { states: ['draft', 'waiting', 'held', 'retrying'], says: atOnce },
  approve: {
    states: ['draft'],
    says: (said, world) => void Object.assign(letsGo(said, world), { approvedAt: world.now }),
  },
  cancel: {
    states: ['draft', 'waiting', 'held', 'sending', 'unconfirmed'],
    says: (said) => void (said.cancelled = true),
  },
  'mark-sent': { states: ['unconfirmed'], says: (said) => void (said.markedSent = true) },
  resend: {
    states: ['unconfirmed'],
    says: (said, world) => {
      atOnce(said, world);
      said.resends += 1;
    },
  },
  done: { states: ['waiting', 'sent'] },
  restore: { states: ['cancelled', 'done', 'skipped'], says: (said) => void (said.cancelled = false) },
};

async function chosen(world: World, pick: number, states: readonly StoredState[]): Promise<string | undefined> {
  const rows = await world.ground.db.query<{ id: string }>(
    `select id from follow_ups where candidate_id = $1 and ($2 or state = any($3))
     order by (audience = 'candidate') and $4, id`,
    [OWNER_ID, pick === 0, states, pick % 4 > 0],
  );
  return at(rows, pick)?.id;
}

export async function say(world: World, id: string, verb: string): Promise<void> {
  const { isDone, body } = await world.call('POST', `/follow-ups/${id}/${verb}`, {});
  if (!isDone) return;
  const said = await saidOf(world, id);
  VERBS[verb]!.says?.(said, world);
  // A yes from before the letter ended is none for the draft that it is now.
  if (verb === 'restore' && body.state === 'draft') said.approvedAt = null;
}

/** With what it is about, so that it is known what they said of it when its row is gone. */
async function saidOf({ model, ground }: World, id: string): Promise<ModelFollowUp> {
  const said = model.followUp(id);
  if (said.about) return said;
  const [row] = await ground.db.query<NonNullable<ModelFollowUp['about']>>(
    `select kind, application_id as "applicationId", contact_id as "contactId", since from follow_ups where id = $1`,
    [id],
  );
  said.about = row ?? null;
  return said;
}

const pick = fc.nat(12);

const verb = fc
  .record({ pick, verb: fc.constantFrom(...Object.keys(VERBS), 'approve', 'resend', 'mark-sent', 'hold', 'restore') })
  .map(
    (drawn) =>
      new Act('say', drawn, async (world, { pick, verb }) => {
        const id = await chosen(world, pick, VERBS[verb]!.states);
        if (id === undefined) return;
        await say(world, id, verb);
      }),
  );

function choose({ now }: World, said: ModelFollowUp, body: Answered['body']): void {
  said.notBefore = new Date(body.dueAt as string);
  said.chosenAt = now;
}

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
      const said = await saidOf(world, id);
      if ('subject' in words) said.edit = number;
      if (inHours !== null) choose(world, said, body);
    }),
);

const snooze = fc.record({ pick, inHours: fc.constantFrom(1, 50, 800) }).map(
  (drawn) =>
    new Act('snooze', drawn, async (world, { pick, inHours }) => {
      const id = await chosen(world, pick, PENDING);
      if (id === undefined) return;
      const until = new Date(world.now.getTime() + inHours * HOUR).toISOString();
      const { isDone, body } = await world.call('POST', `/follow-ups/${id}/snooze`, { until });
      if (isDone) choose(world, await saidOf(world, id), body);
    }),
);

/** What was said of a letter to one person, and then another one takes their place. */
const sayAndReplace = fc
  .record({ pick, verb: fc.constantFrom('cancel', 'hold'), contact: somebody, dice: fc.nat(2 ** 31 - 1) })
  .map(
    (drawn) =>
      new Act('sayAndReplace', drawn, async (world, { pick, verb, contact, dice }) => {
        const id = await chosen(world, pick * 4 + 1, verb === 'hold' ? ['waiting'] : ['waiting', 'draft', 'held']);
        if (id === undefined) return;
        await say(world, id, verb);
        const application = world.model.application((await saidOf(world, id)).about!.applicationId);
        if (!application || application.deletedAt !== null) return;
        await moveToContact(world, application, contact);
        await world.look(dice, 1);
      }),
  );

export const ACTS_ON_FOLLOW_UPS = [
  { weight: 3, arbitrary: sayAndReplace },
  { weight: 12, arbitrary: verb },
  { weight: 4, arbitrary: edit },
  { weight: 2, arbitrary: snooze },
];
