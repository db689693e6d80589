/** What the candidate records about applications. */
import { REJECTABLE_STAGES, type RejectableStage, type Stage } from '@app/contracts';
import fc from 'fast-check';
import { Act, at } from './act.js';
import { contactAt, somebody } from './acts-on-contacts.js';
import type { Model, ModelApplication } from './model.js';
import type { World } from './world.js';

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
export const isRejected = ({ stage }: ModelApplication): boolean => stage === 'rejected';
export const isOpen = ({ stage }: ModelApplication): boolean => (REJECTABLE_STAGES as readonly Stage[]).includes(stage);
export const some = (is: (one: ModelApplication) => boolean) => (model: Model) => model.livingApplications.some(is);

export const recorded = fc.record({
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

const recordOnly = recorded.map(
  (drawn) => new Act('record', drawn, async (world, given) => void (await record(world, given))),
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
  { weight: 2, arbitrary: recordOnly },
  { weight: 2, arbitrary: replaceContact },
];
