/** What the candidate records about rejections. */
import fc from 'fast-check';
import { Act, at } from './act.js';
import { isOpen, isRejected, record, recorded, some } from './acts-on-applications.js';
import type { ModelApplication, ModelRejection } from './model.js';
import type { World } from './world.js';

const HOUR = 3_600_000;
const pick = fc.nat(7);
const seedOfDice = fc.nat(2 ** 31 - 1);

/** Mostly today. */
export const REJECTED_HOURS_AGO = fc
  .nat(18)
  .map((number) => (number < 13 ? 0 : ([1, 1, 30, 24 * 10, 24 * 12, 24 * 20][number - 13] ?? 0)));
/** Boilerplate, and words that nobody sorted, are no reason. */
const REASONS = {
  none: null,
  given: { category: 'experience', words: 'Somebody knew more.' },
  boilerplate: { category: 'other_candidate', words: 'We went with somebody else.' },
  pasted: { words: 'Thank you for your interest in us.' },
} as const;
type Reason = keyof typeof REASONS;

interface Said {
  ago: number;
  reason: Reason;
  isByMail: boolean;
}

export async function reject(
  world: World,
  application: ModelApplication | undefined,
  { ago, reason, isByMail }: Said,
): Promise<void> {
  if (!application) return;
  world.model.edits += 1;
  const number = world.model.edits;
  const receivedAt = ago === 0 ? {} : { receivedAt: new Date(world.now.getTime() - ago * HOUR).toISOString() };
  const mail = isByMail ? { messageId: `<refusal-${number}@example.com>`, subject: `Refusal ${number} end` } : {};
  const given = REASONS[reason] ? { reason: REASONS[reason] } : {};
  const path = `/applications/${application.id}/rejection`;
  const { isDone, body } = await world.call('POST', path, { ...receivedAt, ...mail, ...given });
  if (!isDone) return;
  const answer = body.rejection as Pick<ModelRejection, 'id' | 'stage'> & { receivedAt: string };
  application.stageBefore = answer.stage;
  application.stage = 'rejected';
  const at = new Date(answer.receivedAt);
  if (application.appliedAt !== null && application.appliedAt > at) application.appliedAt = at;
  application.rejections.push({
    id: answer.id,
    receivedAt: at,
    stage: answer.stage,
    hasReasons: reason === 'given',
    stands: true,
    contactId: application.contactId,
    messageId: mail.messageId ?? null,
    subject: mail.subject ?? null,
    ever: new Set([reason === 'given' ? 'reasons' : 'no_reasons']),
  });
}

const rejected = {
  ago: REJECTED_HOURS_AGO,
  reason: fc.constantFrom<Reason>('none', 'none', 'none', 'none', 'given', 'given', 'boilerplate', 'pasted'),
  isByMail: fc.nat(3).map((number) => number === 3),
};

/** Mostly the plan is made soon after; sometimes nobody gets to it. */
const recordAndReject = fc.record({ what: recorded, ...rejected, looks: fc.nat(3), dice: seedOfDice }).map(
  (drawn) =>
    new Act('recordAndReject', drawn, async (world, given) => {
      await reject(world, await record(world, given.what), given);
      if (given.looks > 0) await world.look(given.dice, 1);
    }),
);

const rejectOne = fc
  .record({ pick, ...rejected })
  .map(
    (drawn) =>
      new Act(
        'reject',
        drawn,
        (world, given) => reject(world, at(world.model.livingApplications.filter(isOpen), given.pick), given),
        some(isOpen),
      ),
  );

/** Or it turns out that they gave none. */
const giveReasons = fc.record({ pick, isTakenBack: fc.nat(3).map((number) => number === 3) }).map(
  (drawn) =>
    new Act(
      'giveReasons',
      drawn,
      async (world, { pick, isTakenBack }) => {
        const { id, rejections } = at(world.model.livingApplications.filter(isRejected), pick)!;
        const given = { category: 'hard_skills', words: `Reason ${world.model.edits}` };
        const reason = isTakenBack ? { category: null, words: null } : given;
        const { isDone } = await world.call('PATCH', `/applications/${id}/rejection`, { reason });
        const rejection = rejections.at(-1)!;
        if (!isDone) return;
        rejection.hasReasons = !isTakenBack;
        rejection.ever.add(isTakenBack ? 'no_reasons' : 'reasons');
      },
      some(isRejected),
    ),
);

/** It was a mistake, or they changed their mind. */
export async function endRejection({ call }: World, application: ModelApplication, mistake: boolean): Promise<void> {
  const path = `/applications/${application.id}`;
  const { isDone } = mistake
    ? await call('DELETE', `${path}/rejection`)
    : await call('POST', `${path}/stage`, { stage: 'offer' });
  if (!isDone) return;
  application.stage = mistake ? application.stageBefore : 'offer';
  application.rejections.at(-1)!.stands = false;
}

const revive = fc
  .record({ pick, mistake: fc.boolean() })
  .map(
    (drawn) =>
      new Act(
        'revive',
        drawn,
        (world, { pick, mistake }) =>
          endRejection(world, at(world.model.livingApplications.filter(isRejected), pick)!, mistake),
        some(isRejected),
      ),
  );

export const ACTS_ON_REJECTIONS = [
  { weight: 30, arbitrary: recordAndReject },
  { weight: 3, arbitrary: rejectOne },
  { weight: 2, arbitrary: giveReasons },
  { weight: 2, arbitrary: revive },
];
