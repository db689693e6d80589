/** The story of an application in English. */
import type { Direction, ReasonCategory, TimelineSentences } from '@app/contracts';
import type { Words } from '../words.js';

export const TIMELINE_WORDS: Words<TimelineSentences> = {
  recorded: ({ to: stage }) => `Recorded as ${stage}`,
  stage_changed: ({ from, to: stage, scheduledAt }) =>
    `Moved from ${from} to ${stage}${scheduledAt === null ? '' : `, scheduled for ${scheduledAt}`}`,
  interview_scheduled: ({ scheduledAt }) => `Interview scheduled for ${scheduledAt}`,
  interview_moved: ({ from, scheduledAt }) => `Interview moved from ${from} to ${scheduledAt}`,
  interview_cancelled: ({ scheduledAt }) => `Interview of ${scheduledAt} taken away`,
  rejected: ({ stage, category, words, revoked }) =>
    `Rejected at ${stage}${reason(category)}${quoted(words)}${revoked ? ' (taken back later)' : ''}`,
  touch: ({ kind, direction, contactName, text }) =>
    `${title(kind)}${between(direction)} ${contactName}${quoted(text)}`,
  follow_up: ({ kind, contactName }, of) =>
    `${title(kind)}${contactName === null ? '' : ` to ${contactName}`}: ${of('what')}${because(of('why'))}`,
  vacancy_closed: () => 'The vacancy closed',
  vacancy_reopened: () => 'The vacancy opened again',
};

const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
const because = (why: string) => (why === '' ? '' : ` — ${why}`);
const quoted = (text: string | null) => (text === null ? '' : `: ${text}`);
const reason = (category: ReasonCategory | null) => (category === null ? '' : `, ${category.replaceAll('_', ' ')}`);

function between(direction: Direction | null): string {
  if (direction === null) return ' with';
  return direction === 'in' ? ' from' : ' to';
}
