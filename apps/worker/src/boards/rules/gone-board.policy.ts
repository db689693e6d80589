/** A board that is gone for a month has probably moved: whoever watches it is told once, and nobody's vacancy closes by that. */
import type { BoardState } from './known-posting.js';

const LONG_MS = 30 * 24 * 3_600_000;

/** To be told with this sweep. */
export function isLongGone({ outcome, goneSince, goneToldAt, sweptAt }: BoardState): boolean {
  if (outcome !== 'board_gone' || goneSince === null || goneToldAt !== null || sweptAt === null) return false;
  return sweptAt.getTime() - goneSince.getTime() >= LONG_MS;
}
