/** When a letter went, or goes as things are. */
import type { StoredState } from '@app/contracts';

interface Standing {
  state: StoredState;
  dueAt: Date;
  heldUntil: Date | null;
  sentAt: Date | null;
}

const TO_GO = new Set<StoredState>(['draft', 'waiting', 'held', 'retrying']);

/** What a server may have stays as it was, even where nobody knows: there it is asked about. `frozenTo`, `to`: addresses. */
export const isAsFrozen = (state: StoredState, frozenTo: string | null, to: string | null): boolean =>
  !TO_GO.has(state) || frozenTo === to;

/** Null: it waits for a word of the candidate, or does not go. */
export function goesAt({ state, dueAt, heldUntil, sentAt }: Standing, now: Date): Date | null {
  if (sentAt !== null) return sentAt;
  switch (state) {
    case 'waiting':
    case 'retrying':
      return later(dueAt, now);
    case 'sending':
      return now;
    case 'held':
      return heldUntil && later(later(heldUntil, dueAt), now);
    case 'draft':
      return dueAt > now ? dueAt : null;
    default:
      return null;
  }
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
