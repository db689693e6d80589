/** A moment as a clock on the wall shows it, and back: what a field for date and time holds, in the account's zone. */
import { formatOf } from './format-of.policy.js';

/** `2026-12-01T10:14`. */
export function localTimeOf(at: Date, timezone: string): string {
  const { year, month, day, hour, minute } = partsOf(at, timezone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The moment at which that zone's clock shows it; of an hour that a clock leaves out, the one it jumps to. */
export function momentOf(localTime: string, timezone: string): Date {
  const asUtc = Date.parse(`${localTime}Z`);
  const first = asUtc - offsetAt(asUtc, timezone);
  return new Date(asUtc - offsetAt(first, timezone));
}

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
