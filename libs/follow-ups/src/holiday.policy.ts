/** Is a local day free where somebody is: public and bank holidays of their region or country, as date-holidays knows them. */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { type Calendars, calendarsOf, type Place } from './holiday-calendars.policy.js';

type Day = Temporal.PlainDate;

/** 24 and 31 December count where the next day is free. */
export function isHoliday(place: Place, localDate: Day | string): boolean {
  const calendars = calendarsAt(place);
  const date = Temporal.PlainDate.from(localDate);
  return isFree(calendars, date) || (isEve(date) && isFree(calendars, date.add({ days: 1 })));
}

const isEve = ({ month, day }: Day) => month === 12 && (day === 24 || day === 31);

function isFree({ certain, regional }: Calendars, date: Day): boolean {
  const text = date.toString();
  const years = yearsThatReach(date);
  const isIn = (calendar: string) => years.some((year) => daysIn(calendar, year).has(text));
  return certain.some(isIn) || isFreeInMost(regional, isIn);
}

/** Asks no more regions than it takes: each year of a calendar is a millisecond when it is first asked for, or ten. */
function isFreeInMost(regional: Calendars['regional'], isIn: (calendar: string) => boolean): boolean {
  const half = [...regional.values()].reduce((sum, count) => sum + count, 0) / 2;
  let [free, not] = [0, 0];
  for (const [calendar, count] of regional) {
    if (isIn(calendar)) free += count;
    else not += count;
    if (free > half || not >= half) break;
  }
  return free > half;
}

/** A holiday of the year before may run over New Year. One that is observed in the year before is an eve anyway. */
const yearsThatReach = ({ year, month }: Day) => (month === 1 ? [year, year - 1] : [year]);

const calendarsAt = (place: Place) =>
  calendarsMemory(`${place.country} ${place.region} ${place.timezone}`, () => calendarsOf(place));
const daysIn = (calendar: string, year: number) => daysMemory(`${calendar} ${year}`, () => holidays(calendar, year));

const calendarsMemory = memory<Calendars>(1_000);
/** Of all the calendars of the library about five years, or some years of the countries that somebody has contacts in. */
const daysMemory = memory<ReadonlySet<string>>(4_000);

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
function holidays(calendar: string, year: number): ReadonlySet<string> {
  const [country, state, region] = calendar.split('.');
  const source = new Holidays(country!, state!, region!, { types: ['public', 'bank'], timezone: 'UTC' });
  return new Set(source.getHolidays(year).flatMap(daysOf));
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
