/** Which changes of postings somebody who watches them has to hear of. */
import { recogniseBoard, type MessageData } from '@app/contracts';
import type { KnownPosting, PostingEvidence, Reopening } from './known-posting.js';

export interface Sighted {
  kind: 'missing' | 'open' | 'closed' | 'reopened';
  /** As watched: the posting's id in the feed, or in its address. */
  watchedIds: string[];
  /** What is seen now; another posting where it reopened under a new id. */
  postingId: string;
  url: string | null;
  closedAt: Date | null;
  evidence: MessageData<'vacancy.reopened.v1'>['evidence'] | null;
}

export interface Changes {
  known: ReadonlyMap<string, KnownPosting>;
  changes: ReadonlyMap<string, KnownPosting>;
  reopened: readonly Reopening[];
}

export function sighted({ known, changes, reopened }: Changes): Sighted[] {
  const back = new Set(reopened.map(({ posting }) => posting.id));
  const moved = [...changes.values()].flatMap((row) => {
    const before = known.get(row.id)?.status;
    if (before === undefined || before === row.status || back.has(row.id)) return [];
    const { id, url, status, closedAt } = row;
    return [{ kind: status, watchedIds: namesOf(row), postingId: id, url, closedAt, evidence: null }];
  });
  return [...moved, ...reopened.map(reopening)];
}

/** Of a board that was read before, whatever it never showed until now. */
export function arrivals({ known, changes }: Changes): Pick<Sighted, 'watchedIds' | 'postingId' | 'url'>[] {
  if (known.size === 0) return [];
  const unknown = [...changes.values()].filter(({ id }) => !known.has(id));
  return unknown.map((row) => ({ watchedIds: namesOf(row), postingId: row.id, url: row.url }));
}

function reopening({ posting, closedAt, seenAs, evidence }: Reopening): Sighted {
  const { id, url } = seenAs;
  const told = { kind: 'reopened', postingId: id, url, closedAt } as const;
  return { ...told, watchedIds: namesOf(posting), evidence: tellable(evidence) };
}

/** A similar role is told of as such, never as a reopening. */
function tellable({
  grade,
  matched,
  daysAbsent,
  previousPostingId,
  previousUrl,
  lastSeenAt,
  firstSeenAt,
}: PostingEvidence) {
  if (grade === 'similar_role') return null;
  const seen = { lastSeenAt: lastSeenAt.toISOString(), firstSeenAt: firstSeenAt.toISOString() };
  return { grade, matched, daysAbsent, previousPostingId, previousUrl, ...seen };
}

/** A pasted address may name the posting by another id than the feed does. */
function namesOf({ id, url }: KnownPosting): string[] {
  const shown = url === null ? null : (recogniseBoard(url)?.postingId ?? null);
  return shown === null || shown === id ? [id] : [id, shown];
}
