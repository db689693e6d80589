/** A moment in words: in whose zone, and no more of it than is needed now. */
import { formatOf } from './format-of.policy.js';
import { localTimeOf } from './local-time.policy.js';
import type { Reader } from './reader.policy.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Place {
  /** IANA. */
  timezone: string;
  reader: Reader;
  now: Date;
}

/** `Thu 3 Dec, 10:14`; with the year where it is another one. */
export function dayAndTime(at: Date, place: Place): string {
  return `${day(at, place)}, ${time(at, place)}`;
}

/** `Thu 3 Dec`. */
export function day(at: Date, { timezone, reader, now }: Place): string {
  const isThisYear = yearOf(at, timezone) === yearOf(now, timezone);
  const parts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: timezone } as const;
  return formatOf(reader.locale, isThisYear ? parts : { ...parts, year: 'numeric' })
    .format(at)
    .replace(/^(\p{L}+),/u, '$1');
}

/** `Thu`. */
export const weekdayIn = (at: Date, { timezone, reader }: Place): string =>
  formatOf(reader.locale, { weekday: 'short', timeZone: timezone }).format(at);

/** `3 Dec`. */
export const dateIn = (at: Date, { timezone, reader }: Place): string =>
  formatOf(reader.locale, { day: 'numeric', month: 'short', timeZone: timezone }).format(at);

/** `Tuesday, 1 December`. */
export function dayAtLength(at: Date, { timezone, reader }: Place): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: timezone } as const;
  return formatOf(reader.locale, parts).format(at);
}

/** `10:14`. */
export function time(at: Date, { timezone, reader }: Pick<Place, 'timezone' | 'reader'>): string {
  const { hourCycle } = reader;
  const hour = hourCycle === 'h23' ? '2-digit' : 'numeric';
  const parts = { hour, minute: '2-digit', hourCycle, timeZone: timezone } as const;
  return formatOf(reader.locale, parts).format(at);
}

/** By the calendar of that place: from late on Monday to early on Tuesday is one. */
export const daysBetween = (from: Date, to: Date, { timezone }: Pick<Place, 'timezone'>): number =>
  Math.round((midnightOf(to, timezone) - midnightOf(from, timezone)) / DAY_MS);

const midnightOf = (at: Date, timezone: string) => Date.parse(`${localTimeOf(at, timezone).slice(0, 10)}T00:00Z`);

/** A time of day by its minutes since midnight, on whatever clock: `09:00`; the last is `24:00`. */
export const clock = (minutes: number, reader: Reader): string =>
  minutes === 24 * 60 && reader.hourCycle === 'h23'
    ? '24:00'
    : time(new Date(minutes * 60_000), { timezone: 'UTC', reader });

/** The place that a zone is called after: `New York`. */
export const cityOf = (timezone: string): string => timezone.split('/').at(-1)!.replaceAll('_', ' ');

/** Minutes since midnight, on that zone's clock. */
export function minuteOfDay(at: Date, timezone: string): number {
  const [hour = 0, minute = 0] = formatOf('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: timezone,
  })
    .format(at)
    .split(':')
    .map(Number);
  return hour * 60 + minute;
}

/** `2027`. */
export const yearIn = (at: Date, { timezone }: Place): string => yearOf(at, timezone);

const yearOf = (at: Date, timeZone: string) => formatOf('en', { year: 'numeric', timeZone }).format(at);
