import { say } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { inItsPlace, mayBeToldAgain, type Told, toldAgain, toTakeOver } from './openings.policy.js';

const dueAt = new Date('2026-12-01T10:00Z');

function told(given: Partial<Told> = {}): Told {
  return {
    kind: 'reopened_outreach',
    audience: 'contact',
    dueAt,
    whyCode: 'draft_for_you',
    whyFacts: { cooldownUntil: null, wordsKept: false },
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
  const again = (rows: readonly Told[]) => mayBeToldAgain(rows).map((row) => rows.indexOf(row));
  const toYuri = (given: Partial<Told>) => told({ contactId: 'yuri', ...given });

  it('was ended by a reason of this version, and not by the candidate', () => {
    const reminder = { kind: 'reopened', audience: 'candidate' } as const;
    const ends = [{ endedWhy: 'not_looking' }, { endedWhy: null }, { endedBy: 'candidate', endedWhy: 'by_candidate' }];
    expect(again(ends.map((end) => told({ ...reminder, ...end })))).toEqual([0]);
    expect(again([told()])).toEqual([0]);
  });

  it.each([
    ['cancelled', { endedBy: 'candidate', endedWhy: 'by_candidate' }],
    ['sent', { state: 'sent', endedBy: null, endedWhy: null }],
    ['being sent', { state: 'sending', endedBy: null, endedWhy: null }],
  ] as const)('is no letter, where another about the same opening was %s', (_what, given) => {
    expect(again([told(), toYuri(given)])).toEqual([]);
    expect(again([told(), toYuri({ ...given, details: { closedAt: '2026-10-01T00:00:00.000Z' } })])).toEqual([0]);
    expect(again([told({ kind: 'reopened', audience: 'candidate' }), toYuri(given)])).toEqual([0]);
  });

  it('is a draft if it is a letter, also one that was approved', () => {
    expect(toldAgain(told())).toMatchObject({
      state: 'draft',
      dueAt,
      why: say('draft_for_you', { cooldownUntil: null, wordsKept: false }),
    });
  });

  it('was ended by a reason, or came to an address that is dead', () => {
    const ends = { endedBy: 'sender', endedWhy: 'address_bounced' };
    expect(again([told()])).toEqual([0]);
    expect(again([told({ endedBy: 'candidate' })])).toEqual([]);
    expect(again([told({ ...ends, state: 'failed' })])).toEqual([0]);
    expect(again([told({ ...ends, state: 'failed', endedWhy: null })])).toEqual([]);
    expect(again([told({ ...ends, state: 'sent' })])).toEqual([]);
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
    expect(inItsPlace(told()).why).toEqual(say('for_somebody_else', { hasWords: false }));
  });
});
