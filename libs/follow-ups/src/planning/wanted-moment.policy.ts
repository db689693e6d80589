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

/** What was moved behind a gap that is none any more goes when it would have gone without it. */
export function releasedTo(row: Moments, now: Date): Date {
  const { heldWhy, heldUntil, plannedDueAt, dueAt } = row;
  const isEarly = heldWhy === 'contact_gap' && heldUntil !== null && heldUntil > now;
  return isEarly && plannedDueAt !== null ? wantedAt(row, plannedDueAt) : dueAt;
}
