/** Which postings of a complete sweep are roles that the board never had before, and who is not to hear of one of them as new. */
import { adsOf } from './ad.policy.js';
import type { BoardState, KnownPosting } from './known-posting.js';
import { findReposts } from './matching.policy.js';
import { namesOf } from './sighted.policy.js';
import { findSimilarRoles } from './similar-role.policy.js';

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
  const coming = onceTheMissingClose(rows, fresh, baselineAt);
  const anew = new Set(coming.reposts.map(({ seenAs }) => seenAs.id));
  const like = Map.groupBy(coming.similar, ({ seenAs }) => seenAs.id);
  const toldLike = Map.groupBy(rows, ({ similarTo }) => similarTo);
  return fresh
    .filter(({ id }) => !anew.has(id))
    .map((row) => ({
      id: row.id,
      watchedAs: [
        row,
        ...(toldLike.get(row.id) ?? []),
        ...(like.get(row.id) ?? []).map(({ posting }) => posting),
      ].flatMap(namesOf),
    }));
}

/** An ad in the place of another comes before the other counts as closed; what will be told of the two then is not told now. */
function onceTheMissingClose(rows: readonly KnownPosting[], fresh: readonly KnownPosting[], baselineAt: Date) {
  const missing = new Set(rows.filter(({ status }) => status === 'missing').map(({ id }) => id));
  if (missing.size === 0) return { reposts: [], similar: [] };
  const ads = adsOf(
    rows.map((row) => (missing.has(row.id) ? { ...row, status: 'closed', closedAt: row.missingSince } : row)),
  );
  const facts = { ads, changed: new Set(fresh.map(({ id }) => id)), baselineAt };
  const reposts = findReposts(facts);
  for (const { posting } of reposts) missing.delete(posting.id);
  return { reposts, similar: findSimilarRoles({ ...facts, watched: missing }) };
}
