/** Whether a board may be swept because somebody asks for it: boards are strangers' servers. */
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
    throw new RuleViolation(
      'board_asks_to_wait',
      `The board asked to be left alone until ${notBefore.toISOString()}. It is swept again by itself after that.`,
    );
  }
  const again = lastSweepAt === null ? now : new Date(lastSweepAt.getTime() + MINUTES_BETWEEN * 60_000);
  if (again > now) {
    throw new RuleViolation(
      'swept_recently',
      `The board was swept less than ${MINUTES_BETWEEN} minutes ago. Ask again after ${again.toISOString()}.`,
    );
  }
  return now;
}
