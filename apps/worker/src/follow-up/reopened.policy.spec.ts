import { DEFAULT_SETTINGS, mergeSettings, type SettingsPatch } from '@app/contracts';
import { insideWindow } from '@app/follow-ups';
import { describe, expect, it } from '@jest/globals';
import type { LetterContact } from './letter-plan.policy.js';
import { planReopened, type ReopenedFacts } from './reopened.policy.js';

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

type Given = Partial<Omit<ReopenedFacts, 'contact' | 'settings'>> & {
  contact?: Partial<LetterContact> | null;
  settings?: SettingsPatch;
};

function plan({ contact, settings = {}, ...given }: Given = {}) {
  return planReopened({
    reopening,
    alreadyTold: false,
    latestRejectionAt: daysAgo(300),
    companyCooldown: null,
    acceptedOffer: false,
    now,
    spreadKey: 'a reopening',
    ...given,
    contact:
      contact === null
        ? null
        : {
            email: 'maria@example.com',
            doNotContact: false,
            bouncedAt: null,
            timezone: null,
            country: null,
            lastMailInAt: null,
            lastManualMailOutAt: null,
            hasPendingLetter: false,
            lastUnansweredLetterAt: null,
            ...contact,
          },
    settings: mergeSettings(DEFAULT_SETTINGS, settings),
  });
}

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
      expect.objectContaining({ kind: 'reopened', state: 'skipped', why: expect.stringMatching(/^not_looking: /) }),
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
  it.each([
    ['of its own', 'P90D', {}],
    ["of the candidate's default", null, { cooldown: 'P90D' }],
  ])('%s, all of it happens, says until when, and the draft is for its end', (_whose, companyCooldown, settings) => {
    const until = new Date(daysAgo(30).getTime() + 90 * 86_400_000);
    const [alert, draft] = plan({ latestRejectionAt: daysAgo(30), companyCooldown, settings });
    expect(alert).toMatchObject({ state: 'waiting', dueAt: now, details: { cooldownUntil: until.toISOString() } });
    expect(draft).toMatchObject({ state: 'draft', details: { cooldownUntil: until.toISOString() } });
    expect(draft!.dueAt >= until).toBe(true);
    for (const { why } of [alert!, draft!]) expect(why).toContain(until.toISOString().slice(0, 10));
  });
  it('that is over, nothing waits', () => {
    const [alert, draft] = plan({ latestRejectionAt: daysAgo(30), companyCooldown: 'P30D' });
    expect(alert!.details).toMatchObject({ cooldownUntil: null });
    expect(draft!.dueAt).toEqual(now);
  });
});

describe('no draft, but the news all the same', () => {
  it.each([
    ['without a contact', { contact: null }, 'no_address'],
    ['without an address', { contact: { email: null } }, 'no_address'],
    ['to somebody who wants no mail', { contact: { doNotContact: true } }, 'do_not_contact'],
    ['to an address that bounced', { contact: { bouncedAt: daysAgo(1) } }, 'address_bounced'],
    ['after an accepted offer', { acceptedOffer: true }, 'offer_accepted'],
  ] as [string, Given, string][])('%s', (_rule, given, code) => {
    const [alert, draft] = plan(given);
    expect(alert!.state).toBe('waiting');
    expect(draft).toMatchObject({ state: 'skipped', why: expect.stringMatching(new RegExp(`^${code}: `)) });
  });
});

it('mail from before the news does not stop the draft', () => {
  expect(plan({ contact: { lastMailInAt: daysAgo(1), lastManualMailOutAt: daysAgo(1) } })[1]!.state).toBe('draft');
});
