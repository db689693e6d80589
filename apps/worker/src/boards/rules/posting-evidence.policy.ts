/** The evidence of a reopening, in the words that are stored with the alert. */
import type { KnownPosting, PostingEvidence, Reopening } from './known-posting.js';

const DAY_MS = 86_400_000;

export function samePosting(closed: KnownPosting, seenAs: KnownPosting, seenAt: Date): Reopening {
  return reopening(closed, seenAs, { grade: 'same_posting', matched: ['posting_id'], score: 1 }, seenAt);
}

export type Found = Pick<PostingEvidence, 'grade' | 'matched' | 'score'>;

/** `closed` as it was when it counted as closed. */
export function reopening(closed: KnownPosting, seenAs: KnownPosting, found: Found, seenAt: Date): Reopening {
  const closedAt = closed.closedAt ?? seenAt;
  const evidence: PostingEvidence = {
    ...found,
    previousPostingId: closed.id,
    previousUrl: closed.url,
    postingId: seenAs.id,
    url: seenAs.url,
    lastSeenAt: closed.lastSeenAt ?? closedAt,
    firstSeenAt: seenAt,
    daysAbsent: Math.max(0, Math.floor((seenAt.getTime() - closedAt.getTime()) / DAY_MS)),
  };
  return { posting: closed, closedAt, seenAs, evidence, toldBefore: closed.succeededBy !== null };
}
