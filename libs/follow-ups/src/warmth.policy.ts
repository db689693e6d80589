/** One clock per contact: how warm it is, and when the candidate should next say hello. Runs from the last touch. */
import type { Settings, Warmth } from '@app/contracts';
import { addDuration, isUnderAnHour, nextOccurrence, nthOccurrence } from './duration.policy.js';
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

/** One time to say hello after the last touch. */
export interface Occasion {
  /** Counted from 1: the check-ins of a touch in their order, its half-years. */
  occasion: number;
  at: Date;
}

/** All check-ins after the last touch, past ones too, in order. */
function checkIns({ lastTouchAt, keepWarm, at, timezone }: ReminderClock): Occasion[] {
  if (lastTouchAt === null) return [];
  return keepWarm.after
    .map((delay) => reminderDueAt({ from: lastTouchAt, delay, at, timezone }))
    .sort((a, b) => a.getTime() - b.getTime())
    .map((moment, index) => ({ occasion: index + 1, at: moment }));
}

export type HalfYearClock = ReminderClock & { cooldownUntil: Date | null };
export type KeepWarmKind = 'check_in' | 'half_year';

/** The first one that lies after `now` and after the occasions that the candidate ended by hand. */
export function nextOccasion(kind: KeepWarmKind, clock: HalfYearClock, ended: ReadonlySet<number>): Occasion | null {
  if (kind === 'check_in') {
    return checkIns(clock).find(({ occasion, at }) => at > clock.now && !ended.has(occasion)) ?? null;
  }
  const next = nextHalfYear(clock);
  return next !== null && ended.has(next.occasion) ? nextOccasion(kind, { ...clock, now: next.at }, ended) : next;
}

/** When that occasion is by the settings of now; null when they know none of that number. */
export function occasionAt(kind: KeepWarmKind, clock: HalfYearClock, occasion: number): Date | null {
  if (kind === 'check_in') return checkIns(clock).find((one) => one.occasion === occasion)?.at ?? null;
  const first = firstHalfYear(clock);
  return first && nthOccurrence(first, clock.keepWarm.halfYear, occasion - 1, clock.timezone);
}

/** Half a year after the last touch, and not before the company's cooldown is over. */
function firstHalfYear({ lastTouchAt, keepWarm, at, timezone, cooldownUntil }: HalfYearClock): Date | null {
  if (lastTouchAt === null) return null;
  const { halfYear } = keepWarm;
  const afterTouch = reminderDueAt({ from: lastTouchAt, delay: halfYear, at, timezone });
  if (cooldownUntil === null || cooldownUntil <= afterTouch) return afterTouch;
  return isUnderAnHour(halfYear) ? cooldownUntil : firstReminderFrom(cooldownUntil, at, timezone);
}

function nextHalfYear(clock: HalfYearClock): Occasion | null {
  const first = firstHalfYear(clock);
  const next = first && nextOccurrence(first, clock.keepWarm.halfYear, clock.now, clock.timezone);
  return next && { occasion: next.count + 1, at: next.at };
}

function earliest(moments: Date[]): Date | null {
  return moments.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
