/** Offers that are accepted, also years ago, and accepted offers that come to nothing. */
import fc from 'fast-check';
import { Act, at } from './act.js';
import { isOpen, record } from './acts-on-applications.js';
import type { ModelApplication } from './model.js';
import type { World } from './world.js';

const DAY = 86_400_000;
/** So old may an acceptance be that ends the search. */
const RECENT = 30 * DAY;

export async function acceptOffer(world: World, application: ModelApplication, daysAgo: number): Promise<void> {
  const when = new Date(world.now.getTime() - daysAgo * DAY);
  const said = daysAgo === 0 ? {} : { at: when.toISOString() };
  const { isDone } = await world.call('POST', `/applications/${application.id}/stage`, { stage: 'accepted', ...said });
  if (!isDone) return;
  application.stage = 'accepted';
  await accepted(world, application, when);
}

async function accepted(world: World, { id }: ModelApplication, when: Date): Promise<void> {
  const { model, now } = world;
  model.acceptances.push({ applicationId: id, at: when, stands: true, forgottenAt: null });
  const later = model.livingApplications.some((one) => one.id !== id && one.appliedAt !== null && one.appliedAt > when);
  const endsSearch = model.settings.looking && !later && now.getTime() - when.getTime() <= RECENT;
  if (endsSearch) model.lookingOffBy = id;
  await world.learnLooking(endsSearch ? false : model.settings.looking);
}

export async function stepBack(world: World, application: ModelApplication): Promise<void> {
  const { model } = world;
  const { isDone } = await world.call('POST', `/applications/${application.id}/stage`, { stage: 'offer' });
  if (!isDone) return;
  application.stage = 'offer';
  for (const one of model.acceptances) if (one.applicationId === application.id) one.stands = false;
  // Of two that were accepted, nobody says which one it was.
  const isAnother = model.livingApplications.some(({ stage }) => stage === 'accepted');
  const isGivenBack = model.lookingOffBy === application.id;
  if (isGivenBack) model.lookingOffBy = null;
  await world.learnLooking(isAnother ? null : isGivenBack || model.settings.looking);
}

const daysAgo = fc.constantFrom(0, 0, 0, 3, 45, 1_000);

/** One that was accepted is given back the next time, or another one is accepted as well. */
const accept = fc.record({ pick: fc.nat(7), daysAgo, back: fc.nat(3) }).map(
  (drawn) =>
    new Act('accept', drawn, async (world, { pick, daysAgo, back }) => {
      const taken = world.model.livingApplications.find(({ stage }) => stage === 'accepted');
      if (taken && back > 0) return stepBack(world, taken);
      const application = at(world.model.livingApplications.filter(isOpen), pick);
      if (application) await acceptOffer(world, application, daysAgo);
    }),
);

/** The job of years ago, kept here for the record. */
export async function formerJob(world: World, daysAgo: number): Promise<void> {
  const when = new Date(world.now.getTime() - daysAgo * DAY);
  const application = await record(world, { contact: 0, job: 5, stage: 'accepted', appliedAt: when });
  await accepted(world, application, when);
}

const recordFormerJob = fc.constantFrom(40, 1_000).map((drawn) => new Act('formerJob', drawn, formerJob));

export const ACTS_ON_OFFERS = [
  { weight: 3, arbitrary: accept },
  { weight: 1, arbitrary: recordFormerJob },
];
