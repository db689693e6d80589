import { SHOWN_STATES, type ShownState } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { FOLLOW_UP_VERBS, verbsOf, type VerbKey } from './follow-up.verbs.js';

describe('the verbs of a letter', () => {
  it.each<[ShownState, VerbKey[]]>([
    ['draft', ['read', 'approve', 'later', 'sendNow', 'stop']],
    ['waiting', ['read', 'hold', 'later', 'sendNow', 'stop']],
    ['due', ['read', 'hold', 'later', 'sendNow', 'stop']],
    ['held', ['read', 'resume', 'later', 'sendNow', 'stop']],
    ['sending', ['read']],
    ['unconfirmed', ['read', 'wentOut', 'sendAgain', 'stop']],
    ['sent', ['read']],
    ['cancelled', ['read', 'restore']],
    ['skipped', ['read', 'restore']],
    ['failed', ['read']],
  ])('that is %s', (state, verbs) => expect(verbsOf({ state, audience: 'contact' })).toEqual(verbs));
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

describe('the keys', () => {
  it.each(SHOWN_STATES.flatMap((state) => [[state, 'contact'] as const, [state, 'candidate'] as const]))(
    'of what is %s, to the %s, stand for one verb each',
    (state, audience) => {
      const keys = verbsOf({ state, audience })
        .map((verb) => FOLLOW_UP_VERBS[verb].key)
        .filter((key) => key !== null);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it('of a verb and its inverse lead there and back', () => {
    for (const verb of Object.values(FOLLOW_UP_VERBS)) {
      if ('inverse' in verb) expect(FOLLOW_UP_VERBS).toHaveProperty(verb.inverse);
    }
  });
});
