/** Moments as somebody told us: what happened never lies in the future, what is to come never in the past, give or take two clocks. */
import { refusal } from '@app/contracts';
import { RuleViolation } from '@app/platform';

const CLOCKS_DIFFER_MS = 5_000;

/** `said` as a moment, or now when nobody said. */
export function pastMoment(said: string | undefined, now: Date, pointer: string): Date {
  if (said === undefined) return now;
  const at = new Date(said);
  if (at.getTime() > now.getTime() + CLOCKS_DIFFER_MS) {
    throw new RuleViolation(refusal('in_the_future', { said }), { kind: 'invalid', pointer });
  }
  return at < now ? at : now;
}

export function momentAhead(said: string, now: Date, pointer: string): Date {
  const at = new Date(said);
  if (at.getTime() < now.getTime() - CLOCKS_DIFFER_MS) {
    throw new RuleViolation(refusal('in_the_past', { of: 'interview', said }), { kind: 'invalid', pointer });
  }
  return at;
}
