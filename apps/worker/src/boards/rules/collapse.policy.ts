/** The guard against boards that lose most of their postings at once: more often a broken feed than a closed company. */
import type { BoardState } from './known-posting.js';

const GUARDED_FROM = 10;
const EQUAL_SWEEPS = 3;
const SPAN_MS = 24 * 3_600_000;

export type Collapse = NonNullable<BoardState['collapse']>;

export type GuardVerdict =
  | { kind: 'good' }
  | { kind: 'held'; collapse: Collapse }
  /** Enough equal sweeps: who was in none of them, since `since`, is gone. */
  | { kind: 'confirmed'; since: Date };

export function guard(board: BoardState, count: number, at: Date): GuardVerdict {
  const { lastGoodCount, collapse: before } = board;
  if (lastGoodCount === null || lastGoodCount < GUARDED_FROM || count * 2 >= lastGoodCount) return { kind: 'good' };
  const collapse = before?.count === count ? { ...before, sweeps: before.sweeps + 1 } : { count, sweeps: 1, since: at };
  const confirmed = collapse.sweeps >= EQUAL_SWEEPS && at.getTime() - collapse.since.getTime() >= SPAN_MS;
  return confirmed ? { kind: 'confirmed', since: collapse.since } : { kind: 'held', collapse };
}
