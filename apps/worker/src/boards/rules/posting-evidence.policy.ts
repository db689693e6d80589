/** The evidence of a reopening, in the words that are stored with the alert. */
import type { KnownPosting, PostingEvidence, Reopening } from './known-posting.js';

import { compareTitles, type TitleVerdict } from './same-job.policy.js';

const DAY_MS = 86_400_000;

const SAME_ID: Record<TitleVerdict, Pick<Found, 'grade' | 'score'>> = {
  same: { grade: 'same_posting', score: 1 },
  another_title: { grade: 'another_title', score: 0.85 },
  related: { grade: 'related_role', score: 0.5 },
};

/** Under its own id, though perhaps as another job: the title says which. */
export function samePosting(closed: KnownPosting, seenAs: KnownPosting, seenAt: Date): Reopening {
  const verdict = compareTitles(closed.title, seenAs.title, [...closed.locations, ...seenAs.locations]);
  return reopening(closed, seenAs, { ...SAME_ID[verdict], matched: ['posting_id'] }, seenAt);
}

/** Another job than the one that closed: softer news, and the closed one stays closed. */
export function isOnlyLike({ evidence: { grade } }: Reopening): boolean {
  return grade === 'similar_role' || grade === 'related_role';
}

export type Found = Pick<PostingEvidence, 'grade' | 'matched' | 'score'>;

/** `closed` as it was when it counted as closed. */
export function reopening(closed: KnownPosting, seenAs: KnownPosting, found: Found, seenAt: Date): Reopening {
  const closedAt = closed.closedAt ?? seenAt;
  const evidence: PostingEvidence = {
    ...found,
    previousPostingId: closed.id,
    previousUrl: closed.url,
    previousTitle: closed.title,
    title: seenAs.title,
    postingId: seenAs.id,
    url: seenAs.url,
    lastSeenAt: closed.lastSeenAt ?? closedAt,
    firstSeenAt: seenAt,
    daysAbsent: Math.max(0, Math.floor((seenAt.getTime() - closedAt.getTime()) / DAY_MS)),
  };
  return { posting: closed, closedAt, seenAs, evidence, toldBefore: closed.succeededBy !== null };
}
