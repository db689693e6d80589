/** The one letter about a rejection, whoever it goes to and whatever it says: is there one to plan, to bring back, or none? */
import { and, type HeldWhy, type LetterKind, PENDING_STATES, say, type StoredState } from '@app/contracts';
import { skippedFor, type Planned } from './planned.policy.js';
import { asDraft, asItWas, comesBackAsDraft, mayComeBack, wasForAnother } from './reconsider.policy.js';

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

/** `rows`: the letters about this rejection, the one that was spoken of last the last. `planned`: what would be planned if there were none. */
export function letterStep(rows: readonly LetterRow[], planned: Planned, contactId: string | null): LetterStep {
  if (rows.some(({ state }) => IN_THE_WAY.has(state))) return NONE;
  if (rows.some(({ endedBy, state }) => state === 'cancelled' && endedBy === 'candidate')) return NONE;
  const former = rows.findLast(({ state }) => state !== 'skipped');
  const own = rows.findLast((row) => row.kind === planned.kind && row.contactId === contactId);
  if (own) return backAgain(own, former ?? own, planned);
  if (rows.some(isOverWhoeverItIs)) return NONE;
  return { kind: 'plan', planned: former ? inPlaceOf(former, planned) : planned };
}

/** `former`: the one that was spoken of last, which may be another. */
function backAgain(own: LetterRow, former: LetterRow, planned: Planned): LetterStep {
  if (!mayComeBack(own)) return NONE;
  const kept = former === own ? planned : inPlaceOf(former, planned, own.editedAt === null);
  if (comesBackAsDraft(own) && mayBeDrafted(planned)) {
    const why = kept.state === 'skipped' ? say('beside_another') : kept.why;
    return { kind: 'again', row: own, planned: asDraft({ ...kept, why }) };
  }
  if (kept.state === 'skipped') return NONE;
  return { kind: 'again', row: own, planned: former === own ? asItWas(own, kept) : kept };
}

/** A draft occupies nothing, so that another letter to them is on its way does not matter yet. */
const mayBeDrafted = (planned: Planned): boolean =>
  planned.state !== 'skipped' || skippedFor(planned) === 'already_pending';

/** Skipped for a reason that has nothing to do with the person. */
function isOverWhoeverItIs({ state, endedWhy }: LetterRow): boolean {
  return state === 'skipped' && endedWhy !== null && !OF_THE_PERSON.has(endedWhy);
}

/** Takes over what was said of the letter before it. Words that were written for something else wait for a yes. */
function inPlaceOf(former: LetterRow, planned: Planned, withWords = true): Planned {
  if (former.state !== 'cancelled' || !mayBeDrafted(planned)) return planned;
  const words = withWords &&
    former.editedAt && {
      subject: former.subject,
      body: former.body,
      editedAt: former.editedAt,
    };
  if (former.endedWhy === 'contact_changed') {
    return asDraft({ ...planned, ...words, why: wasForAnother(Boolean(words)) });
  }
  if (planned.state === 'skipped') return planned;
  const moved = { dueAt: former.dueAt, chosenAt: former.chosenAt };
  const kept = { ...planned, ...moved, ...words, approvedAt: words ? null : former.approvedAt };
  if (words) {
    return asDraft({ ...kept, why: and(planned.why, say('for_another_letter')) });
  }
  return former.priorState === 'draft' && planned.state !== 'draft' ? asDraft(kept) : asItWas(former, kept);
}

/** Nobody can be reached about this rejection, so somebody has to be found. */
export function wantsContact(rows: readonly LetterRow[], planned: Planned): boolean {
  if (rows.some(({ state }) => IN_THE_WAY.has(state))) return false;
  return ['no_address', 'address_bounced', 'unread_address'].includes(skippedFor(planned) ?? '');
}
