import type { FollowUpKind } from '@app/contracts/words';
import { TITLE } from '../follow-up/follow-up.words.js';
import { number } from '../look/number.words.js';
import { localTimeOf } from '../time/local-time.policy.js';
import { day, dayAtLength, type Place, yearIn } from '../time/moments.policy.js';
import { onDay } from '../time/on-day.words.js';
import type { ManyDeed, ManyVerb, Show, Stands } from './plan.policy.js';

export const HEADING = 'Ahead';
export const ALL = 'All';
export const SHOW = 'Show';
export const SHOWN: Record<Show, string> = { letters: 'Letters', reminders: 'Reminders' };
export const HOW = 'Which';
export const HOW_ALL = 'Any';
export const STANDING: Record<Stands, string> = { draft: 'For your yes', goes: 'By itself', held: 'Held' };
export const MORE = 'Show more';

export const EARLIER = 'Its day has passed';
export const NO_DAY = 'Held, with no day';
export const NOT_GOING = 'Stopped, or not planned';
export const SEE_NOT_GOING = 'Show what was stopped, or not planned';
export const HIDE = 'Hide it';
export const NOTHING_STOPPED = 'Nothing was stopped.';
/** The code says it; the sentence of it is one. */
export const BY_YOU = 'You stopped it.';

export const EMPTY = 'Nothing is planned. After a no, what follows from it stands here, day by day.';
export const NONE_OF_KIND = 'None of these is ahead.';
export const NOTHING_BY_ITSELF = 'Nothing goes by itself. What stands here waits for a word of yours.';

interface Next {
  kind: FollowUpKind;
  dueAt: string;
  contact: { name: string } | null;
}

/** What comes next, in one sentence. */
export function aheadOpening(next: Next, yours: Place): string {
  const title = TITLE[next.kind](next.contact?.name ?? null);
  return `Next: ${title}, ${onDay(new Date(next.dueAt), yours)}.`;
}

/** `Today`, `Thursday, 3 December`; with the year where it is another one. */
export function dayHeading(date: string, yours: Place): string {
  // Noon is on that day in whatever zone is read in.
  const place = { ...yours, timezone: 'UTC' };
  const at = new Date(`${date}T12:00:00Z`);
  const near = onDay(at, { ...place, now: new Date(`${localTimeOf(yours.now, yours.timezone).slice(0, 10)}T12:00Z`) });
  if (near === 'today' || near === 'tomorrow') return `${near.charAt(0).toUpperCase()}${near.slice(1)}`;
  const year = yearIn(at, place);
  return year === yearIn(yours.now, yours) ? dayAtLength(at, place) : `${dayAtLength(at, place)} ${year}`;
}

export const heldTo = (at: string, yours: Place) => `until ${day(new Date(at), yours)}`;

/** On paper, after those that have room. */
export const laterOnes = (count: number) => `And ${count} later.`;

export const MARKED_WITH = 'With what is marked';
export const mark = (title: string) => `Mark: ${title}`;
const several = (count: number) => {
  const word = number(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
};
export const marked = (count: number) => `${several(count)} ${count === 1 ? 'is' : 'are'} marked.`;
export const MANY: Record<ManyVerb, string> = { hold: 'Hold', resume: 'Go on' };
export const UNMARK = 'Unmark';
const DONE: Record<ManyDeed, [string, string]> = {
  hold: ['is held', 'are held'],
  resume: ['goes on', 'go on'],
  restore: ['is held again', 'are held again'],
};

/** What was done with them, and why some stay as they are. */
export function manyDone(verb: ManyDeed, done: number, why: readonly string[]): string {
  const said = done === 0 ? [] : [`${several(done)} ${DONE[verb][done === 1 ? 0 : 1]}.`];
  const left =
    why.length === 0
      ? []
      : [
          `${several(why.length)} ${why.length === 1 ? 'stays as it is' : 'stay as they are'}: ${[...new Set(why)].join(' ')}`,
        ];
  return [...said, ...left].join(' ');
}
