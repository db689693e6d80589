/** Which days ahead are left out because somebody's country is free. */
import type { SendingWindow } from '@app/contracts';
import { openDays } from '@app/follow-ups';

export interface PlaceOfPeople {
  timezone: string;
  country: string | null;
  region: string | null;
  people: number;
  names: string[];
}

export interface HolidayAhead extends Omit<PlaceOfPeople, 'timezone'> {
  /** YYYY-MM-DD, there. */
  date: string;
  name: string;
}

interface Ahead {
  window: SendingWindow;
  now: Date;
  days: number;
  most: number;
}

/** Of all who are there. */
export const NAMED = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Named whether they are left out now or not; not on days on which nobody is written to anyway. */
export function holidaysAhead(places: readonly PlaceOfPeople[], { window, now, days, most }: Ahead): HolidayAhead[] {
  const stretch = { from: now, to: new Date(now.getTime() + days * DAY_MS), window: { ...window, skipHolidays: true } };
  const open = new Set<string>(window.days);
  const found = places.flatMap(({ timezone, ...place }) =>
    openDays({ ...stretch, timezone, ...place }).closedDays.flatMap(({ date, name }) =>
      name !== null && open.has(weekdayOf(date)) ? [{ date, name, ...place }] : [],
    ),
  );
  const same = Map.groupBy(found, ({ date, name, country, region }) => [date, name, country, region].join());
  return [...same.values()]
    .map(together)
    .toSorted((a, b) => a.date.localeCompare(b.date) || b.people - a.people)
    .slice(0, most);
}

/** One country may be on several clocks. */
const together = (same: HolidayAhead[]): HolidayAhead => ({
  ...same[0]!,
  people: same.reduce((sum, { people }) => sum + people, 0),
  names: same.flatMap(({ names }) => names).slice(0, NAMED),
});

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const weekdayOf = (date: string) => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
