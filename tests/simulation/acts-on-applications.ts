/** What the candidate records about applications. */
import { REJECTABLE_STAGES, type RejectableStage, type Stage } from '@app/contracts';
import fc from 'fast-check';
import { Act, at } from './act.js';
import { contactAt, somebody } from './acts-on-contacts.js';
import type { Model, ModelApplication, ModelRejection } from './model.js';
import type { World } from './world.js';

const HOUR = 3_600_000;
const pick = fc.nat(7);
const seedOfDice = fc.nat(2 ** 31 - 1);
const STAGES_OF_MOST = [
  'interview',
  'screening',
  'interview',
  'offer',
  'screening',
  'interview',
  'screening',
  'interview',
  'applied',
] as const;
/** Mostly today. */
export const REJECTED_HOURS_AGO = fc
  .nat(18)
  .map((number) => (number < 13 ? 0 : ([1, 1, 30, 24 * 10, 24 * 12, 24 * 20][number - 13] ?? 0)));
export const isRejected = ({ stage }: ModelApplication): boolean => stage === 'rejected';
export const isOpen = ({ stage }: ModelApplication): boolean => (REJECTABLE_STAGES as readonly Stage[]).includes(stage);
const some = (is: (one: ModelApplication) => boolean) => (model: Model) => model.livingApplications.some(is);

const recorded = fc.record({
  contact: somebody,
  job: fc.nat(5),
  stage: fc.constantFrom(...STAGES_OF_MOST),
});
interface Recorded {
  contact: number;
  job: number;
  stage: RejectableStage | 'accepted';
  appliedAt?: Date;
}

export async function record(world: World, { contact, job, stage, appliedAt }: Recorded): Promise<ModelApplication> {
  const { model, now } = world;
  const contactId = (await contactAt(world, contact))?.id ?? null;
  const companyName = `Company ${job % 3}`;
  const said = appliedAt ? { appliedAt: appliedAt.toISOString() } : {};
  const payload = { companyName, title: `Job ${job}`, stage, contactId, ...said };
  const { body } = await world.call('POST', '/applications', payload);
  const { id, vacancyId, companyId } = body as { id: string; vacancyId: string; companyId: string };
  const known: ModelApplication = {
    id,
    vacancyId,
    companyId,
    companyName,
    contactId,
    stage,
    stageBefore: stage === 'accepted' ? 'offer' : stage,
    appliedAt: appliedAt ?? now,
    recordedAt: now,
    contactChanged: false,
    rejections: [],
    interviews: [],
    deletedAt: null,
    wasDeleted: false,
  };
  model.applications.push(known);
  if (stage !== 'accepted') await searchAgain(world, known);
  return known;
}

/** What an acceptance turned off goes on with the first application after it. */
async function searchAgain(world: World, { appliedAt }: ModelApplication): Promise<void> {
  const { model } = world;
  if (model.settings.looking) return;
  const ending = model.acceptances.find(({ applicationId, stands }) => stands && applicationId === model.lookingOffBy);
  const isAfter = ending !== undefined && appliedAt !== null && appliedAt > ending.at;
  if (isAfter) model.lookingOffBy = null;
  await world.learnLooking(isAfter ? true : null);
}

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

const recordOnly = recorded.map(
  (drawn) => new Act('record', drawn, async (world, given) => void (await record(world, given))),
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

export async function moveToContact(world: World, application: ModelApplication, slot: number): Promise<void> {
  const contactId = (await contactAt(world, slot))?.id ?? null;
  const { isDone } = await world.call('PATCH', `/applications/${application.id}`, { contactId });
  if (!isDone || contactId === application.contactId) return;
  application.contactId = contactId;
  application.contactChanged = true;
}

/** Mostly one that was answered with a no; sometimes back again before anybody looked. */
const replaceContact = fc
  .record({ pick, contact: somebody, isOfRejected: fc.nat(3), looks: fc.nat(1), dice: seedOfDice })
  .map(
    (drawn) =>
      new Act(
        'moveToContact',
        drawn,
        async (world, { pick, contact, isOfRejected, looks, dice }) => {
          const all = world.model.livingApplications;
          const application = at(isOfRejected > 0 && all.some(isRejected) ? all.filter(isRejected) : all, pick)!;
          await moveToContact(world, application, contact);
          await world.look(dice, looks);
        },
        some(() => true),
      ),
  );

export const ACTS_ON_APPLICATIONS = [
  { weight: 22, arbitrary: recordAndReject },
  { weight: 2, arbitrary: recordOnly },
  { weight: 3, arbitrary: rejectOne },
  { weight: 2, arbitrary: giveReasons },
  { weight: 2, arbitrary: revive },
  { weight: 2, arbitrary: replaceContact },
];
