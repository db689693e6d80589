/** Whether a board may be swept because somebody asks for it: boards are strangers' servers. */
import { refusal } from '@app/contracts';
import { RuleViolation } from '@app/platform';

const MINUTES_BETWEEN = 15;

export interface SweptBoard {
  lastSweepAt: Date | null;
  nextSweepAt: Date | null;
  /** What the board itself asked for. */
  notBefore: Date | null;
}

/** Answers the new hour, or null where its hour has come anyway. */
export function sweepNow({ lastSweepAt, nextSweepAt, notBefore }: SweptBoard, now: Date): Date | null {
  if (nextSweepAt !== null && nextSweepAt <= now) return null;
  if (notBefore !== null && notBefore > now) {
    throw new RuleViolation(refusal('board_asks_to_wait', { until: notBefore.toISOString() }));
  }
  const again = lastSweepAt === null ? now : new Date(lastSweepAt.getTime() + MINUTES_BETWEEN * 60_000);
  if (again > now) {
    throw new RuleViolation(refusal('swept_recently', { minutes: MINUTES_BETWEEN, until: again.toISOString() }));
  }
  return now;
}

/** Its hour has come, or somebody is reading it. */
export function isSweeping(
  { nextSweepAt, leaseUntil }: Pick<SweptBoard, 'nextSweepAt'> & { leaseUntil: Date | null },
  now: Date,
): boolean {
  return (nextSweepAt !== null && nextSweepAt <= now) || (leaseUntil !== null && leaseUntil > now);
}
