/** Steps of the courses that are written down, whatever is drawn. */
import { record } from './acts-on-applications.js';
import { reject } from './acts-on-rejections.js';
import type { ModelApplication, ModelContact } from './model.js';
import type { World } from './world.js';

export type Course = (world: World) => Promise<void>;

export const HOUR = 3_600;
export const DAY = 24 * HOUR;
export const PLAIN = { ago: 0, reason: 'none', isByMail: false } as const;

/** Everything that can be done at this moment is done. */
export async function quiet(world: World): Promise<void> {
  while ((await world.look(0, 1)) > 0);
  await world.afterAct();
}

export async function turnedDown(world: World, said: Partial<Parameters<typeof reject>[2]> = {}, contact = 1) {
  const application = await record(world, { contact, job: 0, stage: 'interview' });
  await reject(world, application, { ...PLAIN, ...said });
  await quiet(world);
  return application;
}

/** The letter is where the mail server asks for its text; `handled`: whoever is told of what happens then, is told. */
export async function before354(world: World, meanwhile: () => Promise<unknown>, handled = false): Promise<void> {
  world.mail.standsStill = 'before';
  await sent(world);
  world.mail.standsStill = null;
  await meanwhile();
  if (handled) await quiet(world);
  for (const conversation of world.suspensions.open) await world.queue.goOn(conversation);
}

/** Whoever holds a conversation: the first thing that goes on is the timer of its lease. */
export async function slept(world: World): Promise<void> {
  await world.advance(DAY, true);
  await world.advance(3, false);
}

/** Its day has come, and every hour is an hour to write. */
export async function sent(world: World): Promise<void> {
  await world.advance(DAY + HOUR, false);
  await quiet(world);
}

export async function letterOf(world: World, { id }: ModelApplication): Promise<string> {
  const [row] = await world.ground.db.query<{ id: string }>(
    `select id from follow_ups where application_id = $1 and audience = 'contact' order by id desc`,
    [id],
  );
  return row!.id;
}

export const contactOf = (world: World, { contactId }: ModelApplication): ModelContact =>
  world.model.contact(contactId)!;
