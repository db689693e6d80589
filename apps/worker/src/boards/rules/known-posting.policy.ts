/** What one sight or one absence makes of the row that is kept of a posting. */
import { countsAgain } from './absence.policy.js';
import type { KnownPosting } from './known-posting.js';
import type { Posting } from './posting.js';

/** In the list. */
export function seenRow(row: KnownPosting | undefined, ad: Posting, at: Date): KnownPosting {
  const { id, title, url, locations, department, jobIds } = ad;
  return {
    id,
    title,
    url,
    locations,
    department,
    jobIds,
    firstSeenAt: row?.firstSeenAt ?? at,
    succeeds: row?.succeeds ?? null,
    ...OPEN,
    lastSeenAt: null,
  };
}

/** Open by its own answer, while the list lacks it. */
export function foundRow(row: KnownPosting, at: Date): KnownPosting {
  return { ...row, ...OPEN, lastSeenAt: at };
}

const OPEN = {
  status: 'open',
  missingSince: null,
  misses: 0,
  missedAt: null,
  closedAt: null,
  succeededBy: null,
  similarTo: null,
} as const;

export interface Absence {
  at: Date;
  /** When the latest list was read that it may have stood in. */
  listedAt: Date | null;
  /** In how many it has to be absent. */
  absences: number;
  /** Absent since then from enough of them, if it was not seen later. */
  confirmedSince: Date | null;
}

export function missedRow(row: KnownPosting, { at, listedAt, absences, confirmedSince }: Absence): KnownPosting {
  const lastSeenAt = row.lastSeenAt ?? listedAt ?? row.firstSeenAt;
  const isConfirmed = confirmedSince !== null && lastSeenAt < confirmedSince;
  if (!isConfirmed && !countsAgain(row, at)) return row;
  const missingSince = row.missingSince ?? (isConfirmed ? confirmedSince : at);
  const misses = isConfirmed ? absences : row.misses + 1;
  const status = misses >= absences ? 'closed' : 'missing';
  const closedAt = status === 'closed' ? missingSince : null;
  return { ...row, status, lastSeenAt, missingSince, misses, missedAt: at, closedAt };
}

export function isAsKnown(row: KnownPosting, ad: Posting): boolean {
  return (
    row.title === ad.title &&
    row.url === ad.url &&
    row.department === ad.department &&
    isSameList(row.locations, ad.locations) &&
    isSameList(row.jobIds, ad.jobIds)
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}
