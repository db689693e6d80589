import type { ShownState } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { pressesOf, verbsOf, type VerbKey } from './follow-up.verbs.js';

describe('the verbs of a letter', () => {
  it.each<[ShownState, VerbKey[]]>([
    ['draft', ['read', 'approve', 'edit', 'stop']],
    ['waiting', ['read', 'hold', 'edit', 'stop']],
    ['due', ['read', 'hold', 'edit', 'stop']],
    ['retrying', ['read', 'hold', 'edit', 'stop']],
    ['held', ['read', 'resume', 'edit', 'stop']],
    ['sending', ['read']],
    ['unconfirmed', ['read', 'stop']],
    ['sent', ['read']],
    ['cancelled', ['read', 'restore']],
    ['skipped', ['read', 'restore']],
    ['failed', ['read']],
  ])('that is %s', (state, verbs) => expect(verbsOf({ state, audience: 'contact' })).toEqual(verbs));

  it('that are done by a press leave out what leads elsewhere', () => {
    expect(pressesOf({ state: 'draft', audience: 'contact' })).toEqual(['approve', 'stop']);
  });
});

describe('the verbs of a reminder', () => {
  it.each<[ShownState, VerbKey[]]>([
    ['waiting', ['done', 'hold', 'stop']],
    ['held', ['done', 'resume', 'stop']],
    ['sent', ['done']],
    ['done', ['restore']],
    ['cancelled', ['restore']],
  ])('that is %s', (state, verbs) => expect(verbsOf({ state, audience: 'candidate' })).toEqual(verbs));
});
