/** What the candidate may do to a follow-up: one table, verb by state, to the next state or the code of a refusal. */
import type { Audience, HeldWhy, ShownState, StoredState } from '@app/contracts';
import { RuleViolation } from '@app/platform';

const REFUSALS = {
  already_ended: 'This follow-up has come to its end. What you ended yourself, restore brings back.',
  already_held: 'This follow-up is held already. Resume it to let it go, or cancel it.',
  already_sending: 'This follow-up is being sent at this moment. Look again in a minute to see what became of it.',
  already_sent: 'This follow-up was sent already.',
  not_a_draft: 'Only a draft waits for approval, and this follow-up is none. What is held, resume lets go.',
  not_approved:
    'This letter is a draft: it does not go before you approve it. There is nothing to hold; cancel it instead.',
  not_held: 'This follow-up is not held, so there is nothing to resume.',
  not_unconfirmed: 'Only a letter whose delivery is unconfirmed needs this answer, and this follow-up is not one.',
  not_sendable: 'The mail server may have taken this letter already. Answer with mark-sent, resend or cancel.',
  not_a_reminder: 'Only a reminder can be done, and this is a letter. Cancel it if it should not go.',
} as const;
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
  const refusal = refusalOf(verb, followUp);
  if (refusal) throw new RuleViolation(refusal, REFUSALS[refusal]);
  if (verb === 'send-now' || verb === 'resume') refuseUnlessHoldIsOver(followUp, now);
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
function refuseUnlessHoldIsOver({ state, heldWhy, heldUntil }: Standing, now: Date): void {
  if (state === 'held' && heldWhy === 'contact_gap' && heldUntil !== null && heldUntil > now)
    throw contactGap(heldUntil);
}

export function contactGap(until: Date): RuleViolation {
  return new RuleViolation(
    'contact_gap',
    `Your last letter to this contact is unanswered, so the next one may go from ${until.toISOString()}. Until then you can edit or cancel it.`,
  );
}

/** What is restored would take a place that is taken. */
export function placeOccupied(): RuleViolation {
  return new RuleViolation(
    'place_occupied',
    'Another follow-up has taken its place meanwhile. Cancel that one first, then restore this one.',
  );
}

/** What is restored would be a second letter about one rejection. */
export function alreadyWritten(): RuleViolation {
  return new RuleViolation(
    'place_occupied',
    'Another letter about this rejection went already, or has its place; one is enough. What has not gone yet you can cancel, then restore this one.',
  );
}

/** One letter per contact, across all applications. */
export function contactBusy(): RuleViolation {
  return new RuleViolation(
    'contact_busy',
    'Another letter to this contact is on its way. Cancel that one first, or wait until it is sent.',
  );
}

/** A sample waits for nothing and goes nowhere, so nothing hurries it. */
export function requireReal({ sample }: { sample: boolean }): void {
  if (!sample) return;
  throw new RuleViolation(
    'sample_never_goes',
    'This is sample data, to be looked at: it is never sent. Ask for a test letter to have it in your own mailbox.',
  );
}

/** What was fixed when the letter was first tried may already lie on a server: a later try hands over the same bytes. */
export function requireNotFrozen(isFrozen: boolean): void {
  if (!isFrozen) return;
  throw new RuleViolation(
    'already_frozen',
    'The text was fixed when this letter was first handed to the mail server, and goes unchanged. Cancel it if it must not go.',
  );
}

const DAY = 24 * 60 * 60 * 1000;
const TEN_YEARS = 3653 * DAY;

/** A yes does not take the place of a moment that was chosen before and lies ahead. */
export const isMomentAhead = ({ chosenAt, dueAt }: { chosenAt: Date | null; dueAt: Date }, now: Date): boolean =>
  chosenAt !== null && chosenAt > now && dueAt > now;

/** What prepares for an interview is of use before it; `interviewAt`: ISO 8601. */
export function requireBeforeInterview(chosen: Date, interviewAt: string | null, pointer: string): void {
  if (interviewAt === null || chosen < new Date(interviewAt)) return;
  throw new RuleViolation('after_the_interview', `The interview is at ${interviewAt}. Choose a moment before it.`, {
    kind: 'invalid',
    pointer,
  });
}

/** A moment that the candidate chose for a follow-up. */
export function requireDueTime(chosen: Date, now: Date, pointer: string): void {
  if (chosen < now) {
    throw new RuleViolation('in_the_past', 'That moment has passed. Choose a later one, or say send-now.', {
      kind: 'invalid',
      pointer,
    });
  }
  if (chosen.getTime() - now.getTime() > TEN_YEARS) {
    throw new RuleViolation('too_far_ahead', 'That moment lies more than ten years ahead. Choose an earlier one.', {
      kind: 'invalid',
      pointer,
    });
  }
}
