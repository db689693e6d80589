/** A moment as a clock on the wall shows it, and back: what a field for date and time holds, in the account's zone. */
import { formatOf } from './format-of.policy.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** `2026-12-01T10:14`. */
export function localTimeOf(at: Date, timezone: string): string {
  const { year, month, day, hour, minute } = partsOf(at, timezone);
  return `${year!.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

/** The years that anybody means: one that is being typed, digit by digit, is none of them. */
const MEANT = { from: Date.parse('1970-01-01T00:00Z'), until: Date.UTC(10_000, 0) };
const isMeant = (at: number) => at >= MEANT.from && at < MEANT.until;

/** The moment at which that zone's clock shows it; of an hour that a clock leaves out, the one it jumps to. Null: it is none. */
export function momentOf(localTime: string, timezone: string): Date | null {
  const asUtc = Date.parse(`${localTime}Z`);
  if (!isMeant(asUtc)) return null;
  const first = asUtc - offsetAt(asUtc, timezone);
  const at = asUtc - offsetAt(first, timezone);
  return isMeant(at) ? new Date(at) : null;
}

/** So many days on, by the calendar: `2026-12-01`. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Milliseconds that the zone is ahead of UTC. */
function offsetAt(at: number, timezone: string): number {
  const toMinute = at - (at % 60_000);
  return Date.parse(`${localTimeOf(new Date(toMinute), timezone)}Z`) - toMinute;
}

function partsOf(at: Date, timeZone: string): Record<string, string> {
  const format = formatOf('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}
