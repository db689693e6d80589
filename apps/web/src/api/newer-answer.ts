/** An answer that was asked for before a press and comes after it is older than what the press answered. */
import { replaceEqualDeep } from '@tanstack/react-query';

const changedAt = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'updatedAt' in answer ? String(answer.updatedAt) : '';

/** For `structuralSharing`: of two answers about one thing, the one of the later `updatedAt`; of one moment, what came last. */
export const newerAnswer = (known: unknown, came: unknown): unknown =>
  changedAt(known) > changedAt(came) ? known : replaceEqualDeep(known, came);
