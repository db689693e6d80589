/** Which postings of a complete sweep are roles that the board never had before, and who is not to hear of one of them as new. */
import { adOf } from './ad.policy.js';
import type { BoardState, KnownPosting } from './known-posting.js';
import { findReposts } from './matching.policy.js';
import { namesOf } from './sighted.policy.js';

export interface Shown {
  /** Before and after this sweep. */
  before: BoardState;
  after: BoardState;
  known: ReadonlyMap<string, KnownPosting>;
  changes: ReadonlyMap<string, KnownPosting>;
  /** The last complete sweep before this one; null where it is forgotten. */
  lastCompleteAt: Date | null;
}

export interface NewRoleFound {
  id: string;
  /** Whoever watches one of these hears of it in another way: it is theirs, or like theirs. */
  watchedAs: string[];
}

/** What a list read in part showed first counts with the next complete one. A first complete list has nothing new. */
export function newRoles({ before, after, known, changes, lastCompleteAt }: Shown): NewRoleFound[] {
  const { baselineAt } = before;
  if (baselineAt === null || (after.outcome !== 'ok' && after.outcome !== 'not_modified')) return [];
  const since = lastCompleteAt ?? baselineAt;
  const rows = [...new Map([...known, ...changes]).values()];
  const fresh = rows.filter(
    ({ status, lastSeenAt, firstSeenAt, succeeds }) =>
      status === 'open' && lastSeenAt === null && firstSeenAt > since && succeeds === null,
  );
  if (fresh.length === 0) return [];
  const anew = advertisedAnew(rows, fresh, baselineAt);
  const likeIt = Map.groupBy(rows, ({ similarTo }) => similarTo);
  return fresh
    .filter(({ id }) => !anew.has(id))
    .map((row) => ({
      id: row.id,
      watchedAs: [row, ...(likeIt.get(row.id) ?? [])].flatMap(namesOf),
    }));
}

/** A board that numbers its postings anew shows new ids while the old ones are only missing: they will be matched once these close. */
function advertisedAnew(rows: readonly KnownPosting[], fresh: readonly KnownPosting[], baselineAt: Date): Set<string> {
  if (!rows.some(({ status }) => status === 'missing')) return new Set();
  const ads = rows.map((row) =>
    adOf(row.status === 'missing' ? { ...row, status: 'closed', closedAt: row.missingSince } : row),
  );
  const pairs = findReposts({ ads, changed: new Set(fresh.map(({ id }) => id)), baselineAt });
  return new Set(pairs.map(({ seenAs }) => seenAs.id));
}
