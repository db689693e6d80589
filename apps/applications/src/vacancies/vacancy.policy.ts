/** What an observation makes of a vacancy. Somebody's word counts at once; an absence alone closes nothing. */
import type { ObservedStatus, VacancyStatus } from '@app/contracts';

const DAY_MS = 86_400_000;

export interface KnownVacancy {
  status: VacancyStatus;
  observedAt: Date | null;
  closedAt: Date | null;
  url: string | null;
  postingId: string | null;
}

export interface Sighting {
  status: ObservedStatus;
  at: Date;
  url: string | null;
  postingId: string | null;
}

export interface Conclusion {
  status: VacancyStatus;
  observedAt: Date | null;
  closedAt: Date | null;
  concluded: 'closed' | 'reopened' | null;
}

export function conclude(vacancy: KnownVacancy, seen: Sighting): Conclusion {
  const { status, observedAt, closedAt } = vacancy;
  // What was seen earlier than the last look belongs to the history only.
  if (observedAt !== null && seen.at < observedAt) return { status, observedAt, closedAt, concluded: null };
  const now = { observedAt: seen.at, closedAt, concluded: null };
  if (seen.status === 'closed') {
    if (status === 'closed') return { ...now, status };
    return { status: 'closed', observedAt: seen.at, closedAt: seen.at, concluded: 'closed' };
  }
  if (status === 'closed') {
    return seen.status === 'open' ? { ...now, status: 'reopened', concluded: 'reopened' } : { ...now, status };
  }
  if (seen.status === 'missing') return { ...now, status: 'missing' };
  return { ...now, status: status === 'reopened' ? 'reopened' : 'open' };
}

export interface Evidence {
  grade: 'observed';
  matched: string[];
  daysAbsent: number;
}

/** Why we believe that it is the same vacancy again. */
export function evidence(vacancy: KnownVacancy, seen: Sighting): Evidence {
  const matched = ['vacancy'];
  if (seen.postingId !== null && seen.postingId === vacancy.postingId) matched.push('posting_id');
  if (seen.url !== null && seen.url === vacancy.url) matched.push('url');
  const absentMs = vacancy.closedAt === null ? 0 : seen.at.getTime() - vacancy.closedAt.getTime();
  return { grade: 'observed', matched, daysAbsent: Math.floor(absentMs / DAY_MS) };
}
