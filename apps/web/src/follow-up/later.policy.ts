/** When something comes later: the days that are offered, and the moment that is asked for. */
import type { Audience } from '@app/contracts/words';
import { daysAfter, localTimeOf, momentOf } from '../time/local-time.policy.js';

export type Preset = 'tomorrow' | 'in_a_week' | 'in_a_month';
export const PRESETS: readonly Preset[] = ['tomorrow', 'in_a_week', 'in_a_month'];

const DAYS: Record<Preset, number> = { tomorrow: 1, in_a_week: 7, in_a_month: 30 };
/** A reminder comes when a day begins for most; a letter goes in the first window of that day or of the next. */
const AT = { contact: '00:00', candidate: '08:00' } as const;

interface Whose {
  audience: Audience;
  /** IANA. */
  timezone: string;
}

/** Whose days they are: a letter goes in the morning of whoever it is to, a reminder comes in yours. */
export const clockOf = (audience: Audience, theirs: string | null, yours: string): string =>
  audience === 'contact' ? (theirs ?? yours) : yours;

/** `YYYY-MM-DD` there. */
export const dayOfPreset = (preset: Preset, now: Date, timezone: string): string =>
  daysAfter(localTimeOf(now, timezone).slice(0, 10), DAYS[preset]);

/** `day`: `YYYY-MM-DD` there; null: it is none. The API moves a letter on to where it may arrive. */
export const untilDay = (day: string, { audience, timezone }: Whose): string | null =>
  momentOf(`${day}T${AT[audience]}`, timezone)?.toISOString() ?? null;
