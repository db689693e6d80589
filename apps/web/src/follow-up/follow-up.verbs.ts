/** What can be done to a follow-up, as values: row, menu and keys read the same ones. */
import type { Audience, ShownState } from '@app/contracts/words';

export interface Standing {
  state: ShownState;
  audience: Audience;
}

interface Verb {
  /** One letter on every list; none where it would be pressed by accident. */
  key: string | null;
  may(standing: Standing): boolean;
  /** Has no way back, so it asks first. */
  asks?: true;
  inverse?: VerbKey;
}

const AHEAD = new Set<ShownState>(['waiting', 'due', 'retrying']);
const isLetter = ({ audience }: Standing) => audience === 'contact';
const isAhead = ({ state }: Standing) => AHEAD.has(state);
const isIn =
  (...states: ShownState[]) =>
  ({ state }: Standing) =>
    states.includes(state);

const isOpen = (standing: Standing) => isAhead(standing) || isIn('draft', 'held')(standing);

export const FOLLOW_UP_VERBS = {
  read: { key: 'Enter', may: isLetter },
  approve: { key: 'a', may: isIn('draft'), inverse: 'restore' },
  wentOut: { key: null, may: isIn('unconfirmed'), asks: true },
  sendAgain: { key: null, may: isIn('unconfirmed'), asks: true },
  done: {
    key: 'd',
    may: (standing) => !isLetter(standing) && (isOpen(standing) || standing.state === 'sent'),
    inverse: 'restore',
  },
  hold: { key: 'h', may: isAhead, inverse: 'resume' },
  resume: { key: 'h', may: isIn('held'), inverse: 'hold' },
  later: { key: 'l', may: isOpen },
  sendNow: { key: 'S', may: (standing) => isLetter(standing) && isOpen(standing), asks: true },
  stop: {
    key: 'Backspace',
    may: (standing) => isOpen(standing) || standing.state === 'unconfirmed',
    inverse: 'restore',
  },
  restore: { key: null, may: isIn('cancelled', 'skipped', 'done'), inverse: 'stop' },
} as const satisfies Record<string, Omit<Verb, 'inverse'> & { inverse?: string }>;

export type VerbKey = keyof typeof FOLLOW_UP_VERBS;

/** In the order of the table, the first the one to offer. */
export const verbsOf = (standing: Standing): VerbKey[] =>
  (Object.keys(FOLLOW_UP_VERBS) as VerbKey[]).filter((key) => FOLLOW_UP_VERBS[key].may(standing));

/** What needs no word beside it: neither a moment, nor a page, nor a question. */
export type PlainVerb = Exclude<VerbKey, 'read' | 'later' | 'sendNow' | 'wentOut' | 'sendAgain'>;

const NEEDS_MORE = new Set<VerbKey>(['read', 'later', 'sendNow', 'wentOut', 'sendAgain']);

export const verbsAtOnce = (standing: Standing): PlainVerb[] =>
  verbsOf(standing).filter((verb): verb is PlainVerb => !NEEDS_MORE.has(verb));
