import { STORED_STATES, type StoredState } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  isMomentAhead,
  nextState,
  requireBeforeInterview,
  requireDueTime,
  VERBS,
  type Verb,
} from './follow-up.policy.js';

const now = new Date('2026-11-24T10:00:00Z');
const letter = { audience: 'contact', phase: null, heldWhy: null, heldUntil: null } as const;
const reminder = { ...letter, audience: 'candidate' } as const;

type FollowUp = Parameters<typeof nextState>[1];

function outcome(verb: Verb, followUp: FollowUp): string {
  try {
    return nextState(verb, followUp, now);
  } catch (refusal) {
    return `409 ${(refusal as { code: string }).code}`;
  }
}

/** Columns in the order of `STATES`; `-` is the refusal that every verb gives in that state. */
const STATES = ['draft', 'waiting', 'held', 'retrying', 'sending', 'unconfirmed', 'sent'] as const;
const GENERAL = { sending: 'already_sending', unconfirmed: 'not_sendable', sent: 'already_sent' } as const;
const RULES: Record<Exclude<Verb, 'done'>, string> = {
  approve: 'waiting     not_a_draft     not_a_draft     not_a_draft     -         -         -',
  edit: 'draft          waiting         held            retrying        -         -         -',
  snooze: 'draft        waiting         held            retrying        -         -         -',
  hold: 'not_approved   held            held            held            -         -         -',
  resume: 'not_held     not_held        waiting         not_held        -         -         -',
  'send-now': 'waiting  waiting         waiting         waiting         -         -         -',
  cancel: 'cancelled    cancelled       cancelled       cancelled       cancelled cancelled -',
  'mark-sent': 'not_unconfirmed not_unconfirmed not_unconfirmed not_unconfirmed - sent      -',
  resend: 'not_unconfirmed not_unconfirmed not_unconfirmed not_unconfirmed -      waiting   -',
};
const CASES = Object.entries(RULES).flatMap(([verb, cells]) =>
  cells.split(/\s+/).map((cell, column) => {
    const state = STATES[column]!;
    const expected = cell === '-' ? GENERAL[state as keyof typeof GENERAL] : cell;
    const goesThrough = (STORED_STATES as readonly string[]).includes(expected);
    return [verb as Verb, state, goesThrough ? expected : `409 ${expected}`] as const;
  }),
);

describe('a verb of the candidate', () => {
  it.each(CASES)('%s of a letter that is %s: %s', (verb, state, expected) => {
    expect(outcome(verb, { ...letter, state })).toBe(expected);
  });

  const ends: StoredState[] = STORED_STATES.filter((state) => !(STATES as readonly string[]).includes(state));
  it.each(VERBS)('%s is refused once the follow-up has ended', (verb) => {
    expect(ends).toEqual(['answered', 'bounced', 'failed', 'cancelled', 'skipped', 'done']);
    for (const state of ends) {
      expect(outcome(verb, { ...letter, state })).toBe('409 already_ended');
      expect(outcome(verb, { ...reminder, state })).toBe('409 already_ended');
    }
  });
});

describe('done', () => {
  it.each(['waiting', 'held', 'retrying', 'sent'] as const)('ends a reminder that is %s', (state) => {
    expect(outcome('done', { ...reminder, state })).toBe('done');
  });

  it('waits while the reminder is being sent', () => {
    expect(outcome('done', { ...reminder, state: 'sending', phase: 'connect' })).toBe('409 already_sending');
  });

  it.each(STATES)('is not for a letter, here one that is %s', (state) => {
    expect(outcome('done', { ...letter, state })).toBe('409 not_a_reminder');
  });
});

describe('cancelling what is being sent', () => {
  it('is possible until the mail server is ready for the text', () => {
    expect(outcome('cancel', { ...letter, state: 'sending', phase: 'connect' })).toBe('cancelled');
    expect(outcome('cancel', { ...letter, state: 'sending', phase: 'data' })).toBe('409 already_sending');
  });
});

describe('a letter held for the gap between two letters', () => {
  const held = { ...letter, state: 'held', heldWhy: 'contact_gap' } as const;

  it.each(['send-now', 'resume'] as const)('is not let go by %s before the gap is over', (verb) => {
    expect(outcome(verb, { ...held, heldUntil: new Date('2026-11-24T10:00:01Z') })).toBe('409 contact_gap');
    expect(outcome(verb, { ...held, heldUntil: now })).toBe('waiting');
  });

  it('can be cancelled and edited meanwhile, and held for longer than that', () => {
    const heldUntil = new Date('2026-12-01T00:00:00Z');
    expect(outcome('hold', { ...held, heldUntil })).toBe('held');
    expect(outcome('cancel', { ...held, heldUntil })).toBe('cancelled');
    expect(outcome('edit', { ...held, heldUntil })).toBe('held');
  });
});

describe('a letter held while no letters go', () => {
  const held = { ...letter, state: 'held', heldWhy: 'no_letters_until' } as const;
  const heldUntil = new Date('2026-12-01T00:00:00Z');

  it('is sent at once by a word of its own, and not resumed before they go again', () => {
    expect(outcome('send-now', { ...held, heldUntil })).toBe('waiting');
    expect(outcome('resume', { ...held, heldUntil })).toBe('409 no_letters_until');
    expect(outcome('resume', { ...held, heldUntil: now })).toBe('waiting');
  });
});

describe('a letter that the candidate holds', () => {
  it('is not held twice', () => {
    expect(outcome('hold', { ...letter, state: 'held', heldWhy: 'by_candidate' })).toBe('409 already_held');
  });
});

it('a yes leaves the moment that was chosen before, and no other', () => {
  const [past, ahead] = [new Date('2026-11-20T10:00:00Z'), new Date('2026-12-01T10:00:00Z')];
  expect(isMomentAhead({ chosenAt: ahead, dueAt: ahead }, now)).toBe(true);
  expect(isMomentAhead({ chosenAt: null, dueAt: ahead }, now)).toBe(false);
  expect(isMomentAhead({ chosenAt: past, dueAt: ahead }, now)).toBe(false);
});

it('what prepares for an interview comes before it', () => {
  const check = (chosen: string) => () =>
    requireBeforeInterview(new Date(chosen), '2026-11-30T10:00:00.000Z', '/dueAt');
  expect(check('2026-11-30T09:59:59Z')).not.toThrow();
  expect(check('2026-11-30T10:00:00Z')).toThrow(expect.objectContaining({ code: 'after_the_interview' }));
  expect(() => requireBeforeInterview(now, null, '/dueAt')).not.toThrow();
});

describe('a due time that the candidate chooses', () => {
  const check = (chosen: string) => () => requireDueTime(new Date(chosen), now, '/dueAt');

  it('lies between now and ten years ahead', () => {
    expect(check('2026-11-24T10:00:00Z')).not.toThrow();
    expect(check('2036-11-24T10:00:00Z')).not.toThrow();
  });

  it('is refused in the past and further ahead, with the member at fault', () => {
    const invalid = { kind: 'invalid', pointer: '/dueAt' };
    expect(check('2026-11-24T09:59:59Z')).toThrow(expect.objectContaining({ code: 'in_the_past', options: invalid }));
    expect(check('2036-11-26T10:00:00Z')).toThrow(expect.objectContaining({ code: 'too_far_ahead', options: invalid }));
  });
});
