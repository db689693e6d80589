/** Is a local day a holiday in a country: national public and bank holidays, as date-holidays knows them. */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

interface Calendar {
  source: Holidays;
  years: Map<number, ReadonlySet<string>>;
}

const calendars = new Map<string, Calendar>();

export function isHoliday(country: string | null, localDate: Temporal.PlainDate | string): boolean {
  if (country === null) return false;
  const date = Temporal.PlainDate.from(localDate);
  return holidaysOf(country, date.year).has(date.toString());
}

function holidaysOf(country: string, year: number): ReadonlySet<string> {
  const calendar = calendars.get(country) ?? newCalendar(country);
  calendars.set(country, calendar);
  const days = calendar.years.get(year) ?? daysAround(calendar.source, year);
  calendar.years.set(year, days);
  return days;
}

/** In UTC every holiday lasts whole days, so its dates are the country's own dates, whatever its zones do. */
function newCalendar(country: string): Calendar {
  return { source: new Holidays(country, { types: ['public', 'bank'], timezone: 'UTC' }), years: new Map() };
}

/** The neighbouring years are read too: a holiday may run over New Year, or be observed before it. */
function daysAround(source: Holidays, year: number): ReadonlySet<string> {
  return new Set([year - 1, year, year + 1].flatMap((y) => source.getHolidays(y).flatMap(daysOf)));
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
