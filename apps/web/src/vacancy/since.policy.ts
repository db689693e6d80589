/** Since when a job stands as it does. */
import type { VacancyStatus } from '@app/contracts/words';

interface Standing {
  status: VacancyStatus;
  /** ISO 8601, as all of them. */
  observedAt: string | null;
  closedAt: string | null;
  reopening: { at: string } | null;
}

/** Of one that is open nobody knows since when. */
export function sinceOf({ status, observedAt, closedAt, reopening }: Standing): string | null {
  switch (status) {
    case 'open':
      return null;
    case 'missing':
      return observedAt;
    case 'closed':
      return closedAt;
    case 'reopened':
      return reopening?.at ?? observedAt;
  }
}
