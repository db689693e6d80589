import type { FollowUpKind } from '@app/contracts/words';
import { cityOf, clock, day, minuteOfDay, type Place, time } from '../../time/moments.policy.js';
import { localTimeOf, momentOf } from '../../time/local-time.policy.js';
import { partOfDay } from '../../time/on-day.words.js';

export const NOW = 'Now';
export const DRAWN = (steps: number) =>
  steps === 1
    ? 'The plan, drawn: one step. It stands in words below.'
    : `The plan, drawn: ${steps} steps. They stand in words below.`;

/** Beside a mark. */
export const MARK: Record<FollowUpKind, string> = {
  feedback_request: 'Letter',
  thank_you: 'Letter',
  reopened_outreach: 'Letter',
  reflection: 'Look back',
  check_in: 'Hello',
  half_year: 'Half a year',
  find_contact: 'Find somebody',
  streak: 'The pattern',
  reopened: 'Open again',
  interview_prep: 'Prepare',
  vacancy_closed: 'Taken down',
  new_roles: 'New roles',
  related_role: 'A role like it',
  board_gone: 'Board gone',
};

interface Drawn {
  timezone: string;
  openings: readonly { start: string; end: string }[];
  closedDays: readonly { date: string; name: string | null }[];
}

/** When a letter may arrive, and on which of these days none does. */
export function caption({ timezone, openings, closedDays }: Drawn, contactName: string | null, yours: Place): string {
  const there = { ...yours, timezone };
  const [first] = openings;
  const today = localTimeOf(yours.now, timezone).slice(0, 10);
  const closed = closedDays
    .filter(({ date }) => date >= today)
    .map(({ date, name }) => {
      const on = day(momentOf(`${date}T12:00`, timezone)!, there);
      return name === null ? on : `${on} (${name})`;
    });
  if (contactName === null || first === undefined) return ON_CLOCK(cityOf(timezone));
  const [from, to] = [new Date(first.start), new Date(first.end)];
  // The hours end before their last moment.
  const lastMinute = new Date(to.getTime() - 60_000);
  const hours = `${time(from, there)} to ${clock(minuteOfDay(lastMinute, timezone) + 1, yours.reader)}`;
  const part = partOfDay(from, timezone);
  const arrives =
    part === partOfDay(lastMinute, timezone)
      ? `A letter may arrive in ${contactName}’s ${part}, ${hours}.`
      : `A letter to ${contactName} may arrive from ${hours}.`;
  const may = `${ON_CLOCK(cityOf(timezone))} ${arrives}`;
  const when = closed.length === 0 ? may : `${may} None does on ${listed(closed)}.`;
  return `${when} ${SHAPES}`;
}

const SHAPES = 'Filled dots are reminders to you, the other marks are letters.';
const ON_CLOCK = (city: string) => `Drawn on the clock of ${city}.`;
const listed = (all: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(all);
