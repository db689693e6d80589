/** The mornings in which a letter may arrive between two moments, and the days without one. */
import type { SendingWindow } from '@app/contracts';
import type { Temporal } from 'temporal-polyfill';
import { zoned } from './duration.policy.js';
import { holidayName } from './holiday.policy.js';
import { isOpenWeekday, type Opening, openingsOn } from './opening.policy.js';

interface Stretch {
  from: Date;
  /** Exclusive. */
  to: Date;
  window: SendingWindow;
  timezone: string;
  country: string | null;
  region: string | null;
}

export interface ClosedDay {
  /** YYYY-MM-DD, there. */
  date: string;
  code: 'weekday' | 'holiday';
  name: string | null;
}

/** By the calendar there; an opening that begins before `from` or ends after `to` is whole. */
export function openDays(stretch: Stretch): { openings: Opening[]; closedDays: ClosedDay[] } {
  const { from, to, window, timezone } = stretch;
  const openings: Opening[] = [];
  const closedDays: ClosedDay[] = [];
  for (const date of datesOf(stretch)) {
    const closed = closedDay(stretch, date);
    if (closed) closedDays.push(closed);
    else openings.push(...openingsOn(date, window, timezone).filter(({ start, end }) => end > from && start < to));
  }
  return { openings, closedDays };
}

function closedDay({ window, ...place }: Stretch, date: Temporal.PlainDate): ClosedDay | null {
  const name = window.skipHolidays ? holidayName(place, date) : null;
  if (name !== null) return { date: date.toString(), code: 'holiday', name };
  return isOpenWeekday(window.days, date) ? null : { date: date.toString(), code: 'weekday', name: null };
}

function* datesOf({ from, to, timezone }: Stretch): Generator<Temporal.PlainDate> {
  let date = zoned(from, timezone).toPlainDate();
  const last = zoned(to, timezone).toPlainDate();
  while (date.until(last).sign >= 0) {
    yield date;
    date = date.add({ days: 1 });
  }
}
