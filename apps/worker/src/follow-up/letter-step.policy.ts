/** The one letter about a rejection, whoever it goes to and whatever it says: is there one to plan, to bring back, or none? */
import { type HeldWhy, type LetterKind, PENDING_STATES, type StoredState } from '@app/contracts';
import { skippedFor } from './letter-plan.policy.js';
import type { Planned } from './planned.js';
import { comesBackAsDraft, mayComeBack } from './reconsider.policy.js';

export interface LetterRow {
  id: string;
  kind: LetterKind;
  contactId: string | null;
  state: StoredState;
  dueAt: Date;
  subject: string | null;
  body: string | null;
  editedAt: Date | null;
  chosenAt: Date | null;
  approvedAt: Date | null;
  endedBy: string | null;
  endedWhy: string | null;
  priorState: StoredState | null;
  priorHeldWhy: HeldWhy | null;
}

export type LetterStep =
  { kind: 'none' } | { kind: 'plan'; planned: Planned } | { kind: 'again'; row: LetterRow; planned: Planned };

const NONE: LetterStep = { kind: 'none' };
const NO_HOLD = { heldWhy: undefined, heldUntil: undefined, heldFor: undefined, lapsesAt: undefined };
const IN_THE_WAY = new Set<StoredState>([...PENDING_STATES, 'unconfirmed', 'sent', 'answered', 'bounced', 'done']);
/** Reasons that hang on the person: another person is another question. */
const OF_THE_PERSON = new Set([
  'no_address',
  'unread_address',
  'do_not_contact',
  'address_bounced',
  'contact_wrote',
  'candidate_wrote',
  'already_pending',
  'contact_changed',
]);

/** `rows`: the letters about this rejection, the newest last. `planned`: what would be planned if there were none. */
export function letterStep(rows: readonly LetterRow[], planned: Planned, contactId: string | null): LetterStep {
  if (rows.some(({ state }) => IN_THE_WAY.has(state))) return NONE;
  if (rows.some(({ endedBy, state }) => state === 'cancelled' && endedBy === 'candidate')) return NONE;
  const own = rows.findLast((row) => row.kind === planned.kind && row.contactId === contactId);
  if (own) return backAgain(own, planned);
  const former = rows.at(-1);
  if (!former) return { kind: 'plan', planned };
  if (rows.some(isOverWhoeverItIs)) return NONE;
  return { kind: 'plan', planned: inPlaceOf(former, planned) };
}

function backAgain(own: LetterRow, planned: Planned): LetterStep {
  if (!mayComeBack(own)) return NONE;
  if (comesBackAsDraft(own) && mayBeDrafted(planned)) {
    const why = planned.state === 'skipped' ? BESIDE_ANOTHER : planned.why;
    return { kind: 'again', row: own, planned: asDraft({ ...planned, why }) };
  }
  return planned.state === 'skipped' ? NONE : { kind: 'again', row: own, planned: asItWas(own, planned) };
}

const BESIDE_ANOTHER = 'Another letter to this contact has not gone yet, so this one waits for your yes.';

/** A draft occupies nothing, so that another letter to them is on its way does not matter yet. */
const mayBeDrafted = (planned: Planned): boolean =>
  planned.state !== 'skipped' || skippedFor(planned) === 'already_pending';

/** Held by hand before it ended, it is held again. */
function asItWas(former: LetterRow, planned: Planned): Planned {
  if (planned.state === 'skipped' || former.priorState !== 'held' || former.priorHeldWhy !== 'by_candidate') {
    return planned;
  }
  return { ...planned, ...NO_HOLD, state: 'held', heldWhy: 'by_candidate' };
}

/** Skipped for a reason that has nothing to do with the person. */
function isOverWhoeverItIs({ state, endedWhy }: LetterRow): boolean {
  return state === 'skipped' && endedWhy !== null && !OF_THE_PERSON.has(endedWhy);
}

/** Takes over what was said of the letter before it. Words that were written for something else wait for a yes. */
function inPlaceOf(former: LetterRow, planned: Planned): Planned {
  if (former.state !== 'cancelled' || !mayBeDrafted(planned)) return planned;
  const words = former.editedAt && {
    subject: former.subject,
    body: former.body,
    editedAt: former.editedAt,
  };
  if (former.endedWhy === 'contact_changed') {
    const why = `It was to go to somebody else; ${words ? 'your words are kept, so read them once more' : 'read it, and let it go'}.`;
    return asDraft({ ...planned, ...words, why });
  }
  if (planned.state === 'skipped') return planned;
  const moved = { dueAt: former.dueAt, chosenAt: former.chosenAt };
  const kept = { ...planned, ...moved, ...words, approvedAt: words ? null : former.approvedAt };
  if (words) {
    return asDraft({
      ...kept,
      why: `${planned.why} Your words were written for another letter, so read them once more.`,
    });
  }
  return former.priorState === 'draft' && planned.state !== 'draft' ? asDraft(kept) : asItWas(former, kept);
}

function asDraft(planned: Planned): Planned {
  return { ...planned, ...NO_HOLD, state: 'draft', approvedAt: null };
}

/** Nobody can be reached about this rejection, so somebody has to be found. */
export function wantsContact(rows: readonly LetterRow[], planned: Planned): boolean {
  if (rows.some(({ state }) => IN_THE_WAY.has(state))) return false;
  return ['no_address', 'address_bounced', 'unread_address'].includes(skippedFor(planned) ?? '');
}
