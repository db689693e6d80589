/** What a sweep's sighting of a posting makes of the vacancy that it is watched for. */
import type { ObservedStatus, VacancyStatus } from '@app/contracts';

export interface KnownVacancy {
  status: VacancyStatus;
  observedAt: Date | null;
  closedAt: Date | null;
}

export interface Seen {
  kind: 'missing' | 'open' | 'closed' | 'reopened';
  observedAt: Date;
  /** Of a close, and of the close that a reopening ends. */
  closedAt: Date | null;
}

export interface Conclusion extends KnownVacancy {
  concluded: 'closed' | 'reopened' | null;
}

export const OBSERVED: Record<Seen['kind'], ObservedStatus> = {
  missing: 'missing',
  open: 'open',
  closed: 'closed',
  reopened: 'open',
};

/** A sweep waited for its second absence already; here somebody's own word is the only thing that may stand against it. */
export function concludeSighting(vacancy: KnownVacancy, seen: Seen): Conclusion {
  const { status, observedAt, closedAt } = vacancy;
  if (observedAt !== null && seen.observedAt < observedAt) return { status, observedAt, closedAt, concluded: null };
  const stays = { status, observedAt: seen.observedAt, closedAt, concluded: null };
  switch (seen.kind) {
    case 'missing':
      return status === 'closed' ? stays : { ...stays, status: 'missing' };
    case 'open':
      // It was away for a moment only; what somebody said to be closed is not opened by that.
      return status === 'missing' ? { ...stays, status: closedAt === null ? 'open' : 'reopened' } : stays;
    case 'closed':
      return status === 'closed' ? stays : { ...stays, status: 'closed', closedAt: seen.closedAt, concluded: 'closed' };
    case 'reopened':
      return reopen(vacancy, seen, stays);
  }
}

function reopen({ status, closedAt }: KnownVacancy, seen: Seen, stays: Conclusion): Conclusion {
  if (status === 'closed') return { ...stays, status: 'reopened', concluded: 'reopened' };
  // Somebody said so before the sweep did; a close that is older than the watch was never told of.
  const wasTold = closedAt !== null && seen.closedAt !== null && closedAt >= seen.closedAt;
  return { ...stays, status: 'reopened', ...(!wasTold && { closedAt: seen.closedAt, concluded: 'reopened' }) };
}
