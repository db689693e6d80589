import { describe, expect, it } from '@jest/globals';
import { changesSomething, type Foretold } from './consequence.policy.js';
import { consequence } from './consequence.words.js';

const letter = { audience: 'contact', state: 'waiting' } as const;
const reminder = { audience: 'candidate', state: 'waiting' } as const;
const nothing: Foretold = { starts: [], stops: [], moves: [], notices: [] };
const [early, late] = ['2026-12-03T08:00:00.000Z', '2026-12-04T08:00:00.000Z'];

describe('what a deed does', () => {
  it.each<[string, Partial<Foretold>]>([
    [
      'Three letters stop; you are no longer looking.',
      { stops: [letter, letter, letter], notices: [{ code: 'looking_turned_off' }] },
    ],
    ['One letter and two reminders stop.', { stops: [letter, reminder, reminder] }],
    ['One reminder starts.', { starts: [reminder] }],
    [
      'One letter is held; one letter moves; one letter goes on.',
      {
        moves: [
          { ...letter, dueAt: late, was: late },
          { ...letter, dueAt: late, was: early },
          { ...letter, state: 'held', dueAt: late, was: late },
        ],
      },
    ],
    ['You are looking again.', { notices: [{ code: 'looking_turned_on' }] }],
  ])('%s', (sentence, foretold) => {
    expect(consequence({ ...nothing, ...foretold })).toBe(sentence);
    expect(changesSomething({ ...nothing, ...foretold })).toBe(true);
  });

  it('is nothing where nothing is planned, or what is left out is all that is said', () => {
    for (const foretold of [nothing, { ...nothing, starts: [{ ...letter, state: 'skipped' as const }] }]) {
      expect(consequence(foretold)).toBe('Nothing that is planned changes.');
      expect(changesSomething(foretold)).toBe(false);
    }
  });
});
