/** What is deleted, brought back, or recorded anew; a service that brings nothing back says so. */
import fc from 'fast-check';
import { Act, at } from './act.js';
import { record } from './acts-on-applications.js';
import { contactAt, slotOf } from './acts-on-contacts.js';
import { reject, REJECTED_HOURS_AGO } from './acts-on-rejections.js';
import type { ModelApplication, ModelContact } from './model.js';
import type { World } from './world.js';

const pick = fc.nat(7);
const dice = fc.nat(2 ** 31 - 1);

export async function deleteApplication(world: World, application: ModelApplication): Promise<boolean> {
  const { isDone } = await world.call('DELETE', `/applications/${application.id}`);
  if (!isDone) return false;
  Object.assign(application, { deletedAt: world.now, wasDeleted: true });
  // Whether the search goes on when the offer that ended it is deleted, nobody says.
  if (world.model.lookingOffBy === application.id) world.model.lookingOffBy = null;
  await world.learnLooking(null);
  return true;
}

/** By mistake, or to have it right: the same job at the same company, and the same answer. */
const deleteAndAnew = fc.record({ pick, isAnew: fc.nat(3), ago: REJECTED_HOURS_AGO, looks: fc.nat(1), dice }).map(
  (drawn) =>
    new Act(
      'deleteApplication',
      drawn,
      async (world, { pick, isAnew, ago, looks, dice }) => {
        const application = at(world.model.livingApplications, pick)!;
        const isDeleted = await deleteApplication(world, application);
        await world.look(dice, looks);
        if (!isDeleted || isAnew === 0) return;
        const contact = world.model.contact(application.contactId);
        const job = Number(application.companyName.slice(-1));
        const again = await record(world, { contact: slotOf(contact), job, stage: 'interview' });
        await reject(world, again, { ago, reason: 'none', isByMail: false });
      },
      ({ livingApplications }) => livingApplications.length > 0,
    ),
);

/** An application brings back whom it needs. */
async function learnWhetherBack({ model, call }: World, contactId: string | null): Promise<void> {
  const contact = model.contact(contactId);
  if (!contact?.isDeleted) return;
  const { isDone, body } = await call('GET', `/contacts/${contact.id}`);
  contact.isDeleted = !isDone;
  if (!isDone) return;
  if (!contact.doNotContact && body.doNotContact === true) model.optsOut(contact);
  else if (contact.doNotContact && contact.email !== null) model.optsOutAt(contact.email);
}

export async function restoreApplication(world: World, application: ModelApplication): Promise<void> {
  const { isDone } = await world.call('POST', `/applications/${application.id}/restore`);
  if (!isDone) return;
  application.deletedAt = null;
  await world.learnLooking(null);
  await learnWhetherBack(world, application.contactId);
}

const bringBack = pick.map(
  (drawn) =>
    new Act(
      'restoreApplication',
      drawn,
      (world, pick) =>
        restoreApplication(
          world,
          at(
            world.model.applications.filter(({ deletedAt }) => deletedAt !== null),
            pick,
          )!,
        ),
      ({ applications }) => applications.some(({ deletedAt }) => deletedAt !== null),
    ),
);

/** Nobody may name them any more; with their address they may be recorded anew. */
export async function deleteContact(world: World, contact: ModelContact): Promise<boolean> {
  const { isDone } = await world.call('DELETE', `/contacts/${contact.id}`);
  if (!isDone) return false;
  contact.isDeleted = true;
  contact.ever.add('deleted');
  return true;
}

/** Mostly one of whom there is something to be remembered. */
function somebodyToForget({ model, mail }: World, pick: number): ModelContact[] {
  const isKnown = ({ id, doNotContact, bounced }: ModelContact) =>
    doNotContact || bounced || mail.conversations.some(({ kept, rows }) => kept && rows[0]?.contactId === id);
  const known = model.livingContacts.filter(isKnown);
  return pick % 2 === 1 && known.length > 0 ? known : model.livingContacts;
}

const deleteContactAndAnew = fc.record({ pick, isFree: fc.boolean(), isAnew: fc.boolean() }).map(
  (drawn) =>
    new Act(
      'deleteContact',
      drawn,
      async (world, { pick, isFree, isAnew }) => {
        const contact = at(somebodyToForget(world, pick), pick)!;
        const slot = slotOf(contact);
        const named = world.model.livingApplications.filter(({ contactId }) => contactId === contact.id);
        if (isFree) {
          for (const application of named) await deleteApplication(world, application);
        }
        const isDeleted = await deleteContact(world, contact);
        if (!isDeleted || !isAnew) return;
        await contactAt(world, slot, contact.email);
        if (named.length === 0 || !isFree) return;
        const job = Number(named[0]!.companyName.slice(-1));
        const again = await record(world, { contact: slot, job, stage: 'screening' });
        await reject(world, again, { ago: 0, reason: 'none', isByMail: false });
      },
      ({ livingContacts }) => livingContacts.length > 0,
    ),
);

const restoreContact = pick.map(
  (drawn) =>
    new Act(
      'restoreContact',
      drawn,
      async (world, pick) => {
        const contact = at(
          world.model.contacts.filter(({ isDeleted }) => isDeleted),
          pick,
        )!;
        const { isDone } = await world.call('POST', `/contacts/${contact.id}/restore`);
        if (isDone) await learnWhetherBack(world, contact.id);
      },
      ({ contacts }) => contacts.some(({ isDeleted }) => isDeleted),
    ),
);

const companies = fc.record({ pick, verb: fc.constantFrom('delete', 'restore') }).map(
  (drawn) =>
    new Act(
      'company',
      drawn,
      async (world, { pick, verb }) => {
        const { companyId } = at(world.model.applications, pick)!;
        const path = `/companies/${companyId}`;
        await (verb === 'delete' ? world.call('DELETE', path) : world.call('POST', `${path}/restore`));
      },
      ({ applications }) => applications.length > 0,
    ),
);

export const ACTS_ON_DELETIONS = [
  { weight: 4, arbitrary: deleteAndAnew },
  { weight: 2, arbitrary: bringBack },
  { weight: 2, arbitrary: deleteContactAndAnew },
  { weight: 1, arbitrary: restoreContact },
  { weight: 1, arbitrary: companies },
];
