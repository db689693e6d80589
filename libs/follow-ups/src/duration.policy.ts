/** Calendar arithmetic: `P1D` is the same wall-clock time tomorrow, however long that day is. */
import { Temporal } from 'temporal-polyfill';

const ANY_DAY = Temporal.PlainDate.from('2024-01-01');

export function zoned(at: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone);
}

export function instantOf(local: Temporal.ZonedDateTime): Date {
  return new Date(local.epochMilliseconds);
}

/** YYYY-MM-DD. */
export function localDate(at: Date, timezone: string): string {
  return zoned(at, timezone).toPlainDate().toString();
}

/** A wall-clock time that the zone skips or repeats on that day resolves as clocks do ("compatible"). */
export function atWallTime(date: Temporal.PlainDate, time: string, timezone: string): Date {
  return instantOf(
    date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timezone, { disambiguation: 'compatible' }),
  );
}

export function addDuration(at: Date, duration: string, timezone: string): Date {
  return instantOf(zoned(at, timezone).add(duration));
}

export function isUnderAnHour(duration: string): boolean {
  return Temporal.Duration.compare(duration, { hours: 1 }, { relativeTo: ANY_DAY }) < 0;
}

/** The first of `start`, `start + every`, `start + 2 * every`, ... that lies after `now`; null when `every` is no time. */
export function nextOccurrence(start: Date, every: string, now: Date, timezone: string): Occurrence | null {
  if (start > now) return { count: 0, at: start };
  const step = Temporal.Duration.from(every);
  if (step.blank) return null;
  // Jumps close to `now` and walks the rest, so that a period of seconds does not take millions of steps.
  let count = Math.max(1, Math.floor((now.getTime() - start.getTime()) / longestMilliseconds(step)) - 1);
  for (;;) {
    const at = nthOccurrence(start, every, count, timezone);
    if (at > now) return { count, at };
    count += 1;
  }
}

/** `start + count * every`. */
export function nthOccurrence(start: Date, every: string, count: number, timezone: string): Date {
  return instantOf(zoned(start, timezone).add(times(Temporal.Duration.from(every), count)));
}

export interface Occurrence {
  /** How many times `every` after the start. */
  count: number;
  at: Date;
}

function longestMilliseconds(step: Temporal.Duration): number {
  const days = step.years * 366 + step.months * 31 + step.weeks * 7 + step.days;
  return ((days * 24 + step.hours) * 60 + step.minutes) * 60_000 + step.seconds * 1000;
}

function times(step: Temporal.Duration, count: number): Temporal.Duration {
  return Temporal.Duration.from({
    years: step.years * count,
    months: step.months * count,
    weeks: step.weeks * count,
    days: step.days * count,
    hours: step.hours * count,
    minutes: step.minutes * count,
    seconds: step.seconds * count,
  });
}

/** The calendar day that `at` falls on in the zone: from its first moment to the first of the next. */
export function dayBounds(at: Date, timezone: string): { start: Date; end: Date } {
  const start = zoned(at, timezone).startOfDay();
  return { start: instantOf(start), end: instantOf(start.add({ days: 1 }).startOfDay()) };
}
