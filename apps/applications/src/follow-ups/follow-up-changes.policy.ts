/** What a verb writes on a follow-up beside its state. */
import type { HeldWhy, Settings, StoredState } from '@app/contracts';
import { pausedUntil } from '@app/follow-ups';

export const NO_HOLD = { heldWhy: null, heldUntil: null, lapsesAt: null };
/** It is not to go at once any more, and so passes over nothing that holds the others. */
export const NO_HURRY = { atOnce: false, queuedSince: null, despiteNotLooking: false, despiteNoLetters: false };
export const NO_LEASE = { leaseToken: null, leaseUntil: null, phase: null };

interface At {
  now: Date;
  settings: Pick<Settings, 'looking' | 'noLettersUntil'>;
}

/** It passes over time, window and spacing, and over that the candidate does not look, or lets no letters go, at that moment. */
export const atOnce = ({ now, settings }: At) =>
  ({
    dueAt: now,
    atOnce: true,
    approvedAt: now,
    chosenAt: now,
    despiteNotLooking: !settings.looking,
    despiteNoLetters: pausedUntil(settings, now) !== null,
  }) as const;

interface Stood {
  state: StoredState;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
}

/** By hand; what it was is kept, so that it can be taken back. */
export const ended = ({ state, heldWhy, heldUntil }: Stood) =>
  ({ ...NO_HOLD, endedBy: 'candidate', priorState: state, priorHeldWhy: heldWhy, priorHeldUntil: heldUntil }) as const;
