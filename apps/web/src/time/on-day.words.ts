/** A day as somebody says it: `today`, `on Thursday`, `on Mon 1 Mar 2027`. */
import { formatOf } from './format-of.policy.js';
import { localTimeOf } from './local-time.policy.js';
import { day, daysBetween, type Place } from './moments.policy.js';

export function onDay(at: Date, place: Place): string {
  const ahead = daysBetween(place.now, at, place);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead < 0 || ahead > 6) return `on ${day(at, place)}`;
  return onWeekday(at, place.timezone);
}

/** On somebody else's clock; today and tomorrow are what they are on both. */
export function onDayThere(at: Date, timezone: string, yours: Place): string {
  const there = onDay(at, { ...yours, timezone });
  const isNear = there === 'today' || there === 'tomorrow';
  return isNear && there !== onDay(at, yours) ? onWeekday(at, timezone) : there;
}

const onWeekday = (at: Date, timeZone: string) => `on ${formatOf('en', { weekday: 'long', timeZone }).format(at)}`;

/** Which part of a day it is on that clock. */
export function partOfDay(at: Date, timezone: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(localTimeOf(at, timezone).slice(11, 13));
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}
