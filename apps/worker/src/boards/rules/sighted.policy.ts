/** Which changes of postings somebody who watches them has to hear of. */
import { recogniseBoard, type MessageData } from '@app/contracts';
import type { KnownPosting, PostingEvidence, Reopening } from './known-posting.js';
import { isOnlyLike } from './posting-evidence.policy.js';

export interface Sighted {
  kind: 'missing' | 'open' | 'closed' | 'reopened' | 'similar';
  /** As watched: the posting's id in the feed, or in its address. */
  watchedIds: string[];
  /** What is seen now; another posting where it reopened under a new id. */
  postingId: string;
  title: string;
  url: string | null;
  closedAt: Date | null;
  evidence: MessageData<'vacancy.reopened.v1' | 'vacancy.similar_role_found.v1'>['evidence'] | null;
}
export type Arrival = Pick<Sighted, 'watchedIds' | 'postingId' | 'title' | 'url'>;

export interface Changes {
  known: ReadonlyMap<string, KnownPosting>;
  changes: ReadonlyMap<string, KnownPosting>;
  reopened: readonly Reopening[];
  similar: readonly Reopening[];
}

/** One that closes and is found again in the same sweep closes first. */
export function sighted({ known, changes, reopened, similar }: Changes): Sighted[] {
  const moved = [...changes.values()].flatMap((row): Sighted[] => {
    const before = known.get(row.id)?.status;
    const isBack = before === 'closed' && row.status === 'open';
    if (before === undefined || before === row.status || isBack) return [];
    return [{ kind: row.status, ...shown(row, row), closedAt: row.closedAt, evidence: null }];
  });
  return [...moved, ...[...reopened, ...similar].map(found)];
}

/** Of a board that was read before, whatever it never showed until now. */
export function arrivals({ known, changes }: Pick<Changes, 'known' | 'changes'>): Arrival[] {
  if (known.size === 0) return [];
  const unknown = [...changes.values()].filter(({ id }) => !known.has(id));
  return unknown.map((row) => shown(row, row));
}

function found(reopening: Reopening): Sighted {
  const { posting, closedAt, seenAs, evidence } = reopening;
  const kind = isOnlyLike(reopening) ? 'similar' : 'reopened';
  return { kind, ...shown(posting, seenAs), closedAt, evidence: toldOf(evidence) };
}

function toldOf({ grade, matched, daysAbsent, ...evidence }: PostingEvidence): Sighted['evidence'] {
  const { previousPostingId, previousUrl, previousTitle, title, lastSeenAt, firstSeenAt } = evidence;
  const seen = { lastSeenAt: lastSeenAt.toISOString(), firstSeenAt: firstSeenAt.toISOString() };
  const rest = { previousPostingId, previousUrl, previousTitle, title, ...seen };
  return grade === 'similar_role' || grade === 'related_role'
    ? { grade, matched, ...rest }
    : { grade, matched, daysAbsent, ...rest };
}

function shown(watched: KnownPosting, { id, title, url }: KnownPosting): Arrival {
  return { watchedIds: namesOf(watched), postingId: id, title, url };
}

const PUBLICATION = 'publication:';

/** A pasted address may name the posting by another id than the feed does. */
export function namesOf({ id, url, jobIds }: Pick<KnownPosting, 'id' | 'url' | 'jobIds'>): string[] {
  const inAddress = url === null ? null : (recogniseBoard(url)?.postingId ?? null);
  const published = jobIds.filter((shown) => shown.startsWith(PUBLICATION)).map((one) => one.slice(PUBLICATION.length));
  return [...new Set([id, ...(inAddress === null ? [] : [inAddress]), ...published])];
}
