/** When what waits is to go: as the plan has it, or at the moment that the candidate chose. */
import type { HeldWhy } from '@app/contracts';

export interface Moments {
  dueAt: Date;
  plannedDueAt: Date | null;
  chosenAt: Date | null;
  approvedAt: Date | null;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
}

/** A chosen moment stands, sooner or later than the plan; a yes is no moment, and nothing goes before it. */
export function wantedAt({ chosenAt, approvedAt }: Pick<Moments, 'chosenAt' | 'approvedAt'>, planned: Date): Date {
  if (chosenAt === null) return planned;
  const isMoment = chosenAt.getTime() !== approvedAt?.getTime();
  return isMoment || chosenAt > planned ? chosenAt : planned;
}

/** What was moved behind a time that is none any more goes when it would have gone without it. */
export function releasedTo(row: Moments, now: Date): Date {
  const { heldWhy, heldUntil, plannedDueAt, dueAt } = row;
  const isEarly = movesWhatItHolds(heldWhy) && heldUntil !== null && heldUntil > now;
  return isEarly && plannedDueAt !== null ? wantedAt(row, plannedDueAt) : dueAt;
}

/** When it would go if nothing held it; of a gap it is not asked. */
export function freeAt(row: Omit<Moments, 'heldUntil'> & { since: Date }): Date {
  const { heldWhy, plannedDueAt, dueAt, since } = row;
  if (heldWhy === 'contact_gap') return since;
  return heldWhy === 'no_letters_until' && plannedDueAt !== null ? wantedAt(row, plannedDueAt) : dueAt;
}

/** Its moment is its own again, once it waits for a word instead. */
export const givenBack = (row: Omit<Moments, 'heldUntil'> & { since: Date }): { dueAt?: Date } =>
  row.heldWhy === 'no_letters_until' ? { dueAt: freeAt(row) } : {};

/** A hold whose end is known takes the moment of the letter behind it. */
const movesWhatItHolds = (why: HeldWhy | null): boolean => why === 'contact_gap' || why === 'no_letters_until';
