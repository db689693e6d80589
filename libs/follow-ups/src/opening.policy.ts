/** When a sending window is open, in instants: the wall-clock rule laid over the offsets a zone really has that day. */
import type { SendingWindow } from '@app/contracts';
import { WEEKDAYS } from '@app/contracts';
import { Temporal } from 'temporal-polyfill';
import { zoned } from './duration.policy.js';

export interface Opening {
  start: Date;
  /** Exclusive. */
  end: Date;
}

type Hours = Pick<SendingWindow, 'days' | 'from' | 'to'>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const HORIZON_DAYS = 400;

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function isOpenWeekday(days: Hours['days'], date: Temporal.PlainDate): boolean {
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  return weekday !== undefined && days.includes(weekday);
}

/**
 * The openings of one local day, in order: usually one; two when the clocks go back within the window's hours; none
 * when they skip those hours or the whole day.
 */
export function openingsOn(date: Temporal.PlainDate, { from, to }: Hours, timezone: string): Opening[] {
  const midnight = date.toZonedDateTime('UTC').epochMilliseconds;
  const wallStart = midnight + minutesOf(from) * MINUTE;
  const wallEnd = midnight + minutesOf(to) * MINUTE;
  const openings: Opening[] = [];
  for (const stretch of stretches(wallStart - DAY, wallEnd + DAY, timezone)) {
    const start = Math.max(stretch.start, wallStart - stretch.offset);
    const end = Math.min(stretch.end, wallEnd - stretch.offset);
    if (start >= end) continue;
    const previous = openings.at(-1);
    if (previous?.end.getTime() === start) previous.end = new Date(end);
    else openings.push({ start: new Date(start), end: new Date(end) });
  }
  return openings;
}

/** The first opening that has not ended at `from`. */
export function firstOpening(
  from: Date,
  hours: Hours,
  timezone: string,
  isClosed: (date: Temporal.PlainDate) => boolean,
): Opening {
  // If every open day for over a year is a holiday, the holidays are left out of account: late is better than never.
  for (const skip of [isClosed, () => false]) {
    for (const date of daysFrom(from, timezone)) {
      if (!isOpenWeekday(hours.days, date) || skip(date)) continue;
      const opening = openingsOn(date, hours, timezone).find(({ end }) => end > from);
      if (opening) return opening;
    }
  }
  throw new RangeError('A sending window needs at least one day and an end later than its start.');
}

function* daysFrom(from: Date, timezone: string): Generator<Temporal.PlainDate> {
  const today = zoned(from, timezone).toPlainDate();
  for (let day = 0; day <= HORIZON_DAYS; day += 1) yield today.add({ days: day });
}

/** The stretches of constant UTC offset between two instants. */
function* stretches(from: number, until: number, timezone: string) {
  let local = zoned(new Date(from), timezone);
  for (;;) {
    const next = local.getTimeZoneTransition('next');
    const end = next === null ? until : Math.min(until, next.epochMilliseconds);
    yield { start: local.epochMilliseconds, end, offset: local.offsetNanoseconds / 1e6 };
    if (next === null || end === until) return;
    local = next;
  }
}
