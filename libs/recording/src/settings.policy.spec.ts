import { DEFAULT_SETTINGS } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { changeSettings } from './settings.policy.js';

describe('a change of settings', () => {
  it('is laid over the defaults and what was changed before', () => {
    const change = changeSettings(
      { sendingWindow: { from: '08:00' } },
      { sendingWindow: { to: '12:00' }, looking: false },
    );
    expect(change.overrides).toEqual({ sendingWindow: { from: '08:00', to: '12:00' }, looking: false });
    expect(change.settings.sendingWindow).toEqual({ ...DEFAULT_SETTINGS.sendingWindow, from: '08:00', to: '12:00' });
    expect(change.fields.toSorted()).toEqual(['looking', 'sendingWindow']);
  });

  it('replaces lists', () => {
    const change = changeSettings({ keepWarm: { after: ['P30D', 'P60D'] } }, { keepWarm: { after: ['P10D'] } });
    expect(change.settings.keepWarm.after).toEqual(['P10D']);
  });

  it('takes back what was taken back', () => {
    const stored = { noLettersUntil: null };
    expect(changeSettings(stored, { noLettersUntil: null })).toMatchObject({ overrides: stored, fields: [] });
  });

  it('names nothing when everything is as it was', () => {
    expect(changeSettings({}, { timezone: 'UTC', reminders: { at: '08:00' } }).fields).toEqual([]);
  });

  it.each([
    [{}, { sendingWindow: { to: '09:00' } }],
    [{ sendingWindow: { to: '10:00' } }, { sendingWindow: { from: '10:30' } }],
    [{}, { sendingWindow: { from: '18:00', to: '17:59' } }],
  ])('over %j may not make the window end before it begins: %j', (stored, patch) => {
    expect(() => changeSettings(stored, patch)).toThrow(
      expect.objectContaining({
        facts: { at: '/sendingWindow/to', said: 'ends_before_it_starts' },
        options: {
          kind: 'invalid',
          pointer: '/sendingWindow/to',
          member: { code: 'ends_before_it_starts', facts: {} },
        },
      }),
    );
  });
});
