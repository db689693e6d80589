/** What life did to letters and reminders once, and must not do again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeSettings } from './acts-on-settings.js';
import type { Course } from './known-courses.js';
import { COURSES_OF_CONTACTS } from './known-courses-of-contacts.js';
import { COURSES_OF_LETTERS } from './known-courses-of-letters.js';
import { COURSES_OF_REMINDERS } from './known-courses-of-reminders.js';
import { COURSES_OF_SETTINGS } from './known-courses-of-settings.js';
import { endGround, groundWithTimers } from './timers.js';
import { type Ground, World } from './world.js';

let ground: Ground;

beforeAll(async () => {
  ground = await groundWithTimers();
}, 120_000);

afterAll(() => endGround(ground));

const broken = async (course: Course): Promise<string> => {
  const world = await World.begin(ground);
  await changeSettings(world, { from: 0, to: 24, weekends: true });
  try {
    await course(world);
    await world.settle();
    return '';
  } catch (error) {
    return String(error);
  }
};

describe.each([
  ['letters', COURSES_OF_LETTERS],
  ['contacts', COURSES_OF_CONTACTS],
  ['settings', COURSES_OF_SETTINGS],
  ['reminders', COURSES_OF_REMINDERS],
])('%s', (_of, courses) => {
  it.each(Object.entries(courses))('%s', async (_name, course) => {
    expect(await broken(course)).toBe('');
  });
});
