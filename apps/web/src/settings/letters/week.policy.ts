/** The days of a week as the reader's region begins it. */
import { type Weekday, WEEKDAYS } from '@app/contracts/words';

/** `first`: 1 is Monday, 7 Sunday (ISO 8601). */
export function weekFrom(first: number): Weekday[] {
  return [...WEEKDAYS.slice(first - 1), ...WEEKDAYS.slice(0, first - 1)];
}
