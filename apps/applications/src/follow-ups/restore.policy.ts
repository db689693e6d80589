/** Taking back what the candidate said of a follow-up: to which state, or why not. */
import {
  type Audience,
  type HeldWhy,
  refusal,
  REJECTABLE_STAGES,
  type RejectableStage,
  type StoredState,
} from '@app/contracts';
import { RuleViolation } from '@app/platform';

export interface Restorable {
  state: StoredState;
  heldWhy: HeldWhy | null;
  audience: Audience;
  attempt: number;
  approvedAt: Date | null;
  endedBy: string | null;
  endedWhy: string | null;
  priorState: StoredState | null;
  priorHeldWhy: HeldWhy | null;
  priorHeldUntil: Date | null;
}

export interface Restored {
  state: StoredState;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
}

/** Never further than it was: what was being sent waits, what may have arrived is in doubt again. */
export function restored(row: Restorable): Restored {
  const { state, audience, endedBy } = row;
  if (state === 'cancelled' || state === 'done') {
    if (endedBy !== 'candidate') throw new RuleViolation(refusal('not_by_candidate'));
    return priorOf(row);
  }
  if (state === 'skipped' && audience === 'contact') return asDraft();
  // What was resumed is held again; what was approved or sent at once waits for a yes again.
  if (isLetGo(row) && row.approvedAt !== null && row.attempt === 0) {
    if (row.priorState === 'held') return priorOf(row);
    if (audience === 'contact') return asDraft();
  }
  throw new RuleViolation(refusal('not_ended'));
}

/** It goes by itself, at once or when letters go again. */
export const isLetGo = ({ state, heldWhy }: Pick<Restorable, 'state' | 'heldWhy'>): boolean =>
  state === 'waiting' || (state === 'held' && heldWhy === 'no_letters_until');

const asDraft = (): Restored => ({ state: 'draft', heldWhy: null, heldUntil: null });

function priorOf({ audience, priorState, priorHeldWhy, priorHeldUntil }: Restorable): Restored {
  const before = priorState ?? (audience === 'contact' ? 'draft' : 'waiting');
  if (before === 'held') {
    return { state: 'held', heldWhy: priorHeldWhy ?? 'by_candidate', heldUntil: priorHeldUntil };
  }
  return { state: before === 'sending' ? 'waiting' : before, heldWhy: null, heldUntil: null };
}

export interface SkipFacts {
  stageAtRejection: RejectableStage | null;
  minStage: RejectableStage;
  isEnabled: boolean;
  isOccupied: boolean;
}

/** Whether what a letter was skipped for when it was planned still stands; other reasons are asked like those of any letter. */
export function isSkippedStill(endedWhy: string | null, facts: SkipFacts): boolean {
  switch (endedWhy) {
    case 'too_late':
      return true;
    case 'disabled':
      return !facts.isEnabled;
    case 'no_human_contact':
      return facts.stageAtRejection !== null && rank(facts.stageAtRejection) < rank(facts.minStage);
    case 'already_pending':
      return facts.isOccupied;
    default:
      return false;
  }
}

const rank = (stage: RejectableStage): number => REJECTABLE_STAGES.indexOf(stage);
