/** When the mailbox is free for a letter that has to wait for others: its own slot, behind those that are due before it. */

/** Longer than a hint takes to arrive: when a slot comes, the letter of the one before has gone. */
const MARGIN_MS = 1_000;

/** The candidate's other letters that are due or wait for a slot. */
export interface Queue {
  /** Due before this one, and not yet looked at. */
  ahead: number;
  /** Moments that are given to letters which wait, in order. */
  slots: readonly Date[];
  /** Whether this letter comes from a slot of its own: then it is behind those before it, and before those behind it. */
  hadSlot: boolean;
}

interface Mailbox {
  queue: Queue;
  lastAttemptAt: Date | null;
  spacingMs: number;
  now: Date;
}

/** `now` when it may go; else the first free moment that leaves one to each letter ahead. */
export function slotFor({ queue, lastAttemptAt, spacingMs, now }: Mailbox): Date {
  const step = spacingMs + MARGIN_MS;
  const last = lastAttemptAt === null ? -Infinity : lastAttemptAt.getTime();
  let at = Math.max(now.getTime(), last + spacingMs);
  const free = at;
  const taken = queue.slots.map(Number).filter((slot) => !queue.hadSlot || slot <= free);
  let { ahead } = queue;
  for (const slot of taken) {
    for (; slot - at >= spacingMs; at += step) {
      if (ahead === 0) return new Date(at);
      ahead -= 1;
    }
    at = Math.max(at, slot + step);
  }
  return new Date(at + ahead * step);
}
