/** The cadences that can be set: where each stands in the settings, and how it is typed. */
import { REJECTABLE_STAGES, type RejectableStage } from '@app/contracts/words';
import { durationOf, type Span, spanOf, type Unit } from './span.policy.js';

export type CadenceKey =
  | 'enabled'
  | 'delay'
  | 'minStage'
  | 'reflection'
  | 'checkIns'
  | 'halfYear'
  | 'cooldown'
  | 'contactGap'
  | 'dailyCap'
  | 'spacing'
  | 'remindersAt'
  | 'streak';

type Typed =
  | { kind: 'span'; units: readonly Unit[] }
  | { kind: 'spans'; units: readonly Unit[] }
  | { kind: 'count' }
  | { kind: 'time' }
  | { kind: 'stage' }
  | { kind: 'switch' };

export type Cadence = Typed & { key: CadenceKey; at: readonly [group: string, member?: string] };
export type Raw = Span | readonly Span[] | string | boolean;
export type Raws = Partial<Record<CadenceKey, Raw>>;
export type SectionKey = 'afterANo' | 'warmth' | 'pace' | 'reminders';

const SHORT = ['hours', 'days', 'weeks'] as const;
const LONG = ['days', 'weeks', 'months', 'years'] as const;

export const SECTIONS: Record<SectionKey, readonly Cadence[]> = {
  afterANo: [
    { key: 'enabled', at: ['feedbackRequest', 'enabled'], kind: 'switch' },
    { key: 'delay', at: ['feedbackRequest', 'delay'], kind: 'span', units: SHORT },
    { key: 'minStage', at: ['feedbackRequest', 'minStage'], kind: 'stage' },
    { key: 'reflection', at: ['reflection', 'delay'], kind: 'span', units: SHORT },
  ],
  warmth: [
    { key: 'checkIns', at: ['keepWarm', 'after'], kind: 'spans', units: LONG },
    { key: 'halfYear', at: ['keepWarm', 'halfYear'], kind: 'span', units: LONG },
    { key: 'cooldown', at: ['cooldown'], kind: 'span', units: LONG },
  ],
  pace: [
    { key: 'contactGap', at: ['contactGap'], kind: 'span', units: LONG },
    { key: 'dailyCap', at: ['mailbox', 'dailyCap'], kind: 'count' },
    { key: 'spacing', at: ['mailbox', 'spacing'], kind: 'span', units: ['seconds', 'minutes', 'hours'] },
  ],
  reminders: [
    { key: 'remindersAt', at: ['reminders', 'at'], kind: 'time' },
    { key: 'streak', at: ['streak', 'length'], kind: 'count' },
  ],
};

export const STAGES: readonly RejectableStage[] = REJECTABLE_STAGES;

/** Deep enough for the settings, and as untyped as a place that is looked up by name. */
type Nested = Record<string, unknown>;

const valueAt = (settings: object, { at: [group, member] }: Cadence): unknown => {
  const found = (settings as Nested)[group];
  return member === undefined ? found : (found as Nested)[member];
};

/** What mixes months and days cannot be typed as one number: it begins with none. */
const typedSpan = (duration: string, units: readonly Unit[]): Span =>
  spanOf(duration) ?? { count: '', unit: units.at(-1)! };

/** As it stands in its field. */
export function rawOf(settings: object, cadence: Cadence): Raw {
  const value = valueAt(settings, cadence);
  switch (cadence.kind) {
    case 'span':
      return typedSpan(value as string, cadence.units);
    case 'spans':
      return (value as string[]).map((one) => typedSpan(one, cadence.units));
    case 'switch':
      return value as boolean;
    default:
      return String(value);
  }
}

/** What the API is asked: null where something typed is no number yet. */
function wanted(cadence: Cadence, raw: Raw): unknown {
  switch (cadence.kind) {
    case 'span':
      return durationOf(raw as Span);
    case 'spans': {
      const all = (raw as Span[]).map(durationOf);
      return all.includes(null) ? null : all;
    }
    case 'count':
      return /^\d{1,6}$/.test((raw as string).trim()) ? Number(raw) : null;
    case 'time':
      return raw === '' ? null : raw;
    default:
      return raw;
  }
}

export interface Wanted {
  patch: Record<string, unknown>;
  wrong: CadenceKey[];
}

export function patchOf(cadences: readonly Cadence[], touched: Raws): Wanted {
  const patch: Nested = {};
  const wrong: CadenceKey[] = [];
  for (const cadence of cadences) {
    const raw = touched[cadence.key];
    if (raw === undefined) continue;
    const value = wanted(cadence, raw);
    const [group, member] = cadence.at;
    if (value === null) wrong.push(cadence.key);
    else if (member === undefined) patch[group] = value;
    else patch[group] = { ...(patch[group] as Nested | undefined), [member]: value };
  }
  return { patch, wrong };
}

export const pointerOf = ({ at }: Cadence): string => `/${at.join('/')}`;

/** Whether what stands in the field comes to the default. */
export const isDefault = (defaults: object, cadence: Cadence, raw: Raw): boolean =>
  JSON.stringify(wanted(cadence, raw)) === JSON.stringify(wanted(cadence, rawOf(defaults, cadence)));
