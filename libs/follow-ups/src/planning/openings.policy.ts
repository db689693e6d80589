/** What told of an opening, or of its end, and was ended by a reason: how it comes back, and how it goes over to somebody else. */
import { type Facts, type HeldWhy, PENDING_STATES, type StoredState } from '@app/contracts';
import type { Planned } from './planned.policy.js';
import { asItWas, isEndedForNow, wasForAnother } from './reconsider.policy.js';

export interface Told extends Pick<Planned, 'kind' | 'audience' | 'dueAt'> {
  whyCode: string;
  whyFacts: Facts;
  contactId: string | null;
  state: StoredState;
  plannedDueAt: Date | null;
  details: object | null;
  endedBy: string | null;
  endedWhy: string | null;
  priorState: StoredState | null;
  priorHeldWhy: HeldWhy | null;
  subject: string | null;
  body: string | null;
  editedAt: Date | null;
}

/** A letter waits for a yes again; a reminder goes when it is due, or is held as it was by hand. */
export function toldAgain(told: Told): Planned {
  const { kind, audience, dueAt, plannedDueAt } = told;
  const why = { code: told.whyCode, facts: told.whyFacts };
  const planned = { kind, audience, dueAt, why, ...(plannedDueAt && { plannedDueAt }) };
  if (audience === 'contact') return { ...planned, state: 'draft' };
  return asItWas(told, { ...planned, state: 'waiting' });
}

const GOES_OR_WENT = new Set<StoredState>([...PENDING_STATES, 'unconfirmed', 'sent', 'answered', 'bounced']);

/** One that went or may go, or the candidate's no: about that opening there is no other. */
const isSettled = (letters: readonly Told[]): boolean =>
  letters.some(({ state, endedBy }) => GOES_OR_WENT.has(state) || endedBy === 'candidate');

/** A close is its timestamp. */
const closeOf = ({ details }: Told): string | undefined => (details as { closedAt?: string } | null)?.closedAt;

/** The letters about the opening that the newest of them tells of. */
export const aboutTheNewest = <T extends Told>(letters: readonly T[]): T[] =>
  letters.filter((letter) => closeOf(letter) === closeOf(letters.at(-1)!));

/** A server did not know an address, which may be another by now. */
const isRefused = ({ state, endedWhy }: Told): boolean => state === 'failed' && endedWhy === 'address_bounced';

/** What a reason ended, and comes back once none stands; a letter only where nothing was said about that opening instead. */
export function mayBeToldAgain<T extends Told>(rows: readonly T[]): T[] {
  const letters = rows.filter(({ audience }) => audience === 'contact');
  const isOver = (row: T) => isSettled(letters.filter((letter) => closeOf(letter) === closeOf(row)));
  return rows.filter((row) => (isEndedForNow(row) || isRefused(row)) && !(row.audience === 'contact' && isOver(row)));
}

/** Of the letters about one opening, the newest change last, the one whose place another contact's takes; null: there is none. */
export function toTakeOver<T extends Told>(letters: readonly T[], contactId: string | null): T | null {
  const isTheirs = letters.some((letter) => letter.contactId === contactId);
  const former = letters.at(-1);
  if (contactId === null || isSettled(letters) || isTheirs || former?.endedWhy !== 'contact_changed') return null;
  return former;
}

/** Always a draft, with the words that were written for the one before. */
export function inItsPlace({ kind, audience, dueAt, plannedDueAt, details, subject, body, editedAt }: Told): Planned {
  const words = editedAt && { subject, body, editedAt };
  return {
    kind,
    audience,
    state: 'draft',
    dueAt,
    why: wasForAnother(words !== null),
    ...(plannedDueAt && { plannedDueAt }),
    ...(details && { details }),
    ...words,
  };
}
