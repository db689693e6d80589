import { STORED_STATES, type StoredState } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { isSkippedStill, type Restorable, restored } from './restore.policy.js';

const letter: Restorable = {
  state: 'cancelled',
  heldWhy: null,
  audience: 'contact',
  attempt: 0,
  approvedAt: null,
  endedBy: 'candidate',
  endedWhy: 'by_candidate',
  priorState: 'waiting',
  priorHeldWhy: null,
  priorHeldUntil: null,
};
const reminder: Restorable = { ...letter, audience: 'candidate' };
const to = (row: Partial<Restorable>, of = letter): string => {
  try {
    return restored({ ...of, ...row }).state;
  } catch (refusal) {
    return `409 ${(refusal as { code: string }).code}`;
  }
};

describe('what was cancelled by hand', () => {
  it.each([
    ['draft', 'draft'],
    ['waiting', 'waiting'],
    ['retrying', 'retrying'],
    ['held', 'held'],
    ['sending', 'waiting'],
    ['unconfirmed', 'unconfirmed'],
  ] as const)('and was %s is %s again', (priorState, state) => {
    expect(to({ priorState })).toBe(state);
  });
  it('is held again with its why and its end', () => {
    const priorHeldUntil = new Date('2026-12-01T10:00:00Z');
    expect(restored({ ...letter, priorState: 'held', priorHeldWhy: 'contact_gap', priorHeldUntil })).toEqual({
      state: 'held',
      heldWhy: 'contact_gap',
      heldUntil: priorHeldUntil,
    });
  });
  it('before it was written down what it was, asks again', () => {
    expect([to({ priorState: null }), to({ priorState: null }, reminder)]).toEqual(['draft', 'waiting']);
  });
});

it('a reminder that was done is what it was', () => {
  expect(to({ state: 'done', priorState: 'sent' }, reminder)).toBe('sent');
  expect(to({ state: 'done', priorState: 'waiting' }, reminder)).toBe('waiting');
});

it.each(['stop_rule', 'clock', 'plan', 'sender', null])('what %s ended does not come back by a word', (endedBy) => {
  expect(to({ endedBy })).toBe('409 not_by_candidate');
  expect(to({ state: 'done', endedBy }, reminder)).toBe('409 not_by_candidate');
});

it('a skipped letter becomes a draft, a skipped reminder nothing', () => {
  expect([to({ state: 'skipped', endedBy: 'plan' }), to({ state: 'skipped', endedBy: 'plan' }, reminder)]).toEqual([
    'draft',
    '409 not_ended',
  ]);
});

it('what was resumed is held again, and never a draft', () => {
  const resumed = {
    state: 'waiting',
    approvedAt: new Date(),
    priorState: 'held',
    priorHeldWhy: 'by_candidate',
  } as const;
  expect(restored({ ...letter, ...resumed })).toEqual({ state: 'held', heldWhy: 'by_candidate', heldUntil: null });
});

it('what was let go while no letters go is taken back like what waits', () => {
  const held = { state: 'held', heldWhy: 'no_letters_until', approvedAt: new Date(), priorState: null } as const;
  expect(to(held)).toBe('draft');
  expect(to({ ...held, priorState: 'held', priorHeldWhy: 'by_candidate' })).toBe('held');
  expect(to({ ...held, heldWhy: 'by_candidate' })).toBe('409 not_ended');
});

it('a reminder is never a draft', () => {
  expect(to({ state: 'waiting', approvedAt: new Date() }, reminder)).toBe('409 not_ended');
});

it('an approval is taken back until somebody has claimed the letter', () => {
  const approvedAt = new Date('2026-11-24T10:00:00Z');
  expect(to({ state: 'waiting', approvedAt })).toBe('draft');
  expect(to({ state: 'waiting', approvedAt, attempt: 1 })).toBe('409 not_ended');
  expect(to({ state: 'waiting' })).toBe('409 not_ended');
});

it('there is nothing to restore of anything else', () => {
  const others = STORED_STATES.filter((state: StoredState) => !['cancelled', 'done', 'skipped'].includes(state));
  for (const state of others) expect(to({ state, endedBy: null })).toBe('409 not_ended');
});

describe('what a letter was skipped for stands', () => {
  const facts = { stageAtRejection: 'screening', minStage: 'screening', isEnabled: true, isOccupied: false } as const;
  it.each([
    ['too_late', {}, true],
    ['disabled', { isEnabled: false }, true],
    ['disabled', {}, false],
    ['no_human_contact', { minStage: 'interview' }, true],
    ['no_human_contact', {}, false],
    ['already_pending', { isOccupied: true }, true],
    ['already_pending', {}, false],
    ['do_not_contact', { isEnabled: false }, false],
  ] as const)('%s with %j: %s', (endedWhy, given, expected) => {
    expect(isSkippedStill(endedWhy, { ...facts, ...given })).toBe(expected);
  });
});
