/** One clock per contact: how warm it is, and when the candidate should next say hello. Runs from the last touch. */
import type { Settings, Warmth } from '@app/contracts';
import { addDuration, isUnderAnHour, nextOccurrence } from './duration.policy.js';
import { firstReminderFrom, reminderDueAt } from './reminder-time.policy.js';

type KeepWarm = Settings['keepWarm'];

interface Clock {
  lastTouchAt: Date | null;
  now: Date;
  keepWarm: KeepWarm;
  timezone: string;
}

export function warmth({ lastTouchAt, now, keepWarm, timezone }: Clock): Warmth {
  if (lastTouchAt === null) return 'cold';
  const halfYear = addDuration(lastTouchAt, keepWarm.halfYear, timezone);
  const firstCheckIn = earliest(keepWarm.after.map((after) => addDuration(lastTouchAt, after, timezone)));
  if (now < (firstCheckIn ?? halfYear)) return 'warm';
  return now < halfYear ? 'cooling' : 'cold';
}

/** `at` is `reminders.at` of the settings. */
type ReminderClock = Clock & { at: string };

/** The first check-in still ahead, null when all are past. */
export function checkInAt({ lastTouchAt, now, keepWarm, at, timezone }: ReminderClock): Date | null {
  if (lastTouchAt === null) return null;
  const due = keepWarm.after.map((delay) => reminderDueAt({ from: lastTouchAt, delay, at, timezone }));
  return earliest(due.filter((moment) => moment > now));
}

type HalfYearClock = ReminderClock & { cooldownUntil: Date | null };

/** Half a year after the last touch, not before the company's cooldown is over, and again every half-year. */
export function halfYearAt({ lastTouchAt, now, keepWarm, at, timezone, cooldownUntil }: HalfYearClock): Date | null {
  if (lastTouchAt === null) return null;
  const { halfYear } = keepWarm;
  const afterTouch = reminderDueAt({ from: lastTouchAt, delay: halfYear, at, timezone });
  const first =
    cooldownUntil === null || cooldownUntil <= afterTouch
      ? afterTouch
      : isUnderAnHour(halfYear)
        ? cooldownUntil
        : firstReminderFrom(cooldownUntil, at, timezone);
  return nextOccurrence(first, halfYear, now, timezone);
}

export interface NextTouch {
  kind: 'check_in' | 'half_year';
  at: Date;
}

/** What comes first; the half-year only for a candidate who looks. */
export function nextTouchAt({ looking, ...clock }: HalfYearClock & { looking: boolean }): NextTouch | null {
  const checkIn = checkInAt(clock);
  const halfYear = looking ? halfYearAt(clock) : null;
  if (checkIn !== null && (halfYear === null || checkIn <= halfYear)) return { kind: 'check_in', at: checkIn };
  return halfYear === null ? null : { kind: 'half_year', at: halfYear };
}

function earliest(moments: Date[]): Date | null {
  return moments.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
