/** Reads the dates of boards: ISO 8601 in its variants, RFC 822, milliseconds. Without a zone they are taken as UTC. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2})?)?)?$/i;
const RFC_822 = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC|UT|Z)$/;
const LONGEST = 100;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

export function dateOf(value: unknown): Date | null {
  const at = typeof value === 'number' ? new Date(value) : typeof value === 'string' ? parsed(value.trim()) : null;
  if (at === null || Number.isNaN(at.getTime())) return null;
  return at.getUTCFullYear() >= FIRST_YEAR && at.getUTCFullYear() < LAST_YEAR ? at : null;
}

/** The moment a day has ended everywhere, or the moment itself where one is given. */
export function endOf(value: unknown): Date | null {
  const at = dateOf(value);
  const wholeDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value.trim());
  return at === null || !wholeDay ? at : new Date(at.getTime() + 36 * 3_600_000);
}

function parsed(text: string): Date | null {
  if (text.length > LONGEST) return null;
  const iso = ISO.exec(text);
  if (iso) {
    const [, day, time = '00:00', utc, hours, minutes = '00'] = iso;
    return new Date(`${day}T${time}${utc === undefined && hours !== undefined ? `${hours}:${minutes}` : 'Z'}`);
  }
  return RFC_822.test(text) ? new Date(text) : null;
}
