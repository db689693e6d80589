/** How long an address is known to have been written to once its contact is gone. */
import { addDuration } from '@app/follow-ups';

const AT_LEAST = 'P30D';

export interface LastLetter {
  /** When the last letter went that was not answered. */
  at: Date;
  contactGap: string;
  timezone: string;
}

export function keptUntil({ at, contactGap, timezone }: LastLetter): Date {
  const [least, gap] = [addDuration(at, AT_LEAST, timezone), addDuration(at, contactGap, timezone)];
  return gap > least ? gap : least;
}
