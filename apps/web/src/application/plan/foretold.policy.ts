/** A plan that is not written down yet, as the command said it would be. */
import type { ShownState } from '@app/contracts/words';

const DAY_MS = 24 * 60 * 60 * 1000;
/** As the API draws it: what is due within two weeks belongs to the days, and two days of room behind it. */
const NEAR_MS = 14 * DAY_MS;
const ROOM_MS = 2 * DAY_MS;

interface Step {
  state: ShownState;
  dueAt: string;
}

export interface Foretold<S extends Step> {
  /** When the no was written down, on the database's clock. */
  since: string;
  /** Until when the days are drawn. */
  to: string | undefined;
  /** What comes; left out: what does not, and why. */
  steps: S[];
  /** Nothing is going to be written down. */
  isEmpty: boolean;
  /** When it was said, on this browser's clock. */
  at: number;
}

/** `said`: nothing where nobody asked beforehand; then something may come. */
export function foretoldOf<S extends Step>(said: readonly S[] | undefined, since: string, now: Date): Foretold<S> {
  const from = Date.parse(since);
  const ahead = (said ?? []).filter(({ state }) => state !== 'skipped');
  const near = ahead.map(({ dueAt }) => Date.parse(dueAt)).filter((due) => due <= from + NEAR_MS);
  const to = near.length === 0 ? undefined : new Date(Math.max(from, ...near) + ROOM_MS).toISOString();
  return { since, to, steps: ahead, isEmpty: said?.length === 0, at: now.getTime() };
}

/** All of a plan is written down at once. */
export const isThere = (
  { since, isEmpty }: Pick<Foretold<Step>, 'since' | 'isEmpty'>,
  written: readonly { updatedAt: string }[],
): boolean => isEmpty || written.some(({ updatedAt }) => updatedAt >= since);
