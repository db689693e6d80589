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

const DAY_MS = 24 * 60 * 60 * 1000;

/** Named whether they are left out now or not; not on days on which nobody is written to anyway. */
export function holidaysAhead(places: readonly PlaceOfPeople[], { window, now, days, most }: Ahead): HolidayAhead[] {
  const stretch = { from: now, to: new Date(now.getTime() + days * DAY_MS), window: { ...window, skipHolidays: true } };
  const open = new Set<string>(window.days);
  return places
    .flatMap(({ timezone, ...place }) =>
      openDays({ ...stretch, timezone, ...place }).closedDays.flatMap(({ date, name }) =>
        name !== null && open.has(weekdayOf(date)) ? [{ date, name, ...place }] : [],
      ),
    )
    .toSorted((a, b) => a.date.localeCompare(b.date) || b.people - a.people)
    .slice(0, most);
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const weekdayOf = (date: string) => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
