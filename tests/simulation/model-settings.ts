/** The settings as the simulation changes them. */
import type { SettingsPatch } from '@app/contracts';
import { localTime } from './local-time.js';

export interface ModelSettings {
  timezone: string;
  approval: 'auto' | 'review';
  enabled: boolean;
  delayDays: number;
  looking: boolean;
  noLettersUntil: Date | null;
  from: number;
  to: number;
  weekends: boolean;
  gapDays: number;
  dailyCap: number;
  remindersAt: string;
  reflectionDays: number;
  checkInDays: readonly number[];
}

export const DEFAULTS: ModelSettings = {
  timezone: 'UTC',
  approval: 'auto',
  enabled: true,
  delayDays: 1,
  looking: true,
  noLettersUntil: null,
  from: 9,
  to: 12,
  weekends: false,
  gapDays: 14,
  dailyCap: 3,
  remindersAt: '08:00',
  reflectionDays: 2,
  checkInDays: [90],
};

const WORK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const days = (number: number) => `P${number}D`;
const hour = (number: number) => `${String(number).padStart(2, '0')}:00`;

/** Only what the change speaks of: a candidate who sets their window says nothing about looking. */
export function settingsPatch(change: Partial<ModelSettings>): SettingsPatch {
  const { timezone, approval, enabled, delayDays, looking, from, to, weekends, gapDays, dailyCap } = change;
  const { noLettersUntil, remindersAt, reflectionDays, checkInDays } = change;
  const when = <T>(value: T | undefined, patch: (value: T) => SettingsPatch) =>
    value === undefined ? {} : patch(value);
  return {
    ...when(timezone, () => ({ timezone })),
    ...when(approval, () => ({ approval })),
    ...when(looking, () => ({ looking })),
    ...when(noLettersUntil, (until) => ({ noLettersUntil: until?.toISOString() ?? null })),
    ...when(gapDays, (number) => ({ contactGap: days(number) })),
    ...when(dailyCap, (number) => ({ mailbox: { dailyCap: number } })),
    ...when(remindersAt, (at) => ({ reminders: { at } })),
    ...when(reflectionDays, (number) => ({ reflection: { delay: days(number) } })),
    ...when(checkInDays, (numbers) => ({ keepWarm: { after: numbers.map(days) } })),
    feedbackRequest: {
      ...(enabled !== undefined && { enabled }),
      ...(delayDays !== undefined && { delay: days(delayDays) }),
    },
    sendingWindow: {
      ...(weekends !== undefined && { days: weekends ? [...WORK_DAYS, 'sat', 'sun'] : [...WORK_DAYS] }),
      ...(from !== undefined && { from: hour(from) }),
      ...(to !== undefined && { to: hour(to) }),
    },
  };
}

/** In the contact's own time, else in the candidate's. */
export function isInWindow(at: Date, timezone: string | null, settings: ModelSettings): boolean {
  const { from, to, weekends } = settings;
  const { hour, weekday } = localTime(at, timezone ?? settings.timezone);
  return hour >= from && hour < to && (weekends || !/Sat|Sun/.test(weekday));
}
