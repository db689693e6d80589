/** What the candidate can change about how Rekindle follows up; every policy reads these and nothing else. */
import { z } from 'zod';
import { RULES } from './rule-words.js';
import { duration, endOfWindow, instant, timeOfDay, timezone } from './shapes.js';
import { REJECTABLE_STAGES, WEEKDAYS } from './words.js';

const sendingWindow = z.strictObject({
  days: z
    .array(z.enum(WEEKDAYS))
    .min(1, RULES.no_day)
    .max(7)
    .refine((days) => new Set(days).size === days.length, RULES.day_twice),
  from: timeOfDay,
  to: endOfWindow,
  skipHolidays: z.boolean(),
});

const shape = {
  timezone,
  looking: z.boolean(),
  noLettersUntil: instant.nullable().meta({
    description:
      'Letters that would go before it wait for it; later ones and drafts are untouched. Lies ahead where it is set; null lets them go.',
  }),
  approval: z.enum(['auto', 'review']),
  feedbackRequest: z.strictObject({ enabled: z.boolean(), delay: duration, minStage: z.enum(REJECTABLE_STAGES) }),
  sendingWindow,
  contactGap: duration,
  keepWarm: z.strictObject({ after: z.array(duration).max(10), halfYear: duration }),
  reflection: z.strictObject({ delay: duration }),
  streak: z.strictObject({ length: z.int().min(2).max(100) }),
  reminders: z.strictObject({ at: timeOfDay }),
  cooldown: duration,
  mailbox: z.strictObject({ dailyCap: z.int().min(1).max(10_000), spacing: duration }),
} as const;

export const settings = z
  .strictObject(shape)
  .refine(({ sendingWindow: { from, to } }) => from < to, {
    path: ['sendingWindow', 'to'],
    message: RULES.ends_before_it_starts,
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof settings>;
export type SendingWindow = Settings['sendingWindow'];

/** A PATCH merges deeply; arrays replace. */
export const settingsPatch = z
  .strictObject({
    ...shape,
    feedbackRequest: shape.feedbackRequest.partial(),
    sendingWindow: sendingWindow.partial(),
    keepWarm: shape.keepWarm.partial(),
    mailbox: shape.mailbox.partial(),
  })
  .partial()
  .meta({
    id: 'SettingsPatch',
    description: 'Merged deeply, arrays replaced. `sendingWindow`: each day once, and `from` before `to` once merged.',
  });
export type SettingsPatch = z.infer<typeof settingsPatch>;

export const DEFAULT_SETTINGS: Settings = {
  timezone: 'UTC',
  looking: true,
  noLettersUntil: null,
  approval: 'auto',
  feedbackRequest: { enabled: true, delay: 'P1D', minStage: 'screening' },
  sendingWindow: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '11:30', skipHolidays: true },
  contactGap: 'P14D',
  keepWarm: { after: ['P90D'], halfYear: 'P180D' },
  reflection: { delay: 'P2D' },
  streak: { length: 3 },
  reminders: { at: '08:00' },
  cooldown: 'P180D',
  mailbox: { dailyCap: 40, spacing: 'PT30S' },
};

/** Lays a patch (or the stored overrides) over complete settings. */
export function mergeSettings(base: Settings, patch: SettingsPatch): Settings {
  return {
    ...base,
    ...patch,
    feedbackRequest: { ...base.feedbackRequest, ...patch.feedbackRequest },
    sendingWindow: { ...base.sendingWindow, ...patch.sendingWindow },
    keepWarm: { ...base.keepWarm, ...patch.keepWarm },
    reflection: { ...base.reflection, ...patch.reflection },
    streak: { ...base.streak, ...patch.streak },
    reminders: { ...base.reminders, ...patch.reminders },
    mailbox: { ...base.mailbox, ...patch.mailbox },
  };
}
