/** No letters until a day: the days that are offered, and whether it is so now. */
import { daysAfter, localTimeOf, momentOf } from '../../time/local-time.policy.js';

export type PauseDay = 'tomorrow' | 'in_a_week' | 'after_the_holidays';

/** ISO 8601, or null: until then, where that lies ahead. */
export function pausedUntil(noLettersUntil: string | null, now: Date): string | null {
  return noLettersUntil !== null && new Date(noLettersUntil) > now ? noLettersUntil : null;
}

/** The turn of the year is offered while it is near. */
export function daysOffered(now: Date, timezone: string): { day: PauseDay; date: string }[] {
  const today = localTimeOf(now, timezone).slice(0, 10);
  const holidays = afterTheHolidays(today);
  return [
    { day: 'tomorrow', date: daysAfter(today, 1) },
    { day: 'in_a_week', date: daysAfter(today, 7) },
    ...(holidays === null ? [] : [{ day: 'after_the_holidays' as const, date: holidays }]),
  ];
}

/** The first Monday from the 7th of January on, by when most are back; from November on. */
function afterTheHolidays(today: string): string | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  if (month > 1 && month < 11) return null;
  const from = `${month === 1 ? year : year + 1}-01-07`;
  if (today >= from) return null;
  const weekday = new Date(`${from}T00:00Z`).getUTCDay();
  return daysAfter(from, (8 - weekday) % 7);
}

/** The day's first moment there (IANA), ISO 8601; null: it is none. */
export const untilDay = (date: string, timezone: string): string | null =>
  momentOf(`${date}T00:00`, timezone)?.toISOString() ?? null;
