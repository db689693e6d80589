/** One axis of time for a plan: days at their length, and behind a break the months, the further the closer together. */
import { daysAfter, localTimeOf, momentOf } from '../../time/local-time.policy.js';

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
/** Shares of the width, where something lies further off. */
const DAYS = 0.76;
const MONTHS = { start: 0.8, end: 0.98 };
/** A mark and its word, and a date behind the break, of the width. */
const ROOM = 0.16;
const DATE = 0.05;
/** So many dates can be read side by side in a wide figure, and in a narrow one. */
const DATES = { wide: 10, narrow: 4 };

interface Range {
  from: string;
  to: string;
  timezone: string;
  closedDays: readonly { date: string; name: string | null }[];
  openings: readonly { start: string; end: string }[];
}

export interface Day {
  /** Its first moment that is drawn. */
  at: string;
  start: number;
  size: number;
  isClosed: boolean;
  /** Of the holiday. */
  name: string | null;
  /** In which figures its date is written. */
  dated: 'all' | 'wide' | 'none';
}

/** Behind the break. */
interface Later {
  at: string;
  place: number;
  dated: Day['dated'];
}

export interface Axis {
  /** Where the days end, as a share of the width. */
  daysEnd: number;
  days: Day[];
  mornings: { start: number; size: number }[];
  later: Later[];
  /** Null: before what is drawn. */
  placeOf(at: string): number | null;
}

/** `steps`: the moments of all that is shown. */
export function axisOf(range: Range, steps: readonly string[]): Axis {
  const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
  const last = Math.max(to, ...steps.map((at) => Date.parse(at)));
  const daysEnd = last > to ? DAYS : 1;
  const near = (at: number) => ((at - from) / (to - from)) * daysEnd;
  const far = (at: number) => Math.log1p((at - to) / MONTH_MS) / Math.log1p((last - to) / MONTH_MS);
  const within = (at: string) => Math.min(Math.max(Date.parse(at), from), to);
  const days = daysOf(range, near);
  const placeOf = (said: string) => {
    const at = Date.parse(said);
    if (at < from) return null;
    return at <= to ? near(at) : MONTHS.start + far(at) * (MONTHS.end - MONTHS.start);
  };
  const later = steps.filter((at) => Date.parse(at) > to).map((at) => ({ at, place: placeOf(at)! }));
  return {
    daysEnd,
    days,
    mornings: range.openings.map(({ start, end }) => span(near(within(start)), near(within(end)))),
    later: datedLater(later),
    placeOf,
  };
}

function daysOf({ from, to, timezone, closedDays }: Range, near: (at: number) => number): Day[] {
  const days: Day[] = [];
  for (let at = Date.parse(from); at < Date.parse(to);) {
    const date = localTimeOf(new Date(at), timezone).slice(0, 10);
    const next = Math.min(momentOf(`${daysAfter(date, 1)}T00:00`, timezone)!.getTime(), Date.parse(to));
    const closed = closedDays.find((one) => one.date === date);
    const drawn = { at: new Date(at).toISOString(), ...span(near(at), near(next)) };
    days.push({ ...drawn, isClosed: closed !== undefined, name: closed?.name ?? null, dated: 'none' });
    at = next;
  }
  for (const [index, day] of days.entries()) day.dated = datedOf(index, days.length);
  return days;
}

const span = (start: number, end: number) => ({ start, size: end - start });

/** The first day is mostly over, and the last one has hardly begun. */
function datedOf(index: number, count: number): Day['dated'] {
  const whole = count - 2;
  if (index === 0 || index > whole) return 'none';
  if ((index - 1) % Math.ceil(whole / DATES.narrow) === 0) return 'all';
  return (index - 1) % Math.ceil(whole / DATES.wide) === 0 ? 'wide' : 'none';
}

/** The furthest is dated everywhere, those before it where there is room. */
function datedLater(later: readonly { at: string; place: number }[]): Later[] {
  const dated: Later[] = [];
  for (const one of later.toSorted((a, b) => b.place - a.place)) {
    const next = dated.findLast(({ dated: is }) => is !== 'none');
    if (next === undefined) dated.push({ ...one, dated: 'all' });
    else dated.push({ ...one, dated: next.place - one.place >= DATE ? 'wide' : 'none' });
  }
  return dated;
}

/** On which line each mark stands, so that none hides the word of another. `places` from the first to the last. */
export function linesOf(places: readonly number[]): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place >= end);
    const line = free === -1 ? ends.length : free;
    ends[line] = place + ROOM;
    return line;
  });
}
