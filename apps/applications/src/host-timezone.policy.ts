/** The time zone that a new account begins with. */
import { timezone } from '@app/contracts';

/** `named` by the host: it may have none, or one that nobody knows (an empty or misspelled `TZ`). */
export function firstTimezone(named: string | undefined): string {
  const checked = timezone.safeParse(named);
  return checked.success ? checked.data : 'UTC';
}
