/** A day as somebody says it: `today`, `on Thursday`, `on Mon 1 Mar 2027`. */
import { formatOf } from './format-of.policy.js';
import { localTimeOf } from './local-time.policy.js';
import { day, type Place } from './moments.policy.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export function onDay(at: Date, place: Place): string {
  const ahead = Math.round((midnightOf(at, place) - midnightOf(place.now, place)) / DAY_MS);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead < 0 || ahead > 6) return `on ${day(at, place)}`;
  return `on ${formatOf('en', { weekday: 'long', timeZone: place.timezone }).format(at)}`;
}

/** Which part of a day it is on that clock. */
export function partOfDay(at: Date, timezone: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(localTimeOf(at, timezone).slice(11, 13));
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

const midnightOf = (at: Date, { timezone }: Place) => Date.parse(`${localTimeOf(at, timezone).slice(0, 10)}T00:00Z`);
