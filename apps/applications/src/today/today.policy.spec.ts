import { FOLLOW_UP_KINDS, REMINDER_KINDS, STORED_STATES } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { firstOf, grouped, type Group, GROUPS, isSettled, type Row, type Since, spansOf } from './today.policy.js';

const now = new Date('2026-12-04T21:30:00Z');
const spans = spansOf(now, 'Europe/Kyiv');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const row = (given: Partial<Row>): Row => ({
  id: 'a',
  kind: 'feedback_request',
  audience: 'contact',
  state: 'waiting',
  dueAt: later(1),
  sentAt: null,
  updatedAt: now,
  heldWhy: null,
  ...given,
});
const reminder = (given: Partial<Row>) => row({ kind: 'reflection', audience: 'candidate', ...given });
const placeOf = (one: Row): Group | null => GROUPS.find((group) => grouped([one], spans)[group].length > 0) ?? null;

describe('the spans of today', () => {
  it("are the candidate's days: half past eleven in the evening is the same day still", () => {
    expect(spans).toEqual({
      now,
      rememberedSince: new Date('2026-11-20T21:30:00Z'),
      goesUntil: new Date('2026-12-07T22:00:00Z'),
      interviewsUntil: new Date('2026-12-05T22:00:00Z'),
      newsSince: new Date('2026-12-02T22:00:00Z'),
    });
    const inTokyo = spansOf(now, 'Asia/Tokyo');
    expect(inTokyo.interviewsUntil).toEqual(new Date('2026-12-06T15:00:00Z'));
    expect(inTokyo.newsSince).toEqual(new Date('2026-12-03T15:00:00Z'));
  });

  it('know of days of 23 hours', () => {
    const { newsSince, interviewsUntil } = spansOf(new Date('2026-03-29T12:00:00Z'), 'Europe/Berlin');
    expect(newsSince).toEqual(new Date('2026-03-27T23:00:00Z'));
    expect(interviewsUntil).toEqual(new Date('2026-03-30T22:00:00Z'));
  });
});

describe('what belongs where', () => {
  it.each<[string, Row, Group | null]>([
    ['may have gone', row({ state: 'unconfirmed' }), 'questions'],
    ['failed lately', row({ state: 'failed' }), 'questions'],
    ['failed long ago', row({ state: 'failed', updatedAt: later(-15 * 24) }), null],
    ['came back', row({ state: 'bounced' }), 'questions'],
    ['from nobody', row({ state: 'held', heldWhy: 'sender_missing' }), 'questions'],
    ['held by hand', row({ state: 'held', heldWhy: 'by_candidate' }), null],
    ['a draft', row({ state: 'draft', dueAt: later(900) }), 'drafts'],
    ['goes on Monday', row({ dueAt: later(71) }), 'goesBySelf'],
    ['goes on Tuesday', row({ dueAt: later(73) }), null],
    ['is tried again', row({ state: 'retrying' }), 'goesBySelf'],
    ['is gone', row({ state: 'sent', sentAt: now }), null],
    ['due', reminder({ dueAt: now }), 'reminders'],
    ['due in a second', reminder({ dueAt: later(0.001) }), null],
    ['said a week ago', reminder({ state: 'sent', dueAt: later(-300), sentAt: later(-170) }), 'reminders'],
    ['said long ago', reminder({ state: 'sent', dueAt: later(-400), sentAt: later(-340) }), null],
    ['never said, long ago', reminder({ state: 'held', heldWhy: 'sender_missing', dueAt: later(-340) }), null],
    ['could not be mailed', reminder({ state: 'failed', dueAt: later(-1) }), 'reminders'],
    ['refused by the mail server', reminder({ state: 'held', heldWhy: 'mailbox_refused', dueAt: now }), 'reminders'],
    ['held by the candidate', reminder({ state: 'held', heldWhy: 'by_candidate', dueAt: now }), null],
    ['a preparation', reminder({ kind: 'interview_prep', dueAt: now }), null],
    ['done', reminder({ state: 'done', dueAt: now }), null],
  ])('%s', (_, one, group) => expect(placeOf(one)).toBe(group));

  it('every kind and state has its place or none', () => {
    for (const kind of FOLLOW_UP_KINDS) {
      for (const state of STORED_STATES) expect(() => placeOf(row({ kind, state }))).not.toThrow();
    }
  });

  it('a hundred of a group at the most', () => {
    const many = Array.from({ length: 120 }, (_, index) => row({ id: String(index), state: 'draft' }));
    expect(firstOf(grouped(many, spans)).drafts).toHaveLength(100);
  });

  it('every kind of reminder has its place in the order', () => {
    const kinds = REMINDER_KINDS.filter((kind) => kind !== 'interview_prep');
    const shown = grouped(
      kinds.map((kind) => reminder({ id: kind, kind, dueAt: now })),
      spans,
    );
    expect(shown.reminders.map(({ kind }) => kind)).toEqual([
      'reopened',
      'vacancy_closed',
      'related_role',
      'new_roles',
      'streak',
      'reflection',
      'find_contact',
      'check_in',
      'half_year',
      'board_gone',
    ]);
  });
});

describe('what nobody need speak about any more', () => {
  const ends = (code: 'address_bounced' | 'candidate_wrote' | 'contact_found') =>
    [{ code, effect: 'ends', until: null, facts: {} }] as const;
  const open: Since = { reasons: [], lastTouchAt: null, isWrittenAnew: false };
  it.each<[string, Row, Partial<Since>, boolean]>([
    ['a letter that failed', row({ state: 'failed' }), {}, false],
    ['to a dead address', row({ state: 'bounced' }), { reasons: ends('address_bounced') }, false],
    ['written by hand since', row({ state: 'failed' }), { reasons: ends('candidate_wrote') }, true],
    ['written anew', row({ state: 'bounced' }), { isWrittenAnew: true }, true],
    ['one that may have gone', row({ state: 'unconfirmed' }), { reasons: ends('candidate_wrote') }, false],
    ['a reminder', reminder({ state: 'sent', sentAt: now }), {}, false],
    ['whose reason is over', reminder({ kind: 'find_contact' }), { reasons: ends('contact_found') }, true],
    ['a hello that was said', reminder({ kind: 'check_in', sentAt: now }), { lastTouchAt: later(1) }, true],
    ['a hello that was not', reminder({ kind: 'half_year', sentAt: now }), { lastTouchAt: later(-1) }, false],
    ['a look back after a call', reminder({ sentAt: now }), { lastTouchAt: later(1) }, false],
  ])('%s', (_, one, since, settled) => expect(isSettled(one, { ...open, ...since })).toBe(settled));
});
