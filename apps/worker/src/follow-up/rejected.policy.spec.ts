import { DEFAULT_SETTINGS, mergeSettings, type SettingsPatch } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import type { LetterContact, LetterFacts, RejectionFacts } from './letter-plan.policy.js';
import { planRejection } from './rejected.policy.js';

const receivedAt = new Date('2026-11-24T10:00:00Z');
const daysLater = (days: number) => new Date(receivedAt.getTime() + days * 86_400_000);

interface Given {
  rejection?: Partial<RejectionFacts>;
  contact?: Partial<LetterContact> | null;
  settings?: SettingsPatch;
  now?: Date;
}

function plan({ rejection, contact, settings = {}, now = receivedAt }: Given = {}) {
  const facts: LetterFacts = {
    rejection: { receivedAt, stage: 'interview', reasonCategory: null, reasonWords: null, ...rejection },
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
    acceptedOffer: false,
    settings: mergeSettings(DEFAULT_SETTINGS, settings),
    now,
    spreadKey: 'a rejection',
  };
  return planRejection(facts);
}
const shape = (given?: Given) => plan(given).map(({ kind, state }) => `${kind} ${state}`);

describe('a rejection gives rise to', () => {
  it.each([
    ['after an interview: a letter and a reflection', {}, ['feedback_request waiting', 'reflection waiting']],
    ['with reasons: a thank-you', { rejection: { reasonWords: 'No.' } }, ['thank_you waiting', 'reflection waiting']],
    [
      'by a machine: a reflection',
      { rejection: { stage: 'applied' } },
      ['feedback_request skipped', 'reflection waiting'],
    ],
    [
      'with nobody to write to: a search',
      { contact: null },
      ['feedback_request skipped', 'reflection waiting', 'find_contact waiting'],
    ],
    [
      'with an address that bounced: a search',
      { contact: { bouncedAt: receivedAt } },
      ['feedback_request skipped', 'reflection waiting', 'find_contact waiting'],
    ],
    [
      'by a machine with nobody to write to: no search',
      { rejection: { stage: 'applied' }, contact: null },
      ['feedback_request skipped', 'reflection waiting'],
    ],
    [
      'to somebody who wants no mail: no search either',
      { contact: { doNotContact: true } },
      ['feedback_request skipped', 'reflection waiting'],
    ],
    ['20 days ago: the word that it is too late', { now: daysLater(20) }, ['feedback_request skipped']],
    [
      '20 days ago, with a long distance: its reflection',
      { now: daysLater(20), settings: { reflection: { delay: 'P30D' } } },
      ['feedback_request skipped', 'reflection waiting'],
    ],
  ] as [string, Given, string[]][])('%s', (_rule, given, expected) => {
    expect(shape(given)).toEqual(expected);
  });
});

describe('the reflection', () => {
  const reflection = (given?: Given) => plan(given).find(({ kind }) => kind === 'reflection')!;

  it("comes two days later at the candidate's hour", () => {
    const settings = { timezone: 'Europe/Kyiv', reminders: { at: '08:30' } };
    expect(reflection({ settings }).dueAt).toEqual(new Date('2026-11-26T06:30:00Z'));
  });
  it('comes at its very moment when the delay is under an hour', () => {
    expect(reflection({ settings: { reflection: { delay: 'PT2S' } } }).dueAt).toEqual(new Date('2026-11-24T10:00:02Z'));
  });
  it('recorded some days late comes now', () => {
    expect(reflection({ now: daysLater(9) }).dueAt).toEqual(daysLater(9));
  });
  it('is for the candidate', () => {
    expect(reflection().audience).toBe('candidate');
  });
});

it('the search for somebody begins at once', () => {
  const search = plan({ contact: null }).find(({ kind }) => kind === 'find_contact');
  expect(search).toMatchObject({ audience: 'candidate', dueAt: receivedAt });
});
