/** Settings that were changed, and time that passed, while a letter waited. */
import { say } from './acts-on-follow-ups.js';
import { changeSettings, pauseOf } from './acts-on-settings.js';
import { before354, type Course, DAY, letterOf, quiet, sent, turnedDown } from './known-courses.js';

export const COURSES_OF_SETTINGS: Record<string, Course> = {
  'two months of a shut laptop': async (world) => {
    await turnedDown(world);
    await world.advance(60 * DAY, false);
  },
  'every letter is to be seen, said while one waits': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { approval: 'review' });
  },
  'every letter is to be seen, said at the 354': async (world) => {
    await turnedDown(world);
    await before354(world, () => changeSettings(world, { approval: 'review' }));
  },
  'letters are switched off while one waits': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { enabled: false });
  },
  'letters are switched off at the 354': async (world) => {
    await turnedDown(world);
    await before354(world, () => changeSettings(world, { enabled: false }));
  },
  'switched off, and on again': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { enabled: false, looking: false });
    await quiet(world);
    await changeSettings(world, { enabled: true, looking: true });
  },
  'the search ends while a letter waits': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { looking: false });
  },
  'letters wait for a moment': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { noLettersUntil: pauseOf(world, 5) });
    await world.advance(3 * DAY, false);
    await quiet(world);
  },
  'letters wait for a moment, and go sooner': async (world) => {
    await changeSettings(world, { noLettersUntil: pauseOf(world, 12) });
    await turnedDown(world);
    await changeSettings(world, { noLettersUntil: pauseOf(world, 4) });
    await quiet(world);
    await changeSettings(world, { noLettersUntil: null });
    await quiet(world);
  },
  'no letters for a while, said at the 354': async (world) => {
    await turnedDown(world);
    await before354(world, () => changeSettings(world, { noLettersUntil: pauseOf(world, 5) }));
  },
  'no letters until it is too late': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { noLettersUntil: pauseOf(world, 40) });
  },
  'sent at once while no letters go': async (world) => {
    const application = await turnedDown(world);
    await changeSettings(world, { noLettersUntil: pauseOf(world, 5) });
    await say(world, await letterOf(world, application), 'send-now');
  },
  'sent at once by who does not look': async (world) => {
    const application = await turnedDown(world);
    await changeSettings(world, { looking: false });
    await say(world, await letterOf(world, application), 'send-now');
  },
  'the very moment at which a held letter lapses': async (world) => {
    const application = await turnedDown(world);
    await changeSettings(world, { looking: false });
    await quiet(world);
    const id = await letterOf(world, application);
    const [held] = await world.ground.db.query<{ lapses_at: Date }>('select lapses_at from follow_ups where id = $1', [
      id,
    ]);
    await world.ground.clock.set(held!.lapses_at);
  },
  'more days before the letter': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { delayDays: 8 });
    await quiet(world);
  },
  'fewer hours in which to write': async (world) => {
    await turnedDown(world);
    await changeSettings(world, { from: 20, to: 22 });
    await quiet(world);
  },
  'a shorter gap': async (world) => {
    await turnedDown(world);
    await sent(world);
    await turnedDown(world);
    await changeSettings(world, { gapDays: 2 });
    await quiet(world);
  },
};
