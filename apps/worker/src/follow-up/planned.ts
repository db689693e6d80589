import type { Audience, FollowUpKind, HeldWhy } from '@app/contracts';

/** A follow-up that a policy decided on; what is not to be done is decided too, as `skipped`, with its reason. */
export interface Planned {
  kind: FollowUpKind;
  audience: Audience;
  state: 'draft' | 'waiting' | 'held' | 'skipped';
  dueAt: Date;
  /** One sentence for the ledger; for `skipped` the code first: `too_late: ...`. */
  why: string;
  heldWhy?: HeldWhy;
  heldUntil?: Date;
  details?: object;
}
