import type { SettingsPatch } from '@app/contracts';
import type { ModelSettings } from './model.js';

const WORK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

export function settingsPatch(model: ModelSettings): SettingsPatch {
  const hour = (number: number) => `${String(number).padStart(2, '0')}:00`;
  return {
    approval: model.approval,
    looking: model.looking,
    feedbackRequest: { enabled: model.enabled },
    sendingWindow: {
      days: model.weekends ? [...WORK_DAYS, 'sat', 'sun'] : [...WORK_DAYS],
      from: hour(model.from),
      to: hour(model.to),
    },
    contactGap: `P${model.gapDays}D`,
    mailbox: { dailyCap: model.dailyCap },
  };
}

/** In the contact's own time, else in the candidate's, which is UTC. */
export function isInWindow(at: Date, timezone: string | null, { from, to, weekends }: ModelSettings): boolean {
  const options = { weekday: 'short', hour: '2-digit', hourCycle: 'h23', timeZone: timezone ?? 'UTC' } as const;
  const parts = new Intl.DateTimeFormat('en', options).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  return hour >= from && hour < to && (weekends || !/Sat|Sun/.test(part('weekday')));
}
