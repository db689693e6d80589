/** Courses of life that once ended without a reminder, or with one at the wrong hour. */
import { record } from './acts-on-applications.js';
import { setOptOut } from './acts-on-contacts.js';
import { deleteApplication, deleteContact } from './acts-on-deletions.js';
import { say } from './acts-on-follow-ups.js';
import { changeInterview, schedule } from './acts-on-interviews.js';
import { changeSettings } from './acts-on-settings.js';
import { contactOf, type Course, DAY, quiet, slept, turnedDown } from './known-courses.js';
import type { ClaimedRow } from './simulated-mail-server.js';
import type { World } from './world.js';

async function idsOf(world: World, kinds: string[]): Promise<string[]> {
  const rows = await world.ground.db.query<{ id: string }>(
    `select id from follow_ups where kind = any ($1) and state = 'waiting' and candidate_id <> $2 order by id`,
    [kinds, '00000000-0000-7000-8000-0000000000b1'],
  );
  return rows.map(({ id }) => id);
}

/** Two that came due on one day are where the mail server asks for their text. */
async function together354(world: World, meanwhile: (rows: readonly ClaimedRow[]) => Promise<unknown>): Promise<void> {
  await turnedDown(world);
  world.mail.standsStill = 'before';
  await world.advance(91 * DAY, false);
  await quiet(world);
  world.mail.standsStill = null;
  const digest = world.suspensions.open.find(({ rows }) => rows.length > 1)!;
  await meanwhile(digest.rows);
  await world.queue.goOn(digest);
}

export const COURSES_OF_REMINDERS: Record<string, Course> = {
  'the latest of two rejected applications is deleted': async (world) => {
    await turnedDown(world);
    await world.advance(DAY, false);
    const latest = await turnedDown(world);
    await deleteApplication(world, latest);
    await quiet(world);
  },
  'hello was said before its day': async (world) => {
    await turnedDown(world);
    for (const wait of [DAY, DAY]) await world.advance(wait, false).then(() => quiet(world));
    for (const id of await idsOf(world, ['check_in'])) await say(world, id, 'done');
    await quiet(world);
  },
  'both were done': async (world) => {
    await turnedDown(world);
    for (const wait of [DAY, DAY]) await world.advance(wait, false).then(() => quiet(world));
    for (const id of await idsOf(world, ['check_in', 'half_year'])) await say(world, id, 'done');
    await quiet(world);
  },
  'another time zone': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { timezone: 'America/Los_Angeles' });
    await quiet(world);
  },
  'another hour for reminders': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { remindersAt: '19:30' });
    await quiet(world);
  },
  'more days before looking back': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { reflectionDays: 5 });
    await quiet(world);
  },
  'more days before a hello': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { checkInDays: [60] });
    await quiet(world);
  },
  'two rounds ahead': async (world) => {
    const application = await record(world, { contact: 1, job: 0, stage: 'interview' });
    for (const inHours of [76, 200]) await schedule(world, application, inHours);
    await quiet(world);
  },
  'one of two rounds is moved, the other taken away': async (world) => {
    const application = await record(world, { contact: 1, job: 0, stage: 'interview' });
    for (const inHours of [76, 200]) await schedule(world, application, inHours);
    await quiet(world);
    await changeInterview(world, application, { pick: 0, deed: 'move', inHours: 120 });
    await quiet(world);
    await changeInterview(world, application, { pick: 1, deed: 'remove', inHours: 0 });
    await quiet(world);
  },
  'another time zone before an interview': async (world) => {
    await schedule(world, await record(world, { contact: 1, job: 0, stage: 'interview' }), 76);
    await quiet(world);
    await changeSettings(world, { timezone: 'America/Los_Angeles' });
    await quiet(world);
  },
  'one of two is cancelled at the 354': async (world) => {
    await together354(world, (rows) => say(world, rows[0]!.id, 'cancel'));
  },
  'one of two loses its reason at the 354': async (world) => {
    await together354(world, (rows) => setOptOut(world, world.model.contact(rows[0]!.contactId)!, true));
  },
  'the contact is deleted, and their day has come before anybody heard': async (world) => {
    const application = await turnedDown(world);
    await world.advance(91 * DAY, false);
    await deleteApplication(world, application);
    await deleteContact(world, contactOf(world, application));
    await quiet(world);
  },
  'the sender of both sleeps for a day, and renews its lease first': async (world) => {
    await together354(world, () => slept(world));
  },
  'cancelled, and the next one': async (world) => {
    await changeSettings(world, { checkInDays: [30, 90] });
    await turnedDown(world);
    for (const id of await idsOf(world, ['check_in'])) await say(world, id, 'cancel');
    await changeSettings(world, { remindersAt: '19:30' });
    await quiet(world);
  },
};
