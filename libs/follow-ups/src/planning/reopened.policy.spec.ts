import { DEFAULT_SETTINGS, mergeSettings, type SettingsPatch, say } from '@app/contracts';
import { type Reason } from '../reasons/index.js';
import { insideWindow } from '../sending-window.policy.js';
import { sentence } from '../words/sentence.policy.js';
import { describe, expect, it } from '@jest/globals';
import { cooldownUntil, planReopened, type ReopenedFacts } from './reopened.policy.js';

/** A Tuesday, inside the default window. */
const now = new Date('2026-11-24T10:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const reopening = {
  vacancyId: '0190a000-0000-7000-8000-000000000001',
  companyId: '0190a000-0000-7000-8000-000000000002',
  title: 'Backend Engineer',
  observedAt: now.toISOString(),
  closedAt: daysAgo(40).toISOString(),
  url: 'https://jobs.example.com/1',
  postingId: 'p-1',
  evidence: { grade: 'same_posting' as const, matched: ['id'], daysAbsent: 40 },
};

type Given = Partial<Omit<ReopenedFacts, 'settings'>> & { settings?: SettingsPatch };

function plan({ settings = {}, ...given }: Given = {}) {
  return planReopened({
    reopening,
    alreadyTold: false,
    cooldownUntil: null,
    contact: { timezone: null, country: null, region: null },
    reasons: [],
    words: null,
    now,
    spreadKey: 'a reopening',
    ...given,
    settings: mergeSettings(DEFAULT_SETTINGS, settings),
  });
}
const ends = (code: Reason['code']): Reason => ({ code, effect: 'ends', until: null, facts: {} });

describe('a vacancy that is open again', () => {
  it('is told at once, with a draft that waits for a yes', () => {
    const [alert, draft] = plan();
    expect(alert).toMatchObject({ kind: 'reopened', audience: 'candidate', state: 'waiting', dueAt: now });
    expect(draft).toMatchObject({ kind: 'reopened_outreach', audience: 'contact', state: 'draft', dueAt: now });
  });

  it('tells what the news rests on', () => {
    expect(plan()[0]!.details).toEqual({
      evidence: { ...reopening.evidence, closedAt: reopening.closedAt },
      closedAt: reopening.closedAt,
      url: reopening.url,
      cooldownUntil: null,
    });
  });

  it('is told once per close', () => {
    expect(plan({ alreadyTold: true })).toEqual([]);
  });

  it('is not told to somebody who does not look, and the ledger says so', () => {
    expect(plan({ settings: { looking: false } })).toEqual([
      expect.objectContaining({ kind: 'reopened', state: 'skipped', why: say('not_looking') }),
    ]);
  });

  it('proposes a draft inside the sending window', () => {
    const evening = new Date('2026-11-24T20:00:00Z');
    const { dueAt } = plan({ now: evening })[1]!;
    expect(insideWindow({ at: dueAt, window: DEFAULT_SETTINGS.sendingWindow, timezone: 'UTC', country: null })).toBe(
      true,
    );
    expect(dueAt > evening).toBe(true);
  });
});

describe("within the company's cooldown", () => {
  it('all of it happens, says until when, and the draft is for its end', () => {
    const until = cooldownUntil(daysAgo(30), 'P90D', 'UTC', now)!;
    expect(until).toEqual(new Date(daysAgo(30).getTime() + 90 * 86_400_000));
    const [alert, draft] = plan({ cooldownUntil: until });
    expect(alert).toMatchObject({ state: 'waiting', dueAt: now, details: { cooldownUntil: until.toISOString() } });
    expect(draft).toMatchObject({ state: 'draft', details: { cooldownUntil: until.toISOString() } });
    expect(draft!.dueAt >= until).toBe(true);
    for (const { why } of [alert!, draft!]) expect(sentence(why, 'en')).toContain('runs until 23 January 2027');
  });
  it('that is over, nothing waits', () => {
    expect(cooldownUntil(daysAgo(30), 'P30D', 'UTC', now)).toBeNull();
    expect(plan()[1]!.dueAt).toEqual(now);
  });
});

it('keeps the words that were written for the draft of an earlier opening', () => {
  const words = { subject: 'Still here', body: 'My words.', editedAt: daysAgo(3) };
  expect(plan({ words })[1]).toMatchObject({
    ...words,
    state: 'draft',
    why: { code: 'draft_for_you', facts: { wordsKept: true } },
  });
});

it('sends no draft for a reason that ends it, but the news all the same', () => {
  const [alert, draft] = plan({ reasons: [ends('do_not_contact')] });
  expect(alert!.state).toBe('waiting');
  expect(draft).toMatchObject({ state: 'skipped', why: { code: 'do_not_contact' } });
});

it('tells nothing of an opening that is over already', () => {
  expect(plan({ reasons: [ends('closed_again')] })).toEqual([
    expect.objectContaining({
      kind: 'reopened',
      state: 'skipped',
      why: expect.objectContaining({ code: 'closed_again' }),
    }),
  ]);
});

it('does not hold a draft back for what may pass', () => {
  const gap: Reason = { code: 'contact_gap', effect: 'holds', until: daysAgo(-3), facts: {} };
  expect(plan({ reasons: [gap] })[1]!.state).toBe('draft');
});
