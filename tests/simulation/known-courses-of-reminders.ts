/** Courses of life that once ended without a reminder, or with one at the wrong hour. */
import { record } from './acts-on-applications.js';
import { deleteApplication } from './acts-on-deletions.js';
import { say } from './acts-on-follow-ups.js';
import { changeInterview, schedule } from './acts-on-interviews.js';
import { changeSettings } from './acts-on-settings.js';
import { type Course, DAY, quiet, turnedDown } from './known-courses.js';
import type { World } from './world.js';

async function idsOf(world: World, kinds: string[]): Promise<string[]> {
  const rows = await world.ground.db.query<{ id: string }>(
    `select id from follow_ups where kind = any ($1) and state = 'waiting' and candidate_id <> $2 order by id`,
    [kinds, '00000000-0000-7000-8000-0000000000b1'],
  );
  return rows.map(({ id }) => id);
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
};
