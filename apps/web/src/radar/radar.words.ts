import type { SweepOutcome, VacancyStatus } from '@app/contracts/words';
import { number } from '../look/number.words.js';
import { STATUS } from '../vacancy/vacancy.words.js';
import type { Opening } from './radar.policy.js';

export const HEADING = 'Radar';
export const DOORS = 'Open again';
export const NO_DOORS = 'None so far. The day one opens again it stands here, with what was seen.';
export const NEW_ROLES = 'New roles where somebody is warm';
export const NO_NEW_ROLES = 'None in the last 30 days, at the companies whose boards you watch.';
export const WATCHED = 'Watched';
export const NOTHING_WATCHED = 'An application with the address of its posting is watched by itself.';
export const NONE_OF_THESE = 'None of these.';
export const BOARDS = 'Boards';
export const NO_BOARDS = 'The boards of what you watch stand here.';
export const NO_TROUBLE = 'No board is in trouble.';
export const MORE = 'Show more';
export const moreOf = (list: string) => `${MORE}: ${list}`;
export const FIND = 'Find by company, title or place';
export const SHOW = 'Show';
export const SHOW_BOARDS = 'Show boards';
export const ALL = 'All';
export const TROUBLE = 'In trouble';

export const counted = (status: VacancyStatus, count: number) =>
  count === 0 ? STATUS[status] : `${STATUS[status]} ${count}`;
export const allOf = (count: number) => `${ALL} ${count}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function openingSentence({ doors, drafts, watched }: Opening): string {
  if (doors === 0 && watched === 0)
    return 'When a job that you watch closes, and the day it opens again, it stands here.';
  if (doors === 0) {
    const jobs = watched === 1 ? 'One job is' : `${capital(number(watched))} jobs are`;
    return `Nothing has opened again. ${jobs} watched.`;
  }
  const opened = doors === 1 ? 'A door has opened again.' : `${capital(number(doors))} doors have opened again.`;
  if (drafts === 0) return opened;
  const waits =
    drafts === 1 ? 'A letter about it waits for your yes.' : `${capital(number(drafts))} letters wait for your yes.`;
  return `${opened} ${waits}`;
}

export const DRAFT = 'The beginning of the letter';
export const ELLIPSIS = ' …';
export const PLANNED_FOR = 'Planned for';
export const NO_LETTER = 'No letter was drafted about it.';

export const youKnow = (names: readonly string[]): string => {
  const [first = '', ...others] = names;
  if (others.length === 0) return `You know ${first} there.`;
  if (others.length === 1) return `You know ${first} and ${others[0]!} there.`;
  return `You know ${first} and ${number(others.length)} others there.`;
};
export const rolesAt = (total: number, company: string) =>
  `${total === 1 ? 'A new role' : `${capital(number(total))} new roles`} at ${company}`;
export const NEW_SINCE = 'New since';
export const moreRoles = (count: number) =>
  count === 1 ? 'And one more on its board' : `And ${count} more on its board`;

export const READ_ON = 'Read';
export const TRIED_ON = 'Tried';
export const NOT_READ_YET = 'Not read yet';
export const NEXT_AT = 'Next';
export const SWEEP_NOW = 'Read it now';
export const sweepOf = (board: string) => `${SWEEP_NOW}: ${board}`;
export const BEING_READ = 'It is being read…';
export const readNow = (openPostings: number | null) =>
  openPostings === null ? 'Read just now.' : `Read just now: ${openings(openPostings)}.`;
export const openings = (count: number) => (count === 1 ? 'one open posting' : `${number(count)} open postings`);
export const yours = (count: number) => (count === 0 ? 'none of yours' : `${number(count)} of yours`);

/** What to do about it; where there is nothing, that. */
export const ADVICE: Partial<Record<SweepOutcome, string>> = {
  failed: 'There is nothing to do.',
  board_gone: 'If they have moved, give the application its new address.',
  truncated: 'There is nothing to do.',
  collapsed: 'There is nothing to do.',
};

export const WATCH_ANOTHER = 'Watch a board';
export const ADDRESS = 'The address of a careers page or a posting';
export const ADDRESS_HINT = 'Its board is recognised by it, and read twice a day.';
export const WATCH = 'Watch it';
