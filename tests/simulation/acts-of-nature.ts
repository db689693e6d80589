/** Time passes, the queue runs, processes die. */
import fc from 'fast-check';
import { Act } from './act.js';
import type { World } from './world.js';

const dice = fc.nat(2 ** 31 - 1);

const runQueue = fc
  .record({ dice, looks: fc.constantFrom(1, 2, 3) })
  .map(
    (drawn) => new Act('runQueue', drawn, (world, { dice, looks }) => world.look(dice, looks).then(() => undefined)),
  );

const MINUTE = 60;
const DAY = 86_400;
const advance = fc
  .record({
    seconds: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(2, 7, 9, 40, 6 * MINUTE, 3_600, 7_200) },
      { weight: 4, arbitrary: fc.constantFrom(8 * 3_600, DAY, DAY, DAY, 3 * DAY) },
      { weight: 1, arbitrary: fc.constantFrom(15 * DAY, 45 * DAY, 200 * DAY) },
    ),
    frozen: fc.boolean(),
  })
  .map((drawn) => new Act('advance', drawn, (world, { seconds, frozen }) => world.advance(seconds, frozen)));

/** The window opens, in London or in New York; then whatever is due goes. */
export async function goodMorning(world: World, behind: number, dice: number, looks: number): Promise<void> {
  const today = new Date(world.now).setUTCHours(world.model.settings.from + behind, 50, 0, 0);
  const seconds = (today - world.now.getTime()) / 1000;
  await world.advance(seconds > 0 ? seconds : seconds + DAY, false);
  await world.look(dice, looks);
}

const morning = fc
  .record({ behind: fc.constantFrom(0, 0, 5), dice })
  .map((drawn) => new Act('morning', drawn, (world, { behind, dice }) => goodMorning(world, behind, dice, 3)));

const kill = fc.nat(1).map((drawn) => new Act('kill', drawn, (world, pick) => world.queue.kill(pick)));

export const ACTS_OF_NATURE = [
  { weight: 10, arbitrary: runQueue },
  { weight: 20, arbitrary: morning },
  { weight: 7, arbitrary: advance },
  { weight: 2, arbitrary: kill },
];
