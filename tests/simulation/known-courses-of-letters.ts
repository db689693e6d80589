/** Courses of life that once ended in a letter too many, amiss or missing. */
import { record } from './acts-on-applications.js';
import { recordTouch, setAddress, setOptOut, slotOf } from './acts-on-contacts.js';
import { deleteApplication, deleteContact, restoreApplication } from './acts-on-deletions.js';
import { say } from './acts-on-follow-ups.js';
import { acceptOffer, formerJob, stepBack } from './acts-on-offers.js';
import { reject } from './acts-on-rejections.js';
import { changeSettings } from './acts-on-settings.js';
import { seen, sayToDraft } from './acts-on-vacancies.js';
import {
  before354,
  contactOf,
  type Course,
  DAY,
  HOUR,
  letterOf,
  PLAIN,
  quiet,
  sent,
  slept,
  turnedDown,
} from './known-courses.js';
import type { ModelApplication } from './model.js';
import type { World } from './world.js';

async function openedAgain(world: World, application: ModelApplication): Promise<void> {
  await seen(world, application, 'closed');
  await world.advance(HOUR, false);
  await seen(world, application, 'open');
  await quiet(world);
}

/** They wrote back, so that the next letter need not wait for the gap. */
async function answeredAndOpenedAgain(world: World): Promise<ModelApplication> {
  const application = await turnedDown(world);
  await sent(world);
  await recordTouch(world, contactOf(world, application), { kind: 'mail', isIn: true, ago: 0 });
  await openedAgain(world, application);
  return application;
}

async function anew(world: World, { contactId }: ModelApplication): Promise<ModelApplication> {
  const contact = slotOf(world.model.contact(contactId));
  const again = await record(world, { contact, job: 0, stage: 'interview' });
  await reject(world, again, PLAIN);
  return again;
}

/** More than lies between two letters of one mailbox. */
const MAILBOX_SPACING = HOUR / 60;

/** Three letters of one morning, and the server says no to whatever comes from us. */
async function refusedThrice(world: World, ending: 'noRelay' | 'unwantedAfter'): Promise<void> {
  for (const contact of [1, 2, 3]) {
    const application = await record(world, { contact, job: contact, stage: 'interview' });
    await reject(world, application, PLAIN);
  }
  world.mail.ends = ending;
  await sent(world);
  // One after the other, as the mailbox is spaced: the second refusal closes the account before the third letter's turn.
  for (let letter = 2; letter <= 3; letter += 1) {
    await world.advance(MAILBOX_SPACING, false);
    await quiet(world);
  }
  await world.advance(3 * HOUR, false);
  await quiet(world);
  world.mail.ends = null;
}

export const COURSES_OF_LETTERS: Record<string, Course> = {
  'the mail server relays for nobody, and does so again': (world) => refusedThrice(world, 'noRelay'),
  'the mail server wants nothing of ours, and takes it again': (world) => refusedThrice(world, 'unwantedAfter'),
  'an offer was accepted years ago': async (world) => {
    await formerJob(world, 1_000);
    await turnedDown(world);
  },
  'an offer is accepted and given back': async (world) => {
    const other = await record(world, { contact: 2, job: 1, stage: 'offer' });
    await turnedDown(world);
    await acceptOffer(world, other, 0);
    await quiet(world);
    await stepBack(world, other);
  },
  'the vacancy closed again after the yes': async (world) => {
    const application = await answeredAndOpenedAgain(world);
    await sayToDraft(world, application.id, 'approve');
    await seen(world, application, 'closed');
  },
  'the vacancy closed again at the 354': async (world) => {
    const application = await answeredAndOpenedAgain(world);
    await sayToDraft(world, application.id, 'approve');
    await before354(world, () => seen(world, application, 'closed'));
  },
  'the vacancy opened again twice': async (world) => {
    await openedAgain(world, await answeredAndOpenedAgain(world));
  },
  'a sent letter, and its application deleted and recorded anew': async (world) => {
    const application = await turnedDown(world);
    await sent(world);
    await deleteApplication(world, application);
    await anew(world, application);
  },
  'the same with the contact': async (world) => {
    const application = await turnedDown(world);
    await sent(world);
    await deleteApplication(world, application);
    await deleteContact(world, contactOf(world, application));
    await anew(world, application);
  },
  'written to at another address, deleted, and recorded anew with the former one': async (world) => {
    const application = await turnedDown(world);
    await changeSettings(world, { gapDays: 2 });
    await setAddress(world, contactOf(world, application), '8@example.net');
    await sent(world);
    await world.advance(5 * DAY, false);
    await deleteApplication(world, application);
    await deleteContact(world, contactOf(world, application));
    await anew(world, application);
  },
  'within the gap of a letter at another address of who is deleted and recorded anew': async (world) => {
    const application = await turnedDown(world);
    await setAddress(world, contactOf(world, application), '8@example.net');
    await sent(world);
    await deleteApplication(world, application);
    await deleteContact(world, contactOf(world, application));
    await reject(world, await record(world, { contact: 1, job: 1, stage: 'interview' }), PLAIN);
    await sent(world);
  },
  'who opted out is deleted and recorded anew': async (world) => {
    const application = await turnedDown(world);
    await setOptOut(world, contactOf(world, application), true);
    await deleteApplication(world, application);
    await deleteContact(world, contactOf(world, application));
    await anew(world, application);
  },
  'a day is full, and what filled it is deleted': async (world) => {
    await changeSettings(world, { dailyCap: 1 });
    const application = await turnedDown(world);
    await world.advance(HOUR, false);
    await turnedDown(world, {}, 2);
    await world.advance(DAY - HOUR, false);
    await quiet(world);
    await deleteApplication(world, application);
  },
  'the vacancy closed again before it was told': async (world) => {
    const application = await turnedDown(world);
    await seen(world, application, 'closed');
    await world.advance(HOUR, false);
    await seen(world, application, 'open');
    await world.look(0, 1);
    await seen(world, application, 'closed');
  },
  'cancelled by hand, and then not': async (world) => {
    const application = await turnedDown(world);
    const letter = await letterOf(world, application);
    await say(world, letter, 'cancel');
    await quiet(world);
    await say(world, letter, 'restore');
  },
  'deleted, and brought back': async (world) => {
    const application = await turnedDown(world);
    await deleteApplication(world, application);
    await quiet(world);
    await restoreApplication(world, application);
  },
  'boilerplate for a reason': async (world) => {
    await turnedDown(world, { reason: 'boilerplate' });
  },
  'words that nobody sorted for a reason': async (world) => {
    await turnedDown(world, { reason: 'pasted' });
  },
  'reasons that were none after all': async (world) => {
    const { id, rejections } = await turnedDown(world, { reason: 'given' });
    const reason = { category: null, words: null };
    const { isDone } = await world.call('PATCH', `/applications/${id}/rejection`, { reason });
    if (!isDone) return;
    rejections[0]!.hasReasons = false;
    rejections[0]!.ever.add('no_reasons');
  },
  'in doubt, cancelled, and then not': async (world) => {
    world.mail.ends = 'droppedKept';
    const application = await turnedDown(world);
    await sent(world);
    world.mail.ends = null;
    const letter = await letterOf(world, application);
    await say(world, letter, 'cancel');
    await say(world, letter, 'restore');
    await quiet(world);
  },
  'in doubt, and sent again by hand': async (world) => {
    world.mail.ends = 'droppedKept';
    const application = await turnedDown(world);
    await sent(world);
    world.mail.ends = 'accepted';
    await world.advance(HOUR, false);
    await say(world, await letterOf(world, application), 'resend');
    await quiet(world);
  },
  'deleted, and its day has come before anybody heard': async (world) => {
    const application = await turnedDown(world);
    await world.advance(DAY + HOUR, false);
    await deleteApplication(world, application);
    await quiet(world);
  },
  'a sender sleeps for a day': async (world) => {
    await turnedDown(world);
    await before354(world, () => world.advance(DAY, true));
  },
  'a sender sleeps for a day, and renews its lease first': async (world) => {
    await turnedDown(world);
    await before354(world, () => slept(world));
  },
};
