import { STORED_STATES, type StoredState } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { goesAt, isAsFrozen } from './letter-when.policy.js';

const now = new Date('2026-11-30T10:00:00Z');
const past = new Date('2026-11-30T09:00:00Z');
const ahead = new Date('2026-12-01T09:00:00Z');
const farther = new Date('2026-12-02T09:00:00Z');

const when = (state: StoredState, given: { dueAt?: Date; heldUntil?: Date | null; sentAt?: Date | null } = {}) =>
  goesAt({ state, dueAt: ahead, heldUntil: null, sentAt: null, ...given }, now);

describe('a letter goes', () => {
  it.each([
    ['at its time', 'waiting', {}, ahead],
    ['now, when that has passed', 'waiting', { dueAt: past }, now],
    ['when it is tried again', 'retrying', {}, ahead],
    ['at this moment', 'sending', { dueAt: past }, now],
    ['when what holds it is over', 'held', { heldUntil: farther }, farther],
    ['at its time, which comes later than that', 'held', { heldUntil: ahead, dueAt: farther }, farther],
    ['nobody knows when, while the candidate holds it', 'held', {}, null],
    ['at its time, once there is a yes', 'draft', {}, ahead],
    ['when there is a yes', 'draft', { dueAt: past }, null],
  ] as const)('%s', (_what, state, given, expected) => {
    expect(when(state, given)).toEqual(expected);
  });

  it.each([
    ['is to go to another address', 'retrying', 'old', false],
    ['is to go to the same one', 'held', 'new', true],
    ['may have gone', 'unconfirmed', 'old', true],
    ['failed', 'failed', 'old', true],
    ['went', 'sent', 'old', true],
  ] as const)('as it was frozen, or made anew: %s', (_what, state, frozenTo, expected) => {
    expect(isAsFrozen(state, frozenTo, 'new')).toBe(expected);
  });

  it('when it went, whatever became of it since', () => {
    for (const state of STORED_STATES) expect(when(state, { sentAt: past })).toBe(past);
  });

  it.each(['cancelled', 'skipped', 'done', 'failed', 'unconfirmed'] as const)('not any more: %s', (state) => {
    expect(when(state)).toBeNull();
  });
});
