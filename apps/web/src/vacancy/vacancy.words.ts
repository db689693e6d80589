import type { BoardProvider, ReopeningGrade, VacancyStatus } from '@app/contracts/words';
import { number } from '../look/number.words.js';

export const STATUS: Record<VacancyStatus, string> = {
  open: 'Open',
  missing: 'Missing',
  closed: 'Closed',
  reopened: 'Open again',
};

/** Before the day on which it was seen so. */
export const STATUS_SINCE: Record<VacancyStatus, string> = {
  open: 'Open',
  missing: 'Missing since',
  closed: 'Closed since',
  reopened: 'Open again since',
};

export const PROVIDER: Record<BoardProvider, string> = {
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  smartrecruiters: 'SmartRecruiters',
  workable: 'Workable',
  recruitee: 'Recruitee',
  personio: 'Personio',
  teamtailor: 'Teamtailor',
  jsonld: 'its own page',
};

/** A page is called by where it is. */
export function boardName({ provider, slug }: { provider: BoardProvider; slug: string }): string {
  if (provider !== 'jsonld') return `${slug} on ${PROVIDER[provider]}`;
  return slug.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/** How sure it is, and what to make of it. */
export const GRADE: Record<ReopeningGrade, string> = {
  same_posting: 'Certain: the very same posting is back.',
  same_requisition: 'Almost certain: another ad, with the job’s own number.',
  same_title: 'Probable: another ad with the same title. It may be another opening of that kind, so have a look first.',
  another_title: 'Likely: it is back under another title, so have a look first.',
  observed: 'As somebody saw it, and recorded it.',
};

const MATCHED: Record<string, string> = {
  posting_id: 'the id of the posting',
  url: 'the address',
  requisition: 'the number of the job',
  job: 'the number of the job',
  reference: 'the number of the job',
  ad: 'the number of the ad',
  publication: 'the number of the ad',
  identifier: 'the number of the job',
  title: 'the title',
  department: 'the department',
  location: 'the place',
};

/** A number of the board stands behind a colon. */
export function whatMatched(matched: readonly string[]): string | null {
  const words = new Set(matched.flatMap((one) => MATCHED[one.split(':', 1)[0]!] ?? []));
  if (words.size === 0) return null;
  return `What matched: ${[...words].join(', ')}.`;
}

export const WAS = 'Was there';
export const AWAY = 'Away';
export const IS_BACK = 'Is there again';
export const EVIDENCE = 'What was seen';
export const LAST_SEEN = 'Last seen';
export const FIRST_SEEN = 'First seen';
export const CLOSED_SINCE = 'Closed since';
export const daysAway = (days: number) =>
  days < 1 ? 'less than a day' : `${number(Math.floor(days))} ${Math.floor(days) === 1 ? 'day' : 'days'}`;

export const WATCHED_ON = 'Watched on';
export const NEVER_SEEN = 'The board never showed this posting. Check its address.';
export const NOT_SEEN_YET = 'Not seen yet';
