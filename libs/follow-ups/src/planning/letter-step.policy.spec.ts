import { type StoredState, say } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { letterStep, type LetterRow, wantsContact } from './letter-step.policy.js';
import type { Planned } from './planned.policy.js';

const dueAt = new Date('2026-11-30T09:30:00Z');
const later = new Date('2026-12-04T09:30:00Z');
const editedAt = new Date('2026-11-25T09:30:00Z');

const planned = (given: Partial<Planned> = {}): Planned => ({
  kind: 'feedback_request',
  audience: 'contact',
  state: 'waiting',
  dueAt,
  plannedDueAt: dueAt,
  why: say('one_question', { theyWrote: false }),
  ...given,
});
const skip = (code: string) => planned({ state: 'skipped', why: { code, facts: {} } });

const row = (given: Partial<LetterRow> = {}): LetterRow => ({
  id: 'a letter',
  kind: 'feedback_request',
  contactId: 'maria',
  state: 'cancelled',
  dueAt,
  subject: null,
  body: null,
  editedAt: null,
  chosenAt: null,
  approvedAt: null,
  endedBy: 'stop_rule',
  endedWhy: 'contact_changed',
  priorState: 'waiting',
  priorHeldWhy: null,
  ...given,
});
const step = (rows: LetterRow[], plan = planned(), contactId = 'maria') => letterStep(rows, plan, contactId);

describe('one letter about a rejection', () => {
  it('is planned where there is none', () => {
    expect(step([])).toEqual({ kind: 'plan', planned: planned() });
  });

  it.each(['draft', 'waiting', 'held', 'sending', 'retrying', 'unconfirmed', 'sent', 'answered', 'bounced'] as const)(
    'is not planned beside one that is %s, whoever that goes to and whatever it says',
    (state: StoredState) => {
      for (const given of [{ contactId: 'yuri' }, { kind: 'thank_you' as const }, {}]) {
        expect(step([row({ ...given, state, endedBy: null, endedWhy: null })]).kind).toBe('none');
      }
    },
  );

  it('that was cancelled by hand is the last word, whatever it would be now', () => {
    const byHand = row({ endedBy: 'candidate', endedWhy: 'by_candidate' });
    expect(step([byHand], planned({ kind: 'thank_you' })).kind).toBe('none');
    expect(step([byHand], planned(), 'yuri').kind).toBe('none');
  });

  it.each(['too_late', 'disabled', 'no_human_contact', 'offer_accepted'])(
    'that was skipped for %s stays so',
    (code) => {
      const skipped = row({ state: 'skipped', endedBy: 'plan', endedWhy: code, priorState: null });
      expect([step([skipped]).kind, step([skipped], planned(), 'yuri').kind]).toEqual(['none', 'none']);
    },
  );

  it.each(['no_address', 'do_not_contact', 'contact_wrote', 'already_pending'])(
    'that was skipped for %s is another question for another person',
    (code) => {
      const skipped = row({ state: 'skipped', endedBy: 'plan', endedWhy: code, priorState: null });
      expect(step([skipped], planned(), 'yuri')).toEqual({ kind: 'plan', planned: planned() });
    },
  );
});

describe('for another contact', () => {
  it('waits for a yes, with the words of the former one', () => {
    const former = row({ subject: 'Hello', body: 'My own words.', editedAt, approvedAt: editedAt });
    expect(step([former], planned(), 'yuri')).toMatchObject({
      kind: 'plan',
      planned: { state: 'draft', subject: 'Hello', body: 'My own words.', editedAt, approvedAt: null },
    });
  });

  it('waits for a yes also while another letter to them is on its way', () => {
    expect(step([row()], skip('already_pending'), 'yuri')).toMatchObject({ planned: { state: 'draft' } });
  });

  it('says so, and not that it was skipped, where it is the same letter again', () => {
    const again = step([row({ endedWhy: 'do_not_contact' })], skip('already_pending'));
    expect(again).toMatchObject({ kind: 'again', planned: { state: 'draft', why: { code: 'beside_another' } } });
  });

  it('is skipped where they must not be written to', () => {
    expect(step([row()], skip('do_not_contact'), 'yuri')).toMatchObject({ planned: { state: 'skipped' } });
  });

  it('is the same letter again, as a draft, when the former contact is back', () => {
    const [first, second] = [row(), row({ id: 'another', contactId: 'yuri' })];
    expect(step([first, second])).toMatchObject({
      kind: 'again',
      row: { id: 'a letter' },
      planned: { state: 'draft' },
    });
  });
});

describe('for reasons that came, or went', () => {
  const question = (given: Partial<LetterRow> = {}) => row({ endedWhy: 'reasons_given', ...given });
  const thanks = planned({ kind: 'thank_you' });

  it('goes at the time of the one before it', () => {
    expect(step([question({ dueAt: later })], thanks)).toMatchObject({ planned: { state: 'waiting', dueAt: later } });
  });
  it('is held where that one was held by hand', () => {
    const held = question({ priorState: 'held', priorHeldWhy: 'by_candidate' });
    expect(step([held], thanks)).toMatchObject({ planned: { state: 'held', heldWhy: 'by_candidate' } });
  });
  it('is a draft where that one was, or where its words were written for something else', () => {
    expect(step([question({ priorState: 'draft' })], thanks)).toMatchObject({ planned: { state: 'draft' } });
    const edited = question({ body: 'May I ask?', editedAt });
    expect(step([edited], thanks)).toMatchObject({ planned: { state: 'draft', body: 'May I ask?' } });
  });
  it('is the first one again when they are taken back', () => {
    const rows = [question(), row({ id: 'thanks', kind: 'thank_you', endedWhy: 'reasons_taken_back' })];
    expect(step(rows)).toMatchObject({ kind: 'again', row: { id: 'a letter' }, planned: { state: 'waiting' } });
  });
});

describe('somebody is looked for', () => {
  it.each(['no_address', 'address_bounced', 'unread_address'])('when nobody can be reached: %s', (code) => {
    expect(wantsContact([], skip(code))).toBe(true);
    expect(wantsContact([row({ state: 'sent' })], skip(code))).toBe(false);
  });
  it('and not for any other reason', () => {
    expect([wantsContact([], skip('do_not_contact')), wantsContact([], planned())]).toEqual([false, false]);
  });
});
