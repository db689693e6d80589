import type { ShownState } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { asksFirst, backTo, INVERSE, type Press, verbsOf, type VerbKey } from './follow-up.verbs.js';

describe('the verbs of a letter', () => {
  it.each<[ShownState, VerbKey[]]>([
    ['draft', ['read', 'approve', 'edit', 'later', 'send_now', 'stop']],
    ['waiting', ['read', 'edit', 'hold', 'later', 'send_now', 'stop']],
    ['due', ['read', 'edit', 'hold', 'later', 'stop']],
    ['retrying', ['read', 'edit', 'hold', 'later', 'send_now', 'stop']],
    ['held', ['read', 'resume', 'edit', 'later', 'send_now', 'stop']],
    ['sending', ['read']],
    ['unconfirmed', ['read', 'mark_sent', 'resend', 'stop']],
    ['sent', ['read']],
    ['cancelled', ['read', 'restore']],
    ['skipped', ['read', 'restore']],
    ['failed', ['read']],
  ])('that is %s', (state, verbs) => expect(verbsOf({ state, audience: 'contact' })).toEqual(verbs));
});

it('what waits until letters go again is not let go alone, but by sending it', () => {
  const verbs = verbsOf({ state: 'held', audience: 'contact', heldWhy: 'no_letters_until' });
  expect(verbs).toEqual(['read', 'edit', 'later', 'send_now', 'stop']);
});

describe('the verbs of a reminder', () => {
  it.each<[ShownState, VerbKey[]]>([
    ['waiting', ['done', 'hold', 'later', 'stop']],
    ['held', ['done', 'resume', 'later', 'stop']],
    ['sent', ['done']],
    ['done', ['restore']],
    ['cancelled', ['restore']],
  ])('that is %s', (state, verbs) => expect(verbsOf({ state, audience: 'candidate' })).toEqual(verbs));
});

it('asks before what cannot be taken back, and before nothing else', () => {
  const presses = Object.keys(INVERSE) as Press[];
  expect(presses.filter(asksFirst)).toEqual(['resend', 'send_now']);
  expect(presses.filter((press) => INVERSE[press] === null && !asksFirst(press))).toEqual(['restore', 'mark_sent']);
});

it('holds again as it was held: until they are back, not for good', () => {
  expect(INVERSE.resume).toBe('restore');
});

it('moves back to where it was, unless that has passed', () => {
  const now = new Date('2026-12-01T08:00:00Z');
  expect(backTo('2026-12-03T09:14:00.000Z', now)).toBe('2026-12-03T09:14:00.000Z');
  expect(backTo('2026-12-01T07:59:00.000Z', now)).toBeNull();
});
