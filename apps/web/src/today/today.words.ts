import { TITLE } from '../follow-up/follow-up.words.js';
import { number } from '../look/number.words.js';
import { day, type Place, time } from '../time/moments.policy.js';
import { onDay, onDayThere, partOfDay } from '../time/on-day.words.js';
import type { DaysOpening, First, InDay, Talk } from './today.policy.js';

export const HEADING = 'Today';
export const QUESTIONS = 'Only you can say';
export const DRAFTS = 'Letters to approve';
export const INTERVIEWS = 'Interviews';
export const REMINDERS = 'Worth a moment';
export const GOES_BY_ITSELF = 'Goes by itself';
export const SINCE = 'Since';
export const plannedFor = (isAhead: boolean) => (isAhead ? 'Planned for' : 'Was planned for');
export const NEWS = 'Since yesterday';
export const SHOW_EACH = 'Show each';
export const quieterOnes = (count: number) => (count === 1 ? 'And a quieter one' : `And ${count} quieter ones`);
export const lettersUntil = (count: number, until: string) => `${count} letters go by themselves until ${until}.`;
export const EMPTY = 'A no becomes a plan here: a letter, a look back, a hello when the time has come.';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const several = (count: number) => capital(number(count));

/** One sentence or two: what needs a word, and what does not. */
export function daysOpening({ talk, first, next }: DaysOpening, yours: Place): string {
  const needs = NEEDS[first.kind](first as never, yours);
  if (talk !== null) return `${talkSentence(talk, yours)} ${needs}`;
  return next === null ? needs : `${needs} ${nextSentence(next, yours)}`;
}

function talkSentence({ scheduledAt, application }: Talk, yours: Place): string {
  const at = new Date(scheduledAt);
  const isToday = day(at, yours) === day(yours.now, yours);
  return `You talk with ${application.companyName} ${isToday ? 'today' : 'tomorrow'} at ${time(at, yours)}.`;
}

const NEEDS: { [Kind in First['kind']]: (first: Extract<First, { kind: Kind }>, yours: Place) => string } = {
  questions: ({ count, first: { state } }) => {
    if (state === 'held')
      return count === 1
        ? 'A letter does not know whom it is from.'
        : `${several(count)} letters need a word of yours.`;
    return count === 1
      ? QUESTION[state === 'unconfirmed' ? 'unsure' : 'ended']
      : `${several(count)} letters need a word of yours.`;
  },
  drafts: ({ count }) =>
    count === 1 ? 'One letter waits for your yes.' : `${several(count)} letters wait for your yes.`,
  interviews: ({ first }, yours) => talkSentence(first, yours),
  reminders: ({ count }) =>
    count === 1 ? 'One thing is worth a moment.' : `${several(count)} things are worth a moment.`,
  nothing: () => 'Nothing needs you today.',
};

const QUESTION = {
  unsure: 'A letter may have gone; only you can find out.',
  ended: 'A letter did not arrive.',
} as const;

function nextSentence({ kind, audience, contact, dueAt }: InDay, yours: Place): string {
  const at = new Date(dueAt);
  if (audience === 'candidate') return `Next: ${TITLE[kind](contact?.name ?? null)}, ${onDay(at, yours)}.`;
  const timezone = contact?.timezone ?? null;
  const part = timezone === null ? `at ${time(at, yours)}` : `in their ${partOfDay(at, timezone)}`;
  const goes = contact === null ? 'The next letter goes' : `The next one goes to ${contact.name}`;
  return `${goes} by itself ${onDayThere(at, timezone ?? yours.timezone, yours)}, ${part}.`;
}
