/** What a deed does, in one sentence before the press. */
import { number } from '../look/number.words.js';
import { type Counted, countedOf, type Effect, type Foretold, type Notice } from './consequence.policy.js';

export const CHANGES_NOTHING = 'Nothing that is planned changes.';
export const CANNOT_BE_TAKEN_BACK = 'It cannot be taken back.';
export const WHICH = 'Which ones';

const several = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? '' : 's'}`;

/** Of one, and of several. */
const EFFECT: Record<Effect, [string, string]> = {
  stops: ['stops', 'stop'],
  starts: ['starts', 'start'],
  is_held: ['is held', 'are held'],
  moves: ['moves', 'move'],
  goes_on: ['goes on', 'go on'],
};

const NOTICE: Record<Notice, string> = {
  looking_turned_off: 'you are no longer looking',
  looking_turned_on: 'you are looking again',
  not_looking: 'you are not looking',
  preview_incomplete: 'not all of it can be told now',
};

/** `Three letters and a reminder stop; you are no longer looking.` */
export function consequence(foretold: Foretold): string {
  const parts = [...countedOf(foretold).map(clause), ...foretold.notices.map(({ code }) => NOTICE[code])];
  if (parts.length === 0) return CHANGES_NOTHING;
  const sentence = `${parts.join('; ')}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function clause({ effect, letters, reminders }: Counted): string {
  const who = [
    ...(letters === 0 ? [] : [several(letters, 'letter')]),
    ...(reminders === 0 ? [] : [several(reminders, 'reminder')]),
  ];
  return `${who.join(' and ')} ${EFFECT[effect][letters + reminders === 1 ? 0 : 1]}`;
}
