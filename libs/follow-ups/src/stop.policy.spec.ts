import { describe, expect, it } from '@jest/globals';
import { LETTER_KINDS, type ReminderKind, STAGES } from '@app/contracts';
import {
  gapUntil,
  letterStop,
  type LetterStopFacts,
  reminderStop,
  type ReminderStopFacts,
  STOP_TEXT,
} from './stop.policy.js';

const since = new Date('2026-11-24T10:00Z');
const before = new Date('2026-11-24T09:00Z');
const after = new Date('2026-11-24T11:00Z');

function aLetter(changes: Partial<LetterStopFacts> = {}, contact: Partial<LetterStopFacts['contact']> = {}) {
  return letterStop({
    kind: 'feedback_request',
    since,
    contact: {
      email: 'maria@example.com',
      doNotContact: false,
      bouncedAt: null,
      lastMailInAt: null,
      lastManualMailOutAt: null,
      ...contact,
    },
    application: { stage: 'rejected', hasReasons: false },
    candidate: { looking: true, acceptedOffer: false },
    ...changes,
  });
}

function aReminder(kind: ReminderKind, changes: Partial<ReminderStopFacts> = {}) {
  return reminderStop({
    kind,
    contact: { doNotContact: false },
    application: { stage: kind === 'interview_prep' || kind === 'vacancy_closed' ? 'interview' : 'rejected' },
    vacancy: { status: 'closed', closedAt: before },
    closedAt: before.toISOString(),
    newRoles: { contactNames: ['Maria'], total: 1 },
    candidate: { looking: true, acceptedOffer: false },
    ...changes,
  });
}

describe.each(LETTER_KINDS)('a %s', (kind) => {
  it('goes when nothing speaks against it', () => {
    expect(aLetter({ kind })).toBeNull();
  });
  it.each([
    ['the contact has no address', { email: null }, 'no_address'],
    ['the contact wants no mail', { doNotContact: true }, 'do_not_contact'],
    ['the address bounced, whenever that was', { bouncedAt: before }, 'address_bounced'],
    ['the contact wrote after the fact', { lastMailInAt: after }, 'contact_wrote'],
    ['the candidate wrote by hand after the fact', { lastManualMailOutAt: after }, 'candidate_wrote'],
  ])('stops when %s', (_rule, contact, why) => {
    expect(aLetter({ kind }, contact)).toBe(why);
  });
  it('goes when the mails are older than the fact, or are the fact itself', () => {
    expect(aLetter({ kind }, { lastMailInAt: before, lastManualMailOutAt: before })).toBeNull();
    expect(aLetter({ kind }, { lastMailInAt: since })).toBeNull();
  });
  it.each(STAGES.filter((stage) => stage !== 'rejected'))('stops when the application is %s', (stage) => {
    expect(aLetter({ kind, application: { stage, hasReasons: false } })).toBe('no_longer_rejected');
  });
  it('stops when they gave their reasons, if it asks for them', () => {
    const application = { stage: 'rejected', hasReasons: true } as const;
    expect(aLetter({ kind, application })).toBe(kind === 'feedback_request' ? 'reasons_given' : null);
  });
  it('stops when the application is gone', () => {
    expect(aLetter({ kind, application: null })).toBe('no_longer_rejected');
  });
  it('stops when an offer was accepted', () => {
    expect(aLetter({ kind, candidate: { looking: true, acceptedOffer: true } })).toBe('offer_accepted');
  });
});

describe('a candidate who is not looking', () => {
  const candidate = { looking: false, acceptedOffer: false };
  it('still thanks and asks, but does not apply again', () => {
    expect(aLetter({ kind: 'feedback_request', candidate })).toBeNull();
    expect(aLetter({ kind: 'thank_you', candidate })).toBeNull();
    expect(aLetter({ kind: 'reopened_outreach', candidate })).toBe('not_looking');
  });
  it('hears no half-year and no reopening', () => {
    expect(aReminder('half_year', { candidate })).toBe('not_looking');
    expect(aReminder('reopened', { candidate })).toBe('not_looking');
    expect(aReminder('check_in', { candidate })).toBeNull();
    expect(aReminder('reflection', { candidate })).toBeNull();
  });
});

describe('a reminder', () => {
  it.each(['check_in', 'half_year'] as const)('%s stops for a contact who wants no mail', (kind) => {
    expect(aReminder(kind, { contact: { doNotContact: true } })).toBe('do_not_contact');
    expect(aReminder(kind, { contact: null })).toBeNull();
  });
  it.each(['reflection', 'find_contact', 'reopened'] as const)('%s needs the application rejected', (kind) => {
    expect(aReminder(kind)).toBeNull();
    expect(aReminder(kind, { application: { stage: 'interview' } })).toBe('no_longer_rejected');
    expect(aReminder(kind, { application: null })).toBe('no_longer_rejected');
  });
  it('interview_prep needs the interview stage', () => {
    expect(aReminder('interview_prep')).toBeNull();
    expect(aReminder('interview_prep', { application: { stage: 'rejected' } })).toBe('no_longer_interview');
  });
  it.each(STAGES)('vacancy_closed needs the application in process, and it is %s', (stage) => {
    const isInProcess = ['applied', 'screening', 'interview', 'offer'].includes(stage);
    expect(aReminder('vacancy_closed', { application: { stage } })).toBe(isInProcess ? null : 'no_longer_in_process');
  });
  it('vacancy_closed stops once the vacancy is open, or was and has closed anew', () => {
    expect(aReminder('vacancy_closed')).toBeNull();
    expect(aReminder('vacancy_closed', { application: null })).toBe('no_longer_in_process');
    for (const status of ['open', 'missing', 'reopened'] as const) {
      expect(aReminder('vacancy_closed', { vacancy: { status, closedAt: before } })).toBe('seen_open');
    }
    expect(aReminder('vacancy_closed', { vacancy: { status: 'closed', closedAt: after } })).toBe('seen_open');
    expect(aReminder('vacancy_closed', { vacancy: null })).toBe('seen_open');
  });
  it('new_roles stops when nobody looks, nobody is warm, or nothing is there', () => {
    expect(aReminder('new_roles', { application: null, contact: null })).toBeNull();
    expect(aReminder('new_roles', { candidate: { looking: false, acceptedOffer: false } })).toBe('not_looking');
    expect(aReminder('new_roles', { newRoles: { contactNames: [], total: 1 } })).toBe('no_warm_contact');
    expect(aReminder('new_roles', { newRoles: null })).toBe('no_warm_contact');
    expect(aReminder('new_roles', { newRoles: { contactNames: ['Maria'], total: 0 } })).toBe('roles_gone');
  });
  it('streak always comes', () => {
    expect(aReminder('streak', { application: null, contact: null })).toBeNull();
  });
});

describe('the gap after an unanswered letter', () => {
  const gap = (lastUnansweredLetterAt: Date | null, now: Date) =>
    gapUntil({ lastUnansweredLetterAt, contactGap: 'P14D', timezone: 'Europe/Kyiv', now });

  it('lasts until the same time of day when it is over', () => {
    expect(gap(new Date('2026-10-20T07:00Z'), new Date('2026-10-21T07:00Z'))).toEqual(new Date('2026-11-03T08:00Z'));
  });
  it('is none at its end, or without such a letter', () => {
    expect(gap(new Date('2026-10-20T07:00Z'), new Date('2026-11-03T08:00Z'))).toBeNull();
    expect(gap(null, since)).toBeNull();
  });
});

describe('the words on the ledger', () => {
  it.each(Object.values(STOP_TEXT))('%s', (text) => {
    expect(text).toMatch(/^[A-Z][^!]+\.$/);
  });
});
