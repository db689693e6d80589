/** What a verb writes on a follow-up beside its state. */
import type { HeldWhy, Settings, StoredState } from '@app/contracts';

export const NO_HOLD = { heldWhy: null, heldUntil: null, lapsesAt: null };
export const NO_LEASE = { leaseToken: null, leaseUntil: null, phase: null };

/** It passes over time, window and spacing, and over that the candidate does not look at that moment. */
export const atOnce = ({ now, settings }: { now: Date; settings: Pick<Settings, 'looking'> }) =>
  ({ dueAt: now, atOnce: true, approvedAt: now, chosenAt: now, despiteNotLooking: !settings.looking }) as const;

interface Stood {
  state: StoredState;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
}

/** By hand; what it was is kept, so that it can be taken back. */
export const ended = ({ state, heldWhy, heldUntil }: Stood) =>
  ({ ...NO_HOLD, endedBy: 'candidate', priorState: state, priorHeldWhy: heldWhy, priorHeldUntil: heldUntil }) as const;
