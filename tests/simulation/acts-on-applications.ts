/** What the candidate records about applications, vacancies and settings. */
import { REJECTABLE_STAGES, type Stage } from '@app/contracts';
import fc from 'fast-check';
import { Act, at } from './act.js';
import { contactAt, somebody } from './acts-on-contacts.js';
import type { Model, ModelApplication, ModelSettings } from './model.js';
import { settingsPatch } from './model-settings.js';
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
const hoursAgo = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 30, 24 * 10, 24 * 20);
const ofAll = (model: Model) => model.applications;
const isRejected = ({ stage }: ModelApplication) => stage === 'rejected';
const isOpen = ({ stage }: ModelApplication) => (REJECTABLE_STAGES as readonly Stage[]).includes(stage);
const some = (is: (one: ModelApplication) => boolean) => (model: Model) => model.applications.some(is);

const recorded = fc.record({
  contact: somebody,
  job: fc.nat(5),
  stage: fc.constantFrom(...STAGES_OF_MOST),
});
type Recorded = { contact: number; job: number; stage: (typeof REJECTABLE_STAGES)[number] };

async function record(world: World, { contact, job, stage }: Recorded): Promise<ModelApplication> {
  const contactId = (await contactAt(world, contact))?.id ?? null;
  const payload = { companyName: `Company ${job % 3}`, title: `Job ${job}`, stage, contactId };
  const { body } = await world.call('POST', '/applications', payload);
  const { id, vacancyId } = body as { id: string; vacancyId: string };
  const known = { id, vacancyId, contactId, stage, stageBefore: stage, contactChanged: false, rejections: [] };
  world.model.applications.push(known);
  return known;
}

async function reject(
  world: World,
  application: ModelApplication | undefined,
  { ago, hasReasons }: { ago: number; hasReasons: boolean },
): Promise<void> {
  if (!application) return;
  const receivedAt = ago === 0 ? {} : { receivedAt: new Date(world.now.getTime() - ago * HOUR).toISOString() };
  const reason = hasReasons ? { reason: { category: 'experience', words: 'Somebody knew more.' } } : {};
  const path = `/applications/${application.id}/rejection`;
  const { isDone, body } = await world.call('POST', path, { ...receivedAt, ...reason });
  if (!isDone) return;
  const rejection = body.rejection as { receivedAt: string; stage: ModelApplication['stageBefore'] };
  application.stageBefore = rejection.stage;
  application.stage = 'rejected';
  const { stage } = rejection;
  application.rejections.push({ receivedAt: new Date(rejection.receivedAt), stage, hasReasons, stands: true });
}

/** Mostly the plan is made soon after; sometimes nobody gets to it. */
const recordAndReject = fc
  .record({
    what: recorded,
    ago: hoursAgo,
    hasReasons: fc.nat(3).map((n) => n === 3),
    looks: fc.nat(3),
    dice: seedOfDice,
  })
  .map(
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
  .record({ pick, ago: hoursAgo, hasReasons: fc.boolean() })
  .map(
    (drawn) =>
      new Act(
        'reject',
        drawn,
        (world, given) => reject(world, at(ofAll(world.model).filter(isOpen), given.pick), given),
        some(isOpen),
      ),
  );

const giveReasons = pick.map(
  (drawn) =>
    new Act(
      'giveReasons',
      drawn,
      async (world, pick) => {
        const { id, rejections } = at(ofAll(world.model).filter(isRejected), pick)!;
        const reason = { category: 'hard_skills', words: `Reason ${world.model.edits}` };
        const { isDone } = await world.call('PATCH', `/applications/${id}/rejection`, { reason });
        if (isDone) rejections.at(-1)!.hasReasons = true;
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
        (world, { pick, mistake }) => endRejection(world, at(ofAll(world.model).filter(isRejected), pick)!, mistake),
        some(isRejected),
      ),
  );

/** An offer that was accepted is the end of all letters, so the next time it is taken back. */
const accept = pick.map(
  (drawn) =>
    new Act('accept', drawn, async ({ model, call }, pick) => {
      const accepted = model.applications.find(({ stage }) => stage === 'accepted');
      const application = accepted ?? at(model.applications.filter(isOpen), pick);
      if (!application) return;
      const stage = accepted ? 'offer' : 'accepted';
      const { isDone } = await call('POST', `/applications/${application.id}/stage`, { stage });
      if (!isDone) return;
      application.stage = stage;
      if (!accepted) model.ever.add('offer_accepted');
    }),
);

const moveToContact = fc.record({ pick, contact: somebody }).map(
  (drawn) =>
    new Act(
      'moveToContact',
      drawn,
      async (world, { pick, contact }) => {
        const application = at(ofAll(world.model), pick)!;
        const contactId = (await contactAt(world, contact))?.id ?? null;
        const { isDone } = await world.call('PATCH', `/applications/${application.id}`, { contactId });
        if (!isDone || contactId === application.contactId) return;
        application.contactId = contactId;
        application.contactChanged = true;
      },
      some(() => true),
    ),
);

const observe = fc.record({ pick, status: fc.constantFrom('closed', 'open') }).map(
  (drawn) =>
    new Act(
      'observe',
      drawn,
      async (world, { pick, status }) => {
        await world.call('POST', `/vacancies/${at(ofAll(world.model), pick)!.vacancyId}/observations`, { status });
      },
      some(() => true),
    ),
);

const changed: fc.Arbitrary<Partial<ModelSettings>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ approval: fc.constantFrom('auto', 'review') }) },
  fc.record({ enabled: fc.constantFrom(true, true, false) }),
  fc.record({ looking: fc.constantFrom(true, true, false) }),
  fc.constantFrom(
    { from: 0, to: 24, weekends: true },
    { from: 9, to: 12, weekends: false },
    { from: 9, to: 12 },
    { from: 20, to: 22 },
  ),
  fc.record({ gapDays: fc.constantFrom(0, 2, 14, 40) }),
  fc.record({ dailyCap: fc.constantFrom(1, 3, 40) }),
);

const changeSettings = changed.map(
  (drawn) =>
    new Act('changeSettings', drawn, async (world, change) => {
      const { model } = world;
      model.settings = { ...model.settings, ...change };
      await world.call('PATCH', '/settings', settingsPatch(model.settings));
      if (!model.settings.enabled) model.ever.add('disabled');
      if (!model.settings.looking) model.ever.add('not_looking');
    }),
);

export const ACTS_ON_APPLICATIONS = [
  { weight: 22, arbitrary: recordAndReject },
  { weight: 2, arbitrary: recordOnly },
  { weight: 3, arbitrary: rejectOne },
  { weight: 2, arbitrary: giveReasons },
  { weight: 2, arbitrary: revive },
  { weight: 2, arbitrary: accept },
  { weight: 1, arbitrary: moveToContact },
  { weight: 2, arbitrary: observe },
  { weight: 2, arbitrary: changeSettings },
];
