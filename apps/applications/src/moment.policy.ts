/** Moments as somebody told us: what happened never lies in the future, what is to come never in the past, give or take two clocks. */
import { RuleViolation } from '@app/platform';

const CLOCKS_DIFFER_MS = 5_000;

/** `said` as a moment, or now when nobody said. */
export function pastMoment(said: string | undefined, now: Date, pointer: string): Date {
  if (said === undefined) return now;
  const at = new Date(said);
  if (at.getTime() > now.getTime() + CLOCKS_DIFFER_MS) {
    throw new RuleViolation('in_the_future', `${said} has not come yet. Say when it happened, not when it will.`, {
      kind: 'invalid',
      pointer,
    });
  }
  return at < now ? at : now;
}

export function momentAhead(said: string, now: Date, pointer: string): Date {
  const at = new Date(said);
  if (at.getTime() < now.getTime() - CLOCKS_DIFFER_MS) {
    throw new RuleViolation('in_the_past', `${said} has passed. Say when it will be, not when it was.`, {
      kind: 'invalid',
      pointer,
    });
  }
  return at;
}
