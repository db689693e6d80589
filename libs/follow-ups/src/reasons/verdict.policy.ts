/** The effects that a reason can have, and which facts of a rejection and an application are reasons. */
import { type Facts, type HeldWhy, type ReasonCode, REJECTABLE_STAGES, type Stage } from '@app/contracts';
import type { Reason, Situation } from './situation.js';

export const ends = (code: ReasonCode, facts: Facts = {}): Reason => ({
  code,
  effect: 'ends',
  until: null,
  facts,
});
export const holds = (code: HeldWhy & ReasonCode, until: Date | null = null, facts: Facts = {}): Reason => ({
  code,
  effect: 'holds',
  until,
  facts,
});
export const only = (reasons: (Reason | false)[]): Reason[] => reasons.filter((reason) => reason !== false);

/** Sent, and neither decided nor given up. */
export function isInProcess(stage: Stage | undefined): boolean {
  return (REJECTABLE_STAGES as readonly (Stage | undefined)[]).includes(stage);
}

/** The opening that it tells of is over. */
export function isClosedAgain({ asked, vacancy }: Pick<Situation, 'asked' | 'vacancy'>): boolean {
  if (vacancy === null || asked.closedAt === null) return false;
  if (vacancy.status === 'closed') return true;
  return vacancy.closedAt !== null && vacancy.closedAt.toISOString() !== asked.closedAt;
}
