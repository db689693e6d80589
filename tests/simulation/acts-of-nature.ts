/** Time passes, the queue runs, conversations go on, processes die. */
import fc from 'fast-check';
import { Act, at } from './act.js';
import { Dice } from './dice.js';

const runQueue = fc.record({ dice: fc.nat(2 ** 31 - 1), looks: fc.constantFrom(1, 2, 3) }).map(
  (drawn) =>
    new Act('runQueue', drawn, async (world, { dice: seed, looks }) => {
      const dice = new Dice(seed);
      world.throw(dice);
      for (let look = 0; look < looks; look += 1) await world.queue.run(dice);
    }),
);

const MINUTE = 60;
const DAY = 86_400;
const advance = fc
  .record({
    seconds: fc.oneof(
      fc.constantFrom(2, 7, 9, 40, 6 * MINUTE, 3_600, 7_200),
      fc.constantFrom(8 * 3_600, DAY, DAY, DAY, 3 * DAY),
      fc.constantFrom(15 * DAY, 45 * DAY, 200 * DAY),
    ),
    frozen: fc.boolean(),
  })
  .map((drawn) => new Act('advance', drawn, (world, { seconds, frozen }) => world.advance(seconds, frozen)));

/** The next time that it is 10:00 in London or New York on most days of the year; then whatever is due goes. */
const morning = fc.record({ hour: fc.constantFrom(10, 10, 15), dice: fc.nat(2 ** 31 - 1) }).map(
  (drawn) =>
    new Act('morning', drawn, async (world, { hour, dice: seed }) => {
      const today = new Date(world.now).setUTCHours(hour, 0, 0, 0);
      const seconds = (today - world.now.getTime()) / 1000;
      await world.advance(seconds > 0 ? seconds : seconds + DAY, false);
      const dice = new Dice(seed);
      world.throw(dice);
      for (let look = 0; look < 3; look += 1) await world.queue.run(dice);
    }),
);

const goOn = fc.nat(3).map(
  (drawn) =>
    new Act('goOn', drawn, async (world, pick) => {
      const conversation = at(world.suspensions.open, pick);
      if (conversation) await world.queue.goOn(conversation);
    }),
);

const kill = fc.nat(1).map((drawn) => new Act('kill', drawn, (world, pick) => world.queue.kill(pick)));

export const ACTS_OF_NATURE = [
  { weight: 10, arbitrary: runQueue },
  { weight: 10, arbitrary: morning },
  { weight: 7, arbitrary: advance },
  { weight: 6, arbitrary: goOn },
  { weight: 2, arbitrary: kill },
];
