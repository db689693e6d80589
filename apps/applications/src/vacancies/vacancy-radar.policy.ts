/** What was seen when a vacancy opened again, as it is shown: the posting that had gone beside the one that is there. */
import type { MessageData, ReopeningGrade } from '@app/contracts';

export interface ConcludedFrom {
  observedAt: Date;
  postingId: string | null;
  url: string | null;
  reopening: Pick<MessageData<'vacancy.reopened.v1'>, 'closedAt' | 'evidence'>;
}

interface Seen {
  postingId: string | null;
  title: string | null;
  url: string | null;
  seenAt: string | null;
}

export interface ShownReopening {
  at: string;
  closedAt: string;
  grade: ReopeningGrade;
  matched: string[];
  daysAbsent: number;
  before: Seen;
  now: Seen;
}

/** What an earlier version, or somebody’s word, left unsaid is null. */
export function shownReopening({ observedAt, postingId, url, reopening }: ConcludedFrom): ShownReopening {
  const { closedAt, evidence } = reopening;
  const { grade, matched, daysAbsent, previousPostingId, previousUrl, previousTitle, title } = evidence;
  const before = {
    postingId: previousPostingId ?? null,
    title: previousTitle ?? null,
    url: previousUrl ?? null,
    seenAt: evidence.lastSeenAt ?? null,
  };
  const now = { postingId, title: title ?? null, url, seenAt: evidence.firstSeenAt ?? null };
  return { at: observedAt.toISOString(), closedAt, grade, matched, daysAbsent, before, now };
}
