import {
  DEFAULT_SETTINGS,
  mergeSettings,
  namesReason,
  REASON_CATEGORIES,
  REJECTABLE_STAGES,
  type SettingsPatch,
} from '@app/contracts';
import { type Reason } from '../reasons/index.js';
import { insideWindow } from '../sending-window.policy.js';
import { sentence } from '../words/sentence.policy.js';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type LetterFacts, planLetter, type RejectionFacts } from './letter-plan.policy.js';

/** A Tuesday, inside the default window. */
const receivedAt = new Date('2026-11-24T10:00:00Z');
const DAY = 86_400_000;
const daysLater = (days: number) => new Date(receivedAt.getTime() + days * DAY);
const after = new Date(receivedAt.getTime() + 1000);

const ends = (code: Reason['code']): Reason => ({ code, effect: 'ends', until: null, facts: {} });
const holds = (code: Reason['code'], until: Date | null): Reason => ({ code, effect: 'holds', until, facts: {} });

interface Given {
  rejection?: Partial<RejectionFacts>;
  contact?: Partial<NonNullable<LetterFacts['contact']>>;
  settings?: SettingsPatch;
  reasons?: Reason[];
  hasPendingLetter?: boolean;
  now?: Date;
}

function facts(given: Given = {}): LetterFacts {
  const { rejection, contact, settings = {}, reasons = [], hasPendingLetter = false, now = after } = given;
  return {
    rejection: { receivedAt, stage: 'interview', reasonCategory: null, reasonWords: null, ...rejection },
    contact: { timezone: null, country: null, region: null, ...contact },
    reasons,
    hasPendingLetter,
    settings: mergeSettings(DEFAULT_SETTINGS, settings),
    now,
    spreadKey: 'a rejection',
  };
}
const plan = (given?: Given) => planLetter(facts(given));

describe('the letter after a rejection', () => {
  it('asks for feedback a day later, when that moment lies in the window', () => {
    expect(plan()).toMatchObject({
      kind: 'feedback_request',
      audience: 'contact',
      state: 'waiting',
      dueAt: new Date('2026-11-25T10:00:00Z'),
    });
  });

  it.each([
    ['words without a category', { reasonWords: 'Too junior.' }, 'feedback_request'],
    ['another candidate', { reasonCategory: 'other_candidate' }, 'feedback_request'],
    ['a reason', { reasonCategory: 'experience' }, 'thank_you'],
    ['no reason that they named', { reasonCategory: 'unknown' }, 'feedback_request'],
    ['nothing', {}, 'feedback_request'],
  ])('given %s is a %s', (_given, rejection, kind) => {
    expect(plan({ rejection }).kind).toBe(kind);
  });

  it.each([
    ['too late in the evening', '2026-11-24T20:00:00Z', {}, '2026-11-26'],
    ['on Friday: Saturday is no day for it', '2026-11-27T10:00:00Z', {}, '2026-11-30'],
    ['before a holiday of their country', '2026-12-24T10:00:00Z', { country: 'DE' }, '2026-12-28'],
  ])('goes to the next window when turned down %s', (_when, at, contact, day) => {
    const { dueAt } = plan({ rejection: { receivedAt: new Date(at) }, contact, now: new Date(at) });
    expect(dueAt.toISOString().slice(0, 10)).toBe(day);
  });

  it("keeps to the contact's clock where it is known, else to the candidate's", () => {
    const settings = { timezone: 'Asia/Tokyo' };
    const inTokyo = plan({ settings }).dueAt;
    const inDenver = plan({ settings, contact: { timezone: 'America/Denver' } }).dueAt;
    const { sendingWindow: window } = DEFAULT_SETTINGS;
    expect(insideWindow({ at: inTokyo, window, timezone: 'Asia/Tokyo', country: null })).toBe(true);
    expect(insideWindow({ at: inDenver, window, timezone: 'America/Denver', country: null })).toBe(true);
    expect(inTokyo).not.toEqual(inDenver);
  });

  it('says that naming a reason makes a thank-you of it, where words were pasted', () => {
    const said = sentence(plan({ rejection: { reasonWords: 'Too junior.' } }).why, 'en');
    expect(said).toContain('name one, and it becomes a thank-you');
    expect(sentence(plan().why, 'en')).not.toContain('name one');
  });

  it('recorded late still goes at the next chance, not in the past', () => {
    expect(plan({ now: daysLater(8) }).dueAt).toEqual(daysLater(8));
  });
});

describe('no letter', () => {
  it.each([
    ['15 days after the rejection', { now: daysLater(15) }, 'too_late'],
    ['when letters are switched off', { settings: { feedbackRequest: { enabled: false } } }, 'disabled'],
    ['when nobody was involved', { rejection: { stage: 'applied' } }, 'no_human_contact'],
    [
      'before the stage that the candidate set',
      { settings: { feedbackRequest: { minStage: 'offer' } } },
      'no_human_contact',
    ],
    ['for a reason that ends it', { reasons: [ends('do_not_contact')] }, 'do_not_contact'],
    [
      'for such a reason beside one that holds',
      { reasons: [holds('not_looking', null), ends('no_address')] },
      'no_address',
    ],
    ['while another to this contact is pending', { hasPendingLetter: true }, 'already_pending'],
    ['that could go after three weeks only', { reasons: [holds('contact_gap', daysLater(21.1))] }, 'too_late'],
  ] as [string, Given, string][])('%s, and the ledger says why', (_rule, given, code) => {
    const planned = plan(given);
    expect(planned.state).toBe('skipped');
    expect(planned.why.code).toBe(code);
    expect(sentence(planned.why, 'en')).toMatch(/^\S.{9,}\.$/);
  });
});

describe('a letter all the same', () => {
  it.each([
    ['14 days after the rejection, to the moment', { now: daysLater(14) }],
    ['to a first screening', { rejection: { stage: 'screening' } }],
    [
      'at "applied", when the candidate says so',
      { rejection: { stage: 'applied' }, settings: { feedbackRequest: { minStage: 'applied' } } },
    ],
  ] as [string, Given][])('%s', (_rule, given) => {
    expect(plan(given).state).toBe('waiting');
  });
});

describe('what may pass', () => {
  const gap = holds('contact_gap', daysLater(10));
  it('holds the letter, and says until when', () => {
    const planned = plan({ reasons: [gap] });
    expect(planned).toMatchObject({ state: 'held', heldWhy: 'contact_gap', heldUntil: daysLater(10) });
    expect(planned.dueAt.getTime()).toBeGreaterThanOrEqual(daysLater(10).getTime());
    expect(planned.plannedDueAt).toEqual(new Date('2026-11-25T10:00:00Z'));
  });
  it('holds it without an end that is known, until it is too late', () => {
    const planned = plan({ reasons: [holds('not_looking', null)] });
    expect(planned).toMatchObject({ state: 'held', heldWhy: 'not_looking', lapsesAt: daysLater(21) });
    expect(planned.heldUntil).toBeUndefined();
  });
  it('holds it while no letters go, also where it is too late by then: that may be taken back', () => {
    const until = daysLater(30);
    const planned = plan({ reasons: [holds('no_letters_until', until)] });
    expect(planned).toMatchObject({ state: 'held', heldWhy: 'no_letters_until', heldUntil: until });
    expect(planned.lapsesAt).toEqual(daysLater(21));
    expect(planned.dueAt.getTime()).toBeGreaterThanOrEqual(until.getTime());
  });
  it('does not plan what a gap takes past its time, whatever the candidate wants beside it', () => {
    const reasons = [holds('no_letters_until', daysLater(40)), holds('contact_gap', daysLater(21.1))];
    expect(plan({ reasons }).why.code).toBe('too_late');
  });
  it('leaves a draft a draft', () => {
    expect(plan({ reasons: [gap], settings: { approval: 'review' } }).state).toBe('draft');
  });
});

it('waits as a draft when the candidate wants to read each one first', () => {
  expect(plan({ settings: { approval: 'review' } }).state).toBe('draft');
});

const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const anyFacts: fc.Arbitrary<LetterFacts> = fc
  .record({
    at: moment,
    age: fc.integer({ min: 0, max: 20 * DAY }),
    stage: fc.constantFrom(...REJECTABLE_STAGES),
    reasonCategory: maybe(fc.constantFrom(...REASON_CATEGORIES)),
    reasonWords: maybe(fc.string()),
    contact: fc.record({
      timezone: maybe(fc.constantFrom('America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/Kyiv')),
      country: maybe(fc.constantFrom('DE', 'US', 'JP', 'UA')),
      region: fc.constant(null),
    }),
    reasons: fc.array(
      fc.oneof(
        maybe(moment).map((until) => holds('contact_gap', until)),
        moment.map((until) => holds('no_letters_until', until)),
        fc.constant(ends('offer_accepted')),
        fc.constant(holds('not_looking', null)),
      ),
      { maxLength: 2 },
    ),
    hasPendingLetter: fc.boolean(),
    approval: fc.constantFrom('auto' as const, 'review' as const),
    delay: fc.constantFrom('PT0S', 'PT1H', 'P1D', 'P10D'),
  })
  .map(({ at, age, stage, reasonCategory, reasonWords, approval, delay, contact, reasons, hasPendingLetter }) => ({
    contact,
    reasons,
    hasPendingLetter,
    rejection: { receivedAt: at, stage, reasonCategory, reasonWords },
    settings: mergeSettings(DEFAULT_SETTINGS, { approval, feedbackRequest: { delay } }),
    now: new Date(at.getTime() + age),
    spreadKey: at.toISOString(),
  }));

describe('whatever the facts', () => {
  it('a letter that will go by itself has a sound reason, an open contact and a moment ahead inside the window', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { state, dueAt, heldUntil, kind } = planLetter(given);
        if (state === 'skipped') return;
        const { contact, settings, now, rejection, reasons, hasPendingLetter } = given;
        expect(hasPendingLetter).toBe(false);
        expect(reasons.filter(({ effect }) => effect === 'ends')).toEqual([]);
        if (state === 'waiting') expect(reasons).toEqual([]);
        expect(rejection.stage).not.toBe('applied');
        expect(kind).toBe(namesReason(rejection.reasonCategory) ? 'thank_you' : 'feedback_request');
        const place = {
          window: settings.sendingWindow,
          timezone: contact!.timezone ?? 'UTC',
          country: contact!.country,
        };
        expect(insideWindow({ at: dueAt, ...place })).toBe(true);
        expect(dueAt >= now).toBe(true);
        expect(dueAt >= (heldUntil ?? now)).toBe(true);
      }),
    );
  });
  it('the same facts give the same plan', () => {
    fc.assert(fc.property(anyFacts, (given) => expect(planLetter(given)).toEqual(planLetter(given))));
  });
});
