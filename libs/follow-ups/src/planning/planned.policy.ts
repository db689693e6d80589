import type { Audience, FollowUpKind, HeldWhy, Sentence } from '@app/contracts';

/** A follow-up that a policy decided on; what is not to be done is decided too, as `skipped`, with its reason. */
export interface Planned {
  kind: FollowUpKind;
  audience: Audience;
  state: 'draft' | 'waiting' | 'held' | 'skipped';
  dueAt: Date;
  /** When it would be due if nothing held or moved it; by this a later plan sees that it has to move. */
  plannedDueAt?: Date;
  /** Why there is one; of what is `skipped`, why there is none. */
  why: Sentence;
  heldWhy?: HeldWhy;
  heldUntil?: Date;
  /** What holds it, for the ledger. */
  heldFor?: Sentence;
  /** When it is too late for what is held. */
  lapsesAt?: Date;
  details?: object;
  /** Which check-in after the touch, or which half-year. */
  occasion?: number;
  /** Words that the candidate wrote for the letter before it. */
  subject?: string | null;
  body?: string | null;
  editedAt?: Date | null;
  chosenAt?: Date | null;
  approvedAt?: Date | null;
}

/** What a `skipped` one was skipped for. */
export const skippedFor = ({ state, why }: Pick<Planned, 'state' | 'why'>): string | null =>
  state === 'skipped' ? why.code : null;
