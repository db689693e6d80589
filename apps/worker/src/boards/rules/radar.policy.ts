/** One sweep from the reading to what is told: the rows to write, who closed, what reopened and as what. */
import { adsOf } from './ad.policy.js';
import type { KnownPosting, Reopening } from './known-posting.js';
import { findReposts } from './matching.policy.js';
import { isOnlyLike } from './posting-evidence.policy.js';
import { findSimilarRoles } from './similar-role.policy.js';
import { applySweep, type Sweep, type Swept } from './sweep.policy.js';

export interface Told extends Swept {
  /** Under a new id where `seenAs` is another posting than `posting`. */
  reopened: Reopening[];
  /** Also those that are back under their own id as another job. */
  similar: Reopening[];
}

/** `watched`: ids of the postings that somebody wants to hear about; similar roles are looked for on their behalf only. */
export function takeSweep({ watched, ...sweep }: Sweep & { watched: ReadonlySet<string> }): Told {
  const applied = applySweep(sweep);
  const swept = { ...applied, reopened: applied.reopened.filter((found) => !isOnlyLike(found)) };
  const asAnother = applied.reopened.filter(isOnlyLike);
  const { baselineAt } = swept.board;
  const rows = new Map([...sweep.known, ...swept.changes]);
  const isWaiting = [...rows.values()].some(({ status, succeededBy }) => status === 'closed' && succeededBy === null);
  if (baselineAt === null || swept.changes.size === 0 || !isWaiting) return { ...swept, similar: asAnother };
  const changed = new Set(swept.changes.keys());
  const facts = { ads: adsOf(rows.values()), changed, baselineAt };
  const reposts = findReposts(facts);
  const served = new Set(reposts.map(({ posting }) => posting.id));
  const similar = findSimilarRoles({ ...facts, watched: new Set([...watched].filter((id) => !served.has(id))) });
  const changes = remember(rows, swept.changes, [...reposts, ...similar]);
  return { ...swept, changes, reopened: [...swept.reopened, ...reposts], similar: [...asAnother, ...similar] };
}

/** What was told is part of the rows, so that it is told once. */
function remember(
  rows: ReadonlyMap<string, KnownPosting>,
  changes: ReadonlyMap<string, KnownPosting>,
  told: readonly Reopening[],
): Map<string, KnownPosting> {
  const written = new Map(changes);
  const change = (id: string, fields: Partial<KnownPosting>): void => {
    const row = written.get(id) ?? rows.get(id);
    if (row) written.set(id, { ...row, ...fields });
  };
  for (const found of told) {
    const { posting, seenAs } = found;
    if (isOnlyLike(found)) change(posting.id, { similarTo: seenAs.id });
    else {
      change(posting.id, { succeededBy: seenAs.id });
      change(seenAs.id, { succeeds: posting.id });
    }
  }
  return written;
}
