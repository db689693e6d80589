/** Is a local day free where somebody is: public and bank holidays of their region or country, as date-holidays knows them. */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { type Calendars, calendarsOf, type Place } from './holiday-calendars.policy.js';

type Day = Temporal.PlainDate;

export const isHoliday = (place: Place, localDate: Day | string): boolean => holidayName(place, localDate) !== null;

/** In English where date-holidays has that; null: it is none. 24 and 31 December count where the next day is free. */
export function holidayName(place: Place, localDate: Day | string): string | null {
  const calendars = calendarsAt(place);
  const date = Temporal.PlainDate.from(localDate);
  const own = nameOf(calendars, date);
  if (own !== null || !isEve(date)) return own;
  const next = nameOf(calendars, date.add({ days: 1 }));
  return next && `Eve of ${next}`;
}

const isEve = ({ month, day }: Day) => month === 12 && (day === 24 || day === 31);

function nameOf({ certain, regional }: Calendars, date: Day): string | null {
  const text = date.toString();
  const years = yearsThatReach(date);
  const nameIn = (calendar: string): string | null => {
    for (const year of years) {
      const name = daysIn(calendar, year).get(text);
      if (name !== undefined) return name;
    }
    return null;
  };
  for (const calendar of certain) {
    const name = nameIn(calendar);
    if (name !== null) return name;
  }
  return nameInMost(regional, nameIn);
}

/** Asks no more regions than it takes: each year of a calendar is a millisecond when it is first asked for, or ten. */
function nameInMost(regional: Calendars['regional'], nameIn: (calendar: string) => string | null): string | null {
  const half = [...regional.values()].reduce((sum, count) => sum + count, 0) / 2;
  let [free, not] = [0, 0];
  let first: string | null = null;
  for (const [calendar, count] of regional) {
    const name = nameIn(calendar);
    if (name === null) not += count;
    else free += count;
    first ??= name;
    if (free > half || not >= half) break;
  }
  return free > half ? first : null;
}

/** A holiday of the year before may run over New Year. One that is observed in the year before is an eve anyway. */
const yearsThatReach = ({ year, month }: Day) => (month === 1 ? [year, year - 1] : [year]);

const calendarsAt = (place: Place) =>
  calendarsMemory(`${place.country} ${place.region} ${place.timezone}`, () => calendarsOf(place));
const daysIn = (calendar: string, year: number) => daysMemory(`${calendar} ${year}`, () => holidays(calendar, year));

const calendarsMemory = memory<Calendars>(1_000);
/** Of all the calendars of the library about five years, or some years of the countries that somebody has contacts in. */
const daysMemory = memory<ReadonlyMap<string, string>>(4_000);

/** Forgets the oldest when it is full. */
function memory<T>(size: number): (key: string, find: () => T) => T {
  const known = new Map<string, T>();
  return (key, find) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find();
    if (known.size >= size) known.delete(known.keys().next().value!);
    known.set(key, found);
    return found;
  };
}

/** In UTC every holiday lasts whole days, so its dates are the country's own dates, whatever its zones do. */
function holidays(calendar: string, year: number): ReadonlyMap<string, string> {
  const [country, state, region] = calendar.split('.');
  const source = new Holidays(country!, state!, region!, {
    types: ['public', 'bank'],
    timezone: 'UTC',
    languages: ['en'],
  });
  const days = source
    .getHolidays(year)
    .flatMap((holiday) => daysOf(holiday).map((day) => [day, holiday.name] as const));
  // Of two on one day the first is named.
  return new Map(days.toReversed());
}

/**
 * A holiday that begins at noon (Christmas Eve) counts from its morning: nobody is glad of a letter on that day.
 * One that begins at sunset counts from its date, not from the evening before.
 */
function daysOf({ date, end }: { date: string; end: Date }): string[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const last = Temporal.Instant.fromEpochMilliseconds(end.getTime() - 1)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
  return Array.from({ length: first.until(last).days + 1 }, (_, index) => first.add({ days: index }).toString());
}
