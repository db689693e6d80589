/** What the candidate may do to a follow-up: one table, verb by state, to the next state or the code of a refusal. */
import { type Audience, type HeldWhy, refusal, type ShownState, type StoredState } from '@app/contracts';
import { RuleViolation } from '@app/platform';

const REFUSALS = {
  already_ended: refusal('already_ended'),
  already_held: refusal('already_held'),
  already_sending: refusal('already_sending', { what: 'follow_up' }),
  already_sent: refusal('already_sent'),
  not_a_draft: refusal('not_a_draft'),
  not_approved: refusal('not_approved'),
  not_held: refusal('not_held'),
  not_unconfirmed: refusal('not_unconfirmed'),
  not_sendable: refusal('not_sendable'),
  not_a_reminder: refusal('not_a_reminder'),
};
type Refusal = keyof typeof REFUSALS;

const ENDED = {
  answered: 'already_ended',
  bounced: 'already_ended',
  failed: 'already_ended',
  cancelled: 'already_ended',
  skipped: 'already_ended',
  done: 'already_ended',
} as const;
/** What is on its way out, or out. */
const GONE = {
  sending: 'already_sending',
  unconfirmed: 'not_sendable',
  sent: 'already_sent',
  ...ENDED,
} as const;

type Row = Record<StoredState, StoredState | Refusal>;
const stays = { draft: 'draft', waiting: 'waiting', held: 'held', retrying: 'retrying', ...GONE } as const;
const onlyUnconfirmed = {
  draft: 'not_unconfirmed',
  waiting: 'not_unconfirmed',
  held: 'not_unconfirmed',
  retrying: 'not_unconfirmed',
  ...GONE,
} as const;

const TABLE = {
  approve: { draft: 'waiting', waiting: 'not_a_draft', held: 'not_a_draft', retrying: 'not_a_draft', ...GONE },
  edit: stays,
  snooze: stays,
  hold: { draft: 'not_approved', waiting: 'held', held: 'held', retrying: 'held', ...GONE },
  resume: { draft: 'not_held', waiting: 'not_held', held: 'waiting', retrying: 'not_held', ...GONE },
  'send-now': { draft: 'waiting', waiting: 'waiting', held: 'waiting', retrying: 'waiting', ...GONE },
  cancel: {
    ...GONE,
    draft: 'cancelled',
    waiting: 'cancelled',
    held: 'cancelled',
    sending: 'cancelled',
    retrying: 'cancelled',
    unconfirmed: 'cancelled',
  },
  'mark-sent': { ...onlyUnconfirmed, unconfirmed: 'sent' },
  resend: { ...onlyUnconfirmed, unconfirmed: 'waiting' },
  done: { ...GONE, draft: 'done', waiting: 'done', held: 'done', retrying: 'done', sent: 'done' },
} as const satisfies Record<string, Row>;

export type Verb = keyof typeof TABLE;
export const VERBS = Object.keys(TABLE) as Verb[];

/** What waits and whose time has come is shown as `due`. */
export const shownState = ({ state, dueAt }: { state: StoredState; dueAt: Date }, now: Date): ShownState =>
  (state === 'waiting' || state === 'retrying') && dueAt <= now ? 'due' : state;

interface Standing {
  state: StoredState;
  audience: Audience;
  phase: 'connect' | 'data' | null;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
}

/** The state after the verb; a refusal is thrown. */
export function nextState(verb: Verb, followUp: Standing, now: Date): StoredState {
  const refused = refusalOf(verb, followUp);
  if (refused) throw new RuleViolation(REFUSALS[refused]);
  if (verb === 'send-now' || verb === 'resume') refuseUnlessGapIsOver(followUp, now);
  if (verb === 'resume') refuseInAPause(followUp, now);
  return TABLE[verb][followUp.state] as StoredState;
}

function refusalOf(verb: Verb, { state, audience, phase, heldWhy }: Standing): Refusal | null {
  if (verb === 'done' && audience === 'contact') return state in ENDED ? 'already_ended' : 'not_a_reminder';
  // After this commit of the sender the server may take the letter at any moment: the point of no return.
  if (state === 'sending' && phase === 'data') return 'already_sending';
  // What is held for another reason would go when that is over.
  if (verb === 'hold' && state === 'held' && heldWhy === 'by_candidate') return 'already_held';
  const outcome: string = TABLE[verb][state];
  return outcome in REFUSALS ? (outcome as Refusal) : null;
}

/** Neither verb goes over the gap between two letters to one contact; what the candidate held, they let go. */
function refuseUnlessGapIsOver({ state, heldWhy, heldUntil }: Standing, now: Date): void {
  if (state === 'held' && heldWhy === 'contact_gap' && heldUntil !== null && heldUntil > now)
    throw contactGap(heldUntil);
}

/** What the candidate wants of all letters stands until they take it back, or send this one. */
function refuseInAPause({ state, heldWhy, heldUntil }: Standing, now: Date): void {
  if (state !== 'held' || heldWhy !== 'no_letters_until' || heldUntil === null || heldUntil <= now) return;
  throw new RuleViolation(refusal('no_letters_until', { until: heldUntil.toISOString() }));
}

export function contactGap(until: Date): RuleViolation {
  return new RuleViolation(refusal('contact_gap', { until: until.toISOString() }));
}

/** What is restored would take a place that is taken. */
export function placeOccupied(): RuleViolation {
  return new RuleViolation(refusal('place_occupied', { by: 'follow_up' }));
}

/** What is restored would be a second letter about one rejection. */
export function alreadyWritten(): RuleViolation {
  return new RuleViolation(refusal('place_occupied', { by: 'letter' }));
}

/** One letter per contact, across all applications. */
export function contactBusy(): RuleViolation {
  return new RuleViolation(refusal('contact_busy'));
}

/** A sample waits for nothing and goes nowhere, so nothing hurries it. */
export function requireReal({ sample }: { sample: boolean }): void {
  if (!sample) return;
  throw new RuleViolation(refusal('sample_never_goes'));
}

/** What was fixed when the letter was first tried may already lie on a server: a later try hands over the same bytes. */
export function requireNotFrozen(isFrozen: boolean): void {
  if (!isFrozen) return;
  throw new RuleViolation(refusal('already_frozen'));
}

const DAY = 24 * 60 * 60 * 1000;
const TEN_YEARS = 3653 * DAY;

/** A yes does not take the place of a moment that was chosen before and lies ahead. */
export const isMomentAhead = ({ chosenAt, dueAt }: { chosenAt: Date | null; dueAt: Date }, now: Date): boolean =>
  chosenAt !== null && chosenAt > now && dueAt > now;

/** What prepares for an interview is of use before it; `interviewAt`: ISO 8601. */
export function requireBeforeInterview(chosen: Date, interviewAt: string | null, pointer: string): void {
  if (interviewAt === null || chosen < new Date(interviewAt)) return;
  throw new RuleViolation(refusal('after_the_interview', { interviewAt }), { kind: 'invalid', pointer });
}

/** A moment that the candidate chose for a follow-up. */
export function requireDueTime(chosen: Date, now: Date, pointer: string): void {
  const at = chosen.toISOString();
  if (chosen < now)
    throw new RuleViolation(refusal('in_the_past', { of: 'follow_up', at }), { kind: 'invalid', pointer });
  if (chosen.getTime() - now.getTime() > TEN_YEARS) {
    throw new RuleViolation(refusal('too_far_ahead', { at }), { kind: 'invalid', pointer });
  }
}
