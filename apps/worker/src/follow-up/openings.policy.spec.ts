import { describe, expect, it } from '@jest/globals';
import { inItsPlace, mayBeToldAgain, type Told, toldAgain, toTakeOver } from './openings.policy.js';

const dueAt = new Date('2026-12-01T10:00Z');

function told(given: Partial<Told> = {}): Told {
  return {
    kind: 'reopened_outreach',
    audience: 'contact',
    dueAt,
    why: 'A draft to the same contact, for you to approve.',
    contactId: 'maria',
    state: 'cancelled',
    plannedDueAt: null,
    details: { closedAt: '2026-11-01T00:00:00.000Z' },
    endedBy: 'stop_rule',
    endedWhy: 'contact_changed',
    priorState: 'waiting',
    priorHeldWhy: null,
    subject: null,
    body: null,
    editedAt: null,
    ...given,
  };
}

describe('what comes back', () => {
  it('is a draft if it is a letter, also one that was approved', () => {
    expect(toldAgain(told())).toMatchObject({ state: 'draft', dueAt, why: told().why });
  });

  it('was ended by a reason, or came to an address that is dead', () => {
    const ends = { endedBy: 'sender', endedWhy: 'address_bounced' };
    expect(mayBeToldAgain(told())).toBe(true);
    expect(mayBeToldAgain(told({ endedBy: 'candidate' }))).toBe(false);
    expect(mayBeToldAgain(told({ ...ends, state: 'failed' }))).toBe(true);
    expect(mayBeToldAgain(told({ ...ends, state: 'failed', endedWhy: null }))).toBe(false);
    expect(mayBeToldAgain(told({ ...ends, state: 'sent' }))).toBe(false);
  });

  it('is held by hand, or waits, if it is a reminder', () => {
    const reminder = { kind: 'reopened', audience: 'candidate' } as const;
    expect(toldAgain(told(reminder))).toMatchObject({ state: 'waiting' });
    const held = { ...reminder, priorState: 'held', priorHeldWhy: 'by_candidate' } as const;
    expect(toldAgain(told(held))).toMatchObject({ state: 'held', heldWhy: 'by_candidate' });
    expect(toldAgain(told({ ...held, priorHeldWhy: 'sender_missing' }))).toMatchObject({ state: 'waiting' });
  });
});

describe('a letter about an opening', () => {
  it('goes over to another contact, the newest of them', () => {
    const letters = [told(), told({ contactId: 'yuri' })];
    expect(toTakeOver(letters, 'noa')).toBe(letters[1]);
  });

  it.each([
    ['nobody', [told()], null],
    ['whom it was for', [told()], 'maria'],
    ['another one, for another reason', [told({ endedWhy: 'contact_wrote' })], 'noa'],
    ['another one, when the candidate cancelled it', [told({ endedBy: 'candidate', endedWhy: 'by_candidate' })], 'noa'],
    ['another one, while one waits', [told({ state: 'draft' }), told({ contactId: 'yuri' })], 'noa'],
    ['another one, when one went', [told({ state: 'sent' }), told({ contactId: 'yuri' })], 'noa'],
    ['anybody, where there is none', [], 'noa'],
  ] as const)('does not go over to %s', (_whom, letters, contactId) => {
    expect(toTakeOver(letters, contactId)).toBeNull();
  });

  it('keeps the words and the opening, and says that it was for somebody else', () => {
    const words = { subject: 'Still here', body: 'My own words.', editedAt: dueAt };
    expect(inItsPlace(told(words))).toMatchObject({ ...words, state: 'draft', details: told().details, dueAt });
    expect(inItsPlace(told()).why).toBe('It was to go to somebody else; read it, and let it go.');
  });
});
