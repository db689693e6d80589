/** Settings that are changed after things were planned by them. */
import fc from 'fast-check';
import { Act } from './act.js';
import { type ModelSettings, settingsPatch } from './model-settings.js';
import type { World } from './world.js';

export async function changeSettings({ model, call }: World, change: Partial<ModelSettings>): Promise<void> {
  const { isDone } = await call('PATCH', '/settings', settingsPatch(change));
  if (!isDone) return;
  model.settings = { ...model.settings, ...change };
  if (change.looking !== undefined) model.lookingOffBy = null;
  if (change.delayDays !== undefined) model.delays.add(change.delayDays);
  if (!model.settings.enabled) model.ever.add('disabled');
  if (!model.settings.looking) model.ever.add('not_looking');
}

const changed: fc.Arbitrary<Partial<ModelSettings>> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ approval: fc.constantFrom('auto', 'review') }) },
  { weight: 2, arbitrary: fc.record({ enabled: fc.constantFrom(true, true, false) }) },
  { weight: 3, arbitrary: fc.record({ looking: fc.constantFrom(true, false) }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { from: 0, to: 24, weekends: true },
      { from: 9, to: 12, weekends: false },
      { from: 9, to: 12 },
      { from: 20, to: 22 },
    ),
  },
  { weight: 2, arbitrary: fc.record({ timezone: fc.constantFrom('UTC', 'America/Los_Angeles', 'Asia/Kolkata') }) },
  fc.record({ gapDays: fc.constantFrom(0, 2, 14, 40) }),
  fc.record({ dailyCap: fc.constantFrom(1, 3, 40) }),
  fc.record({ delayDays: fc.constantFrom(1, 3, 8) }),
  fc.record({ remindersAt: fc.constantFrom('08:00', '19:30') }),
  fc.record({ reflectionDays: fc.constantFrom(2, 5) }),
  fc.record({ checkInDays: fc.constantFrom([90], [30, 90], [60]) }),
);

const change = fc.record({ changed, looks: fc.nat(1), dice: fc.nat(2 ** 31 - 1) }).map(
  (drawn) =>
    new Act('changeSettings', drawn, async (world, { changed, looks, dice }) => {
      await changeSettings(world, changed);
      await world.look(dice, looks);
    }),
);

const DAY = 86_400_000;

const pause = fc
  .record({ days: fc.constantFrom(null, null, 1, 4, 12), looks: fc.nat(1), dice: fc.nat(2 ** 31 - 1) })
  .map(
    (drawn) =>
      new Act('pauseLetters', drawn, async (world, { days, looks, dice }) => {
        await changeSettings(world, { noLettersUntil: pauseOf(world, days) });
        await world.look(dice, looks);
      }),
  );

export const pauseOf = ({ now }: World, days: number | null): Date | null =>
  days === null ? null : new Date(now.getTime() + days * DAY);

export const ACTS_ON_SETTINGS = [
  { weight: 4, arbitrary: change },
  { weight: 1, arbitrary: pause },
];
