import type { Preset } from './later.policy.js';

export const PRESET: Record<Preset, string> = {
  tomorrow: 'Tomorrow',
  in_a_week: 'In a week',
  in_a_month: 'In a month',
};
export const MOVE = 'Move it there';
/** Said once it is done. */
export const movedTo = (day: string) => `Moved to ${day}.`;
export const WHEN = 'Which other day';
