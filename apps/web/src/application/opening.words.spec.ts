import { describe, expect, it } from '@jest/globals';
import { readerOf } from '../time/reader.policy.js';
import { openingSentence } from './opening.words.js';

const yours = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T08:00:00Z') };
const dana = { name: 'Dana Ito', timezone: 'America/Los_Angeles' };
const nobody = { name: null, timezone: null };
const at = '2026-12-01T07:00:00.000Z';
// Wednesday evening there, Thursday here.
const letterAt = '2026-12-03T02:30:00.000Z';

describe('the sentence that opens an application', () => {
  it('names the day of the letter on the clock of whoever gets it', () => {
    expect(openingSentence({ kind: 'no_and_letter', at, letter: 'waiting', letterAt, to: dana }, yours)).toBe(
      'They said no on Tue 1 Dec. Dana Ito hears from you on Wed 2 Dec.',
    );
    expect(openingSentence({ kind: 'no_and_letter', at, letter: 'waiting', letterAt, to: nobody }, yours)).toBe(
      'They said no on Tue 1 Dec. Somebody there hears from you on Thu 3 Dec.',
    );
  });

  it('promises no day where the letter may have gone', () => {
    expect(openingSentence({ kind: 'no_and_letter', at, letter: 'unsure', letterAt, to: dana }, yours)).toBe(
      'They said no on Tue 1 Dec. A letter to Dana Ito may have gone; nobody can tell from here.',
    );
  });
});
