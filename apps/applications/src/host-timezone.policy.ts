/** The time zone that a new account begins with. */
import { timezone } from '@app/contracts';

/** What to say at the start where `TZ` names a zone that nobody knows; the runtime takes such a one for UTC and says nothing. */
export function timezoneWarning(TZ: string | undefined, named: string | undefined): string | null {
  if (!TZ || timezone.safeParse(TZ).success || firstTimezone(named) !== 'UTC') return null;
  return `TZ is "${TZ}", which is no time zone that is known here, and counts as UTC. Set it to a name such as Europe/Kyiv.`;
}

/** `named` by the host: it may have none, or one that nobody knows (an empty or misspelled `TZ`). */
export function firstTimezone(named: string | undefined): string {
  const checked = timezone.safeParse(named);
  return checked.success ? checked.data : 'UTC';
}
