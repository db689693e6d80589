/** What can be done to a follow-up here, as values. */
import type { Audience, HeldWhy, ShownState } from '@app/contracts/words';
import type { ShortcutKey } from '../look/shortcut.js';

export interface Standing {
  state: ShownState;
  audience: Audience;
  heldWhy?: HeldWhy | null;
}

const isLetter = ({ audience }: Standing) => audience === 'contact';
const isIn =
  (...states: ShownState[]) =>
  ({ state }: Standing) =>
    states.includes(state);
const isAhead = isIn('waiting', 'due', 'retrying');
const isOpen = isIn('draft', 'waiting', 'due', 'retrying', 'held');

const MAY = {
  read: isLetter,
  approve: isIn('draft'),
  mark_sent: isIn('unconfirmed'),
  resend: isIn('unconfirmed'),
  done: (standing) => !isLetter(standing) && (isOpen(standing) || standing.state === 'sent'),
  // What waits for all letters to go again is let go with them, or sent alone.
  resume: (standing) => isIn('held')(standing) && standing.heldWhy !== 'no_letters_until',
  edit: (standing) => isLetter(standing) && isOpen(standing),
  hold: isAhead,
  later: isIn('draft', 'waiting', 'due', 'retrying', 'held'),
  send_now: (standing) => isLetter(standing) && isIn('draft', 'waiting', 'retrying', 'held')(standing),
  stop: (standing) => isOpen(standing) || standing.state === 'unconfirmed',
  restore: isIn('cancelled', 'skipped', 'done'),
} as const satisfies Record<string, (standing: Standing) => boolean>;

export type VerbKey = keyof typeof MAY;
/** Done by one press; the others lead to where something is read or written. */
export type Press = Exclude<VerbKey, 'read' | 'later' | 'edit'>;

/** In the order of the table, the first the one to offer. */
export const verbsOf = (standing: Standing): VerbKey[] =>
  (Object.keys(MAY) as VerbKey[]).filter((key) => MAY[key](standing));

/** Each has the same wherever it stands. What answers a question is too grave for one. */
export const KEY: Partial<Record<VerbKey, ShortcutKey>> = {
  approve: 'a',
  done: 'd',
  edit: 'e',
  hold: 'h',
  resume: 'h',
  later: 'l',
  send_now: 'S',
  stop: 'Backspace',
};

/** What cannot be taken back asks first. */
export type Asking = 'resend' | 'send_now';
export const asksFirst = (verb: Press): verb is Asking => verb === 'resend' || verb === 'send_now';

/** What takes a press back; null: nothing does, or the verb beside it. */
export const INVERSE: Record<Press, Press | null> = {
  approve: 'restore',
  done: 'restore',
  hold: 'resume',
  // As it was held, until whenever that was.
  resume: 'restore',
  stop: 'restore',
  restore: null,
  mark_sent: null,
  resend: null,
  send_now: null,
};

/** Where a move is taken back to; null: nothing comes at a moment that has passed. `was`: ISO 8601. */
export const backTo = (was: string, now: Date): string | null => (new Date(was) > now ? was : null);
