/** What a deed does to the plan, and whether that is anything. */
import type { Audience, ShownState } from '@app/contracts/words';

interface Step {
  audience: Audience;
  state: ShownState;
}

interface Moved extends Step {
  dueAt: string;
  was: string;
}

export interface Foretold {
  starts: readonly Step[];
  stops: readonly Step[];
  moves: readonly Moved[];
  notices: readonly { code: Notice }[];
}

export type Notice = 'looking_turned_off' | 'looking_turned_on' | 'not_looking' | 'preview_incomplete';

export type Effect = 'stops' | 'starts' | 'is_held' | 'moves' | 'goes_on';

export interface Counted {
  effect: Effect;
  letters: number;
  reminders: number;
}

/** How many of each, the gravest first; what does not come into being is no effect. */
export function countedOf({ starts, stops, moves }: Pick<Foretold, 'starts' | 'stops' | 'moves'>): Counted[] {
  const isHeld = ({ state }: Step) => state === 'held';
  const isLater = (step: Moved) => !isHeld(step) && step.was !== step.dueAt;
  const effects: [Effect, readonly Step[]][] = [
    ['stops', stops],
    ['starts', starts.filter(({ state }) => state !== 'skipped')],
    ['is_held', moves.filter(isHeld)],
    ['moves', moves.filter(isLater)],
    ['goes_on', moves.filter((step) => !isHeld(step) && !isLater(step))],
  ];
  return effects
    .filter(([, steps]) => steps.length > 0)
    .map(([effect, steps]) => {
      const letters = steps.filter(({ audience }) => audience === 'contact').length;
      return { effect, letters, reminders: steps.length - letters };
    });
}

/** Something that somebody would want to know beforehand. */
export const changesSomething = (foretold: Foretold): boolean =>
  countedOf(foretold).length > 0 || foretold.notices.length > 0;
