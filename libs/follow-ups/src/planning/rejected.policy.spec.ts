import { DEFAULT_SETTINGS, mergeSettings, type SettingsPatch } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { planReflection, searchForContact } from './rejected.policy.js';

const receivedAt = new Date('2026-11-24T10:00:00Z');
const daysLater = (days: number) => new Date(receivedAt.getTime() + days * 86_400_000);
const reflection = (settings: SettingsPatch = {}, now = receivedAt) =>
  planReflection({ receivedAt, settings: mergeSettings(DEFAULT_SETTINGS, settings), now });

describe('the reflection', () => {
  it("comes two days later at the candidate's hour", () => {
    const settings = { timezone: 'Europe/Kyiv', reminders: { at: '08:30' } };
    expect(reflection(settings)!.dueAt).toEqual(new Date('2026-11-26T06:30:00Z'));
  });
  it('comes at its very moment when the delay is under an hour', () => {
    expect(reflection({ reflection: { delay: 'PT2S' } })!.dueAt).toEqual(new Date('2026-11-24T10:00:02Z'));
  });
  it('recorded some days late comes now', () => {
    expect(reflection({}, daysLater(9))!.dueAt).toEqual(daysLater(9));
  });
  it('of a rejection of three weeks ago is none, unless it was to come later anyway', () => {
    expect(reflection({}, daysLater(20))).toBeNull();
    expect(reflection({ reflection: { delay: 'P30D' } }, daysLater(20))).not.toBeNull();
  });
  it('is for the candidate', () => {
    expect(reflection()!.audience).toBe('candidate');
  });
});

it('the search for somebody begins at once', () => {
  expect(searchForContact(receivedAt)).toMatchObject({ audience: 'candidate', dueAt: receivedAt });
});
