import type { Stage } from '@app/contracts/words';
import { number as inLetters } from '../../look/number.words.js';
import type { Sort } from './asked.policy.js';

export const HEADING = 'Applications';
export const VIEW = 'See as';
export const AS = { list: 'List', board: 'Board' } as const;
export const ALL = 'All';
export const FILTER = 'Show';
export const FIND = 'Find by company, title or person';
export const ORDER = 'Sort by';
export const SORT: Record<Sort, string> = {
  '-updatedAt': 'Newest change',
  '-appliedAt': 'Newest applied',
  nextStep: 'Next step soonest',
};
export const IMPORT = 'Import a file';
export const MORE = 'Show more';
export const NONE = 'What you applied for stands here, each with the people behind it and what comes next.';
export const NONE_OF_STAGE = 'None is at this stage.';
/** Before the day on which it came there. */
export const STAGE_SINCE: Record<Stage, string> = {
  saved: 'Saved on',
  applied: 'Applied on',
  screening: 'Screening since',
  interview: 'Interview since',
  offer: 'Offer since',
  accepted: 'Accepted on',
  rejected: 'Turned down on',
  withdrawn: 'Withdrawn on',
};
export const TALK = 'You talk on';
export const counted = (word: string, count: number) => (count === 0 ? word : `${word} ${count}`);

const number = (count: number) => (count === 0 ? 'none' : inLetters(count));
const are = (count: number) => (count === 1 ? 'is' : 'are');
const asSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

interface Sums {
  saved: number;
  open: number;
  decided: number;
  all: number;
}

/** `q`: what is looked for. */
export function opening({ saved, open, decided, all }: Sums, q: string | undefined): string {
  if (q !== undefined) return asSentence(`${number(all)} ${all > 1 ? 'match' : 'matches'}`);
  if (all === 0) return NONE;
  const kept = saved === 0 ? null : `You kept ${number(saved)} for later.`;
  const parts = [
    open === 0 ? null : `${number(open)} ${are(open)} open`,
    decided === 0 ? null : `${number(decided)} ${are(decided)} closed`,
  ].filter((part) => part !== null);
  return [parts.length === 0 ? null : asSentence(parts.join(', ')), kept].filter((part) => part !== null).join(' ');
}
