/** May mail reach a contact now, and if not, when: decided when a letter is planned and again when it is sent. */
import type { SendingWindow } from '@app/contracts';
import type { Temporal } from 'temporal-polyfill';
import { zoned } from './duration.policy.js';
import { isHoliday } from './holiday.policy.js';
import { firstOpening, isOpenWeekday, minutesOf, type Opening } from './opening.policy.js';
import { spreadOf } from './spread.policy.js';

/** Whose zone it is (the contact's, else the candidate's) is for the caller to say. */
interface Place {
  window: SendingWindow;
  timezone: string;
  country: string | null;
  region?: string | null;
}

export function insideWindow({ at, ...place }: Place & { at: Date }): boolean {
  const { window, timezone } = place;
  const local = zoned(at, timezone);
  const minute = local.hour * 60 + local.minute;
  const date = local.toPlainDate();
  return (
    minute >= minutesOf(window.from) &&
    minute < minutesOf(window.to) &&
    isOpenWeekday(window.days, date) &&
    !isClosed(place, date)
  );
}

type Ask = Place & { from: Date; spreadKey: string };

/** `from` itself inside a window; else a moment in the next one that `spreadKey` always leads to. */
export function nextInWindow({ from, spreadKey, ...place }: Ask): Date {
  const opening = openingFrom(from, place);
  return opening.start <= from ? from : spread(opening, spreadKey);
}

/** A moment in what is left of this window, or else in the next one, that `spreadKey` always leads to. */
export function spreadInWindow({ from, spreadKey, ...place }: Ask): Date {
  const { start, end } = openingFrom(from, place);
  return spread({ start: start < from ? from : start, end }, spreadKey);
}

function openingFrom(from: Date, place: Place): Opening {
  return firstOpening(from, place.window, place.timezone, (date) => isClosed(place, date));
}

function spread({ start, end }: Opening, key: string): Date {
  const seconds = Math.floor((end.getTime() - start.getTime()) / 1000);
  return new Date(start.getTime() + Math.floor(spreadOf(key) * seconds) * 1000);
}

function isClosed({ window, ...place }: Place, date: Temporal.PlainDate): boolean {
  return window.skipHolidays && isHoliday(place, date);
}
