/** What the candidate changed, laid over what they changed before; the result has to make sense as a whole. */
import {
  DEFAULT_SETTINGS,
  mergeSettings,
  refusal,
  sentenceWithin,
  type Settings,
  settings as settingsSchema,
  type SettingsPatch,
  shapeSaid,
} from '@app/contracts';
import { RuleViolation } from '@app/platform';

export interface SettingsChange {
  overrides: SettingsPatch;
  settings: Settings;
  /** The members that are not what they were. */
  fields: (keyof Settings)[];
}

export function changeSettings(stored: SettingsPatch, patch: SettingsPatch): SettingsChange {
  const before = mergeSettings(DEFAULT_SETTINGS, stored);
  const settings = mergeSettings(before, patch);
  const checked = settingsSchema.safeParse(settings);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    const pointer = `/${path.join('/')}`;
    const asked = shapeSaid(message);
    throw new RuleViolation(refusal('invalid_settings', { at: pointer, ...asked }), {
      kind: 'invalid',
      pointer,
      member: sentenceWithin('said', asked)!,
    });
  }
  const keys = Object.keys(settings) as (keyof Settings)[];
  return {
    overrides: { ...stored, ...Object.fromEntries(keys.flatMap((key) => overriddenMember(key, stored, patch))) },
    settings,
    fields: keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(settings[key])),
  };
}

/** Objects keep what was overridden in them before; everything else is replaced. */
function overriddenMember(key: keyof Settings, stored: SettingsPatch, patch: SettingsPatch): [string, unknown][] {
  const [before, after] = [stored[key], patch[key]];
  if (after === undefined) return [];
  return [[key, hasMembers(after) && hasMembers(before) ? { ...before, ...after } : after]];
}

const hasMembers = (value: unknown): value is object => typeof value === 'object' && value !== null;
