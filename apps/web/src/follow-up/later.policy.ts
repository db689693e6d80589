/** When something comes later: the days that are offered, and the moment that is asked for. */
import { localTimeOf, momentOf } from '../time/local-time.policy.js';

export type Preset = 'tomorrow' | 'in_a_week' | 'in_a_month';
export const PRESETS: readonly Preset[] = ['tomorrow', 'in_a_week', 'in_a_month'];

const DAYS: Record<Preset, number> = { tomorrow: 1, in_a_week: 7, in_a_month: 30 };
const DAY = 24 * 60 * 60 * 1000;
/** A reminder comes when a day begins for most; a letter goes in the first window of that day or of the next. */
const AT = { contact: '00:00', candidate: '08:00' } as const;

interface Whose {
  audience: 'contact' | 'candidate';
  /** Of whom it goes to; IANA. */
  timezone: string;
}

/** `YYYY-MM-DD` there. */
export const dayOfPreset = (preset: Preset, now: Date, timezone: string): string =>
  localTimeOf(new Date(now.getTime() + DAYS[preset] * DAY), timezone).slice(0, 10);

/** `day`: `YYYY-MM-DD` there; null: it is none. The API moves a letter on to where it may arrive. */
export const untilDay = (day: string, { audience, timezone }: Whose): string | null =>
  momentOf(`${day}T${AT[audience]}`, timezone)?.toISOString() ?? null;
