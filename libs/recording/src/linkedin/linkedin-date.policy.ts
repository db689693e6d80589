/** `11/13/23, 9:42 AM` as LinkedIn writes it: month first, two-digit year, no zone, sometimes a narrow no-break space. */
import { Temporal } from 'temporal-polyfill';

const SHAPE = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP])M$/iu;

/** Null when it is not such a date. */
export function linkedInDate(text: string): Temporal.PlainDateTime | null {
  const [, month, day, year, hour, minute, second = '0', half] = SHAPE.exec(text.trim()) ?? [];
  if (!month || !day || !year || !hour || !minute || !half) return null;
  const hour12 = Number(hour);
  if (hour12 < 1 || hour12 > 12 || (year.length === 4 && Number(year) < 1970)) return null;
  try {
    return Temporal.PlainDateTime.from(
      {
        year: year.length === 2 ? 2000 + Number(year) : Number(year),
        month: Number(month),
        day: Number(day),
        hour: (hour12 % 12) + (half.toUpperCase() === 'P' ? 12 : 0),
        minute: Number(minute),
        second: Number(second),
      },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

/** A time that the zone skipped or repeated that day resolves as clocks do: forward over the gap, the first of two. */
export function instantIn(timezone: string, local: Temporal.PlainDateTime): Date {
  return new Date(local.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds);
}
