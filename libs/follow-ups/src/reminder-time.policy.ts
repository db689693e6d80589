/** When a reminder reaches the candidate: at their hour of the day, so that one day's reminders make one digest. */
import { addDuration, atWallTime, isUnderAnHour, zoned } from './duration.policy.js';

interface Delayed {
  from: Date;
  delay: string;
  /** `reminders.at` of the settings. */
  at: string;
  timezone: string;
}

export function reminderDueAt({ from, delay, at, timezone }: Delayed): Date {
  const due = addDuration(from, delay, timezone);
  if (isUnderAnHour(delay)) return due;
  const day = zoned(due, timezone).toPlainDate();
  const dueAt = atWallTime(day, at, timezone);
  return dueAt > from ? dueAt : atWallTime(day.add({ days: 1 }), at, timezone);
}

/** The first `at` on the wall that is not before `moment`. */
export function firstReminderFrom(moment: Date, at: string, timezone: string): Date {
  const day = zoned(moment, timezone).toPlainDate();
  const sameDay = atWallTime(day, at, timezone);
  return sameDay >= moment ? sameDay : atWallTime(day.add({ days: 1 }), at, timezone);
}

export function eveningBefore(moment: Date, timezone: string): Date {
  return atWallTime(zoned(moment, timezone).toPlainDate().subtract({ days: 1 }), '18:00', timezone);
}
