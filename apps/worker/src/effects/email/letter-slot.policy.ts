/** When the mailbox is free for a letter: behind those before it, with some time between any two. */

/** Longer than a hint takes to arrive: when a slot comes, the letter of the one before has gone. */
const MARGIN_MS = 1_000;

interface Mailbox {
  /** The candidate's other letters that were due before this one and have not gone. */
  ahead: number;
  lastAttemptAt: Date | null;
  spacingMs: number;
  now: Date;
}

/** `now` when it may go. */
export function slotFor({ ahead, lastAttemptAt, spacingMs, now }: Mailbox): Date {
  const last = lastAttemptAt === null ? -Infinity : lastAttemptAt.getTime();
  const free = Math.max(now.getTime(), last + spacingMs);
  return new Date(free + ahead * (spacingMs + MARGIN_MS));
}
