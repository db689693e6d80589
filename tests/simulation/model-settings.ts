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
