/**
 * The guard against boards that lose most of their postings at once, or all of them: more often a broken feed, or a name that
 * a provider does not know, than a closed company.
 */
import { APART_MS } from './absence.policy.js';
import type { BoardState } from './known-posting.js';

/** A smaller board may well lose half of its postings in a day; none loses all of them without a doubt. */
export const GUARDED_FROM = 10;
const SWEEPS = 3;
const SPAN_MS = 24 * 3_600_000;

export type Collapse = NonNullable<BoardState['collapse']>;

export type GuardVerdict =
  | { kind: 'good' }
  | { kind: 'held'; collapse: Collapse }
  /** Enough sweeps of about one size: who was in none of them, since `since`, is gone. */
  | { kind: 'confirmed'; since: Date };

export function guard(board: BoardState, count: number, at: Date): GuardVerdict {
  if (!isDoubtful(board.lastGoodCount ?? 0, count)) return { kind: 'good' };
  const collapse = counted(board.collapse, count, at);
  const confirmed = collapse.sweeps >= SWEEPS && at.getTime() - collapse.since.getTime() >= SPAN_MS;
  return confirmed ? { kind: 'confirmed', since: collapse.since } : { kind: 'held', collapse };
}

function isDoubtful(before: number, count: number): boolean {
  return before > 0 && (count === 0 || (before >= GUARDED_FROM && count * 2 < before));
}

function counted(before: Collapse | null, count: number, at: Date): Collapse {
  const first = { count, sweeps: 1, since: at, countedAt: at, largest: count, smallest: count };
  if (before === null) return first;
  const sizes = { largest: Math.max(before.largest, count), smallest: Math.min(before.smallest, count) };
  if (!areAlike(sizes)) return first;
  const isApart = at.getTime() - before.countedAt.getTime() >= APART_MS;
  const next = isApart ? { sweeps: before.sweeps + 1, countedAt: at } : {};
  return { ...before, count, ...sizes, ...next };
}

/** By a fifth at most. */
function areAlike({ largest, smallest }: Pick<Collapse, 'largest' | 'smallest'>): boolean {
  return (largest - smallest) * 5 <= largest;
}
