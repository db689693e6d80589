import {
  DEFAULT_SETTINGS,
  LETTER_KINDS,
  mergeSettings,
  namesReason,
  REASON_CATEGORIES,
  REMINDER_KINDS,
  say,
  type ReminderKind,
  type SettingsPatch,
  STAGES,
  within,
} from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { reasonsOf } from './reason.policy.js';
import { REASON_CODES, sentence } from '../words/sentence.policy.js';
import type { Asked, ContactNow, Situation } from './situation.js';

const since = new Date('2026-11-24T10:00Z');
const before = new Date('2026-11-24T09:00Z');
const after = new Date('2026-11-24T11:00Z');
const now = new Date('2026-11-25T10:00Z');
const daysLater = (days: number) => new Date(since.getTime() + days * 86_400_000);

type Given = Partial<Omit<Situation, 'asked' | 'contact' | 'settings'>> & {
  asked?: Partial<Asked>;
  contact?: Partial<ContactNow> | null;
  settings?: SettingsPatch;
};

function situation({ asked, contact, settings = {}, ...given }: Given = {}): Situation {
  const stage = asked?.kind === 'interview_prep' || asked?.kind === 'vacancy_closed' ? 'interview' : 'rejected';
  return {
    application: { stage, contactId: 'maria' },
    rejection: { id: 'the rejection', reasonCategory: asked?.kind === 'thank_you' ? 'experience' : null },
    vacancy: { status: asked?.kind === 'vacancy_closed' ? 'closed' : 'reopened', closedAt: before },
    interview: { scheduledAt: daysLater(3) },
    hasReachableContact: false,
    newRoles: { contactNames: ['Maria'], total: 1 },
    acceptedAt: null,
    writtenBeforeAt: null,
    senderMissing: null,
    isMailRefused: false,
    now,
    ...given,
    asked: {
      kind: 'feedback_request',
      contactId: 'maria',
      rejectionId: null,
      interviewId: 'an interview',
      since,
      dueAt: now,
      isOfEarlierVersion: false,
      closedAt: before.toISOString(),
      interviewAt: daysLater(3).toISOString(),
      chosenAt: null,
      approvedAt: null,
      despiteNotLooking: false,
      despiteNoLetters: false,
      ...asked,
    },
    contact:
      contact === null
        ? null
        : {
            email: 'maria@example.com',
            doNotContact: false,
            isBounced: false,
            isUnread: false,
            lastMailInAt: null,
            lastManualMailOutAt: null,
            lastUnansweredLetterAt: null,
            isKeptWarm: true,
            ...contact,
          },
    settings: mergeSettings(DEFAULT_SETTINGS, settings),
  };
}

/** `code effect` of all that stands, the weightiest first. */
const said = (given?: Given) => reasonsOf(situation(given)).map(({ code, effect }) => `${code} ${effect}`);

const PAUSED = { noLettersUntil: daysLater(10).toISOString() };

/** The three that a letter can be; `-`: nothing of it concerns that one. */
const LETTERS: [string, Given, string, string, string][] = [
  ['nothing', {}, '-', '-', '-'],
  ['the application is deleted', { application: null }, ...all('application_deleted ends')],
  ['another contact', { application: { stage: 'rejected', contactId: 'yuri' } }, ...all('contact_changed ends')],
  ['no contact any more', { application: { stage: 'rejected', contactId: null } }, ...all('contact_changed ends')],
  ['the contact is deleted', { contact: null }, ...all('no_address ends')],
  ['no address', { contact: { email: null } }, ...all('no_address ends')],
  ['an opt-out', { contact: { doNotContact: true } }, ...all('do_not_contact ends')],
  ['a dead address', { contact: { isBounced: true } }, ...all('address_bounced ends')],
  ['an address nobody reads', { contact: { isUnread: true } }, ...all('unread_address ends')],
  ['their mail since', { contact: { lastMailInAt: after } }, ...all('contact_wrote ends')],
  ['a mail by hand since', { contact: { lastManualMailOutAt: after } }, ...all('candidate_wrote ends')],
  ['mail of before', { contact: { lastMailInAt: since, lastManualMailOutAt: before } }, '-', '-', '-'],
  ['another stage', { application: { stage: 'offer', contactId: 'maria' } }, ...all('no_longer_rejected ends')],
  [
    'another rejection',
    { asked: { rejectionId: 'a former one' }, rejection: { id: 'the rejection', reasonCategory: 'experience' } },
    'no_longer_rejected ends, reasons_given ends',
    'no_longer_rejected ends',
    'no_longer_rejected ends',
  ],
  ['a reason', { rejection: { id: 'r', reasonCategory: 'experience' } }, 'reasons_given ends', '-', '-'],
  ['none', { rejection: { id: 'r', reasonCategory: 'other_candidate' } }, '-', 'reasons_taken_back ends', '-'],
  [
    'none, thanked for by an earlier version',
    { rejection: { id: 'r', reasonCategory: null }, asked: { isOfEarlierVersion: true } },
    '-',
    '-',
    '-',
  ],
  ['an acceptance since', { acceptedAt: after }, ...all('offer_accepted ends')],
  ['an acceptance before', { acceptedAt: new Date('2023-02-01') }, '-', '-', '-'],
  ['closed again', { vacancy: { status: 'closed', closedAt: after } }, '-', '-', 'closed_again ends'],
  ['closed and open anew', { vacancy: { status: 'reopened', closedAt: after } }, '-', '-', 'closed_again ends'],
  ['the same opening missing once', { vacancy: { status: 'missing', closedAt: before } }, '-', '-', '-'],
  ['21 days and a second later', { now: new Date(Number(daysLater(21)) + 1000) }, ...late('too_late ends')],
  ['21 days later', { now: daysLater(21) }, '-', '-', '-'],
  ['late, and chosen a week ago', { now: daysLater(60), asked: { chosenAt: daysLater(53) } }, '-', '-', '-'],
  ['late, and chosen long ago', { now: daysLater(60), asked: { chosenAt: daysLater(52.9) } }, ...late('too_late ends')],
  ['late, and for a day ahead', { now: daysLater(60), asked: { chosenAt: daysLater(90) } }, '-', '-', '-'],
  ['late by a longer delay', { now: daysLater(40), settings: { feedbackRequest: { delay: 'P30D' } } }, '-', '-', '-'],
  ['not looking', { settings: { looking: false } }, ...all('not_looking holds')],
  ['not looking, sent at once', { settings: { looking: false }, asked: { despiteNotLooking: true } }, '-', '-', '-'],
  ['switched off', { settings: { feedbackRequest: { enabled: false } } }, ...late('disabled holds')],
  ['nobody it is from', { senderMissing: 'name' }, ...all('sender_missing holds')],
  ['a mail server that refuses us', { isMailRefused: true }, ...all('mailbox_refused holds')],
  ['an unanswered letter', { contact: { lastUnansweredLetterAt: before } }, ...all('contact_gap holds')],
  [
    'an unanswered letter, over by then',
    { contact: { lastUnansweredLetterAt: before }, asked: { dueAt: daysLater(14) } },
    '-',
    '-',
    '-',
  ],
  ['no letters for a while', { settings: PAUSED }, ...all('no_letters_until holds')],
  ['no letters until before it goes', { settings: PAUSED, asked: { dueAt: daysLater(10) } }, '-', '-', '-'],
  ['no letters until now', { settings: PAUSED, now: daysLater(10), asked: { dueAt: daysLater(9) } }, '-', '-', '-'],
  ['no letters for a while, sent at once', { settings: PAUSED, asked: { despiteNoLetters: true } }, '-', '-', '-'],
  [
    'no letters for a while, within a longer gap',
    { settings: PAUSED, contact: { lastUnansweredLetterAt: before } },
    ...all('contact_gap holds, no_letters_until holds'),
  ],
  [
    'no letters for a while, beyond a shorter gap',
    { settings: { ...PAUSED, contactGap: 'P2D' }, contact: { lastUnansweredLetterAt: before } },
    ...all('no_letters_until holds, contact_gap holds'),
  ],
  ['a letter before a deletion', { writtenBeforeAt: before }, ...late('written_before asks')],
  ['the same, approved', { writtenBeforeAt: before, asked: { approvedAt: after } }, '-', '-', '-'],
  ['the same, for a chosen moment', { writtenBeforeAt: before, asked: { chosenAt: after } }, '-', '-', '-'],
  ['review', { settings: { approval: 'review' } }, ...late('not_approved asks')],
  ['review, approved', { settings: { approval: 'review' }, asked: { approvedAt: after } }, '-', '-', '-'],
];

function all(cell: string): [string, string, string] {
  return [cell, cell, cell];
}
/** Not the draft to a vacancy that is open again: it has no day, and has been asked about. */
function late(cell: string): [string, string, string] {
  return [cell, cell, '-'];
}

describe.each(LETTERS)('with %s', (_what, given, ...cells) => {
  it.each(LETTER_KINDS.map((kind, index) => [kind, cells[index]!] as const))('a %s: %s', (kind, expected) => {
    const asked = { ...given.asked, kind };
    expect(said({ ...given, asked }).join(', ') || '-').toBe(expected);
  });
});

it('tells the weightiest first, so that what cannot pass goes over what may', () => {
  const given = { settings: { looking: false, approval: 'review' as const }, contact: { doNotContact: true } };
  expect(said(given)).toEqual(['do_not_contact ends', 'not_looking holds', 'not_approved asks']);
});

it('says until when a gap holds, and what is missing', () => {
  const [gap] = reasonsOf(situation({ contact: { lastUnansweredLetterAt: since } }));
  expect(gap!.until).toEqual(daysLater(14));
  const [missing] = reasonsOf(situation({ senderMissing: 'name_and_address' }));
  expect(sentence(missing!, 'en')).toBe(
    'There is neither a name to sign with nor an address to write from; set yours under /api/v1/me.',
  );
});

it('says until when no letters go, and which ones it is too late for by then', () => {
  const until = daysLater(10);
  const pauseOf = (noLettersUntil: Date, kind: Asked['kind'] = 'thank_you') =>
    reasonsOf(situation({ asked: { kind }, settings: { noLettersUntil: noLettersUntil.toISOString() } }))[0]!;
  expect(pauseOf(until)).toMatchObject({ until, facts: { until: until.toISOString() } });
  expect(pauseOf(daysLater(30)).facts).toEqual({
    until: daysLater(30).toISOString(),
    endsAt: daysLater(21).toISOString(),
  });
  expect(sentence(pauseOf(daysLater(30)), 'en')).toContain('too late');
  expect(pauseOf(daysLater(30), 'reopened_outreach').facts).not.toHaveProperty('endsAt');
});

it('says what a mail server that refuses us said, where it was this letter', () => {
  const last = within('last', say('server_said', { said: '550 relay not permitted' }));
  expect(sentence({ code: 'mailbox_refused', facts: last }, 'en')).toContain(': 550 relay not permitted');
  expect(sentence(say('mailbox_refused'), 'en')).toContain('every hour');
});

const REMINDERS: [string, Given, Partial<Record<ReminderKind, string>>][] = [
  ['nothing', {}, {}],
  ['an opt-out', { contact: { doNotContact: true } }, { check_in: 'do_not_contact', half_year: 'do_not_contact' }],
  [
    'no rejection of theirs',
    { contact: { isKeptWarm: false } },
    { check_in: 'no_rejection_stands', half_year: 'no_rejection_stands' },
  ],
  ['the contact is deleted', { contact: null }, { check_in: 'contact_deleted', half_year: 'contact_deleted' }],
  [
    'not looking',
    { settings: { looking: false } },
    {
      half_year: 'not_looking',
      reopened: 'not_looking',
      related_role: 'not_looking',
      board_gone: 'not_looking',
      new_roles: 'not_looking',
    },
  ],
  [
    'the application is deleted',
    { application: null },
    {
      reflection: 'application_deleted',
      find_contact: 'application_deleted',
      reopened: 'application_deleted',
      interview_prep: 'application_deleted',
      vacancy_closed: 'application_deleted',
      related_role: 'application_deleted',
    },
  ],
  [
    'an offer',
    { application: { stage: 'offer', contactId: 'maria' } },
    {
      reflection: 'no_longer_rejected',
      find_contact: 'no_longer_rejected',
      reopened: 'no_longer_rejected',
      interview_prep: 'no_longer_interview',
    },
  ],
  ['the interview is gone', { interview: null }, { interview_prep: 'interview_gone' }],
  ['another hour', { interview: { scheduledAt: daysLater(4) } }, { interview_prep: 'interview_moved' }],
  ['the interview over', { now: daysLater(3) }, { interview_prep: 'interview_over' }],
  ['somebody to write to', { hasReachableContact: true }, { find_contact: 'contact_found' }],
  ['nobody warm', { newRoles: { contactNames: [], total: 1 } }, { new_roles: 'no_warm_contact' }],
  ['no role left', { newRoles: { contactNames: ['Maria'], total: 0 } }, { new_roles: 'roles_gone' }],
  [
    'another close',
    { vacancy: { status: 'closed', closedAt: after } },
    { reopened: 'closed_again', vacancy_closed: 'seen_open' },
  ],
];

describe.each(REMINDERS)('with %s', (_what, given, expected) => {
  it.each(REMINDER_KINDS)('a reminder of the kind %s', (kind) => {
    const { application } = given;
    const [first] = reasonsOf(
      situation({ ...given, asked: { kind }, ...(application !== undefined && { application }) }),
    );
    expect(first?.code).toBe(expected[kind]);
  });
});

it.each(REMINDER_KINDS)('%s is held while there is no address to remind at, and needs no name', (kind) => {
  expect(said({ asked: { kind }, senderMissing: 'address' }).at(-1)).toBe('sender_missing holds');
  expect(said({ asked: { kind }, senderMissing: 'name' })).toEqual([]);
});

it.each(STAGES)('a notice of a closing needs the application in process, and it is %s', (stage) => {
  const isInProcess = ['applied', 'screening', 'interview', 'offer'].includes(stage);
  const given = { asked: { kind: 'vacancy_closed' as const }, application: { stage, contactId: null } };
  expect(said(given)).toEqual(isInProcess ? [] : ['no_longer_in_process ends']);
});

it('counts as a reason what names one, and not a choice or words alone', () => {
  const open = REASON_CATEGORIES.filter((category) => !namesReason(category));
  expect(open).toEqual(['other_candidate', 'unknown']);
  expect(namesReason(null)).toBe(false);
});

it.each(REASON_CODES)('%s has a sentence', (code) => {
  expect(sentence(say(code), 'en')).toMatch(/^[A-Z][^!]+\.$/);
});
