import { describe, expect, it } from '@jest/globals';
import { judged, outcome } from './import.words.js';

const NONE = { created: 0, unchanged: 0, problemCount: 0, removed: 0, kept: null, why: null, done: 0, applications: 0 };
const of = (fields: object) => ({ ...NONE, ...fields }) as unknown as Parameters<typeof outcome>[0];

describe('what a file would do', () => {
  it.each([
    [{ created: 26, unchanged: 0, problemCount: 0 }, 'jobs.csv: 26 applications would be recorded.'],
    [
      { created: 1, unchanged: 1, problemCount: 2 },
      'jobs.csv: 1 application would be recorded, one is there already, two cannot be read and are left out.',
    ],
    [{ created: 0, unchanged: 0, problemCount: 0 }, 'jobs.csv: Nothing in this file could be read as an application.'],
  ])('%j is one sentence', (found, sentence) => expect(judged(found, 'jobs.csv')).toBe(sentence));
});

describe('what became of an import', () => {
  it.each([
    [{ state: 'waiting', applications: null }, 'It waits for its turn.'],
    [{ state: 'running', done: 50, applications: 2_000 }, '50 of 2,000 applications so far.'],
    [
      { state: 'done', created: 3, unchanged: 1, problemCount: 1 },
      /^Three were recorded, one was there already, one could not be read\.$/,
    ],
    [{ state: 'stopped', created: 1 }, 'You stopped it. One was recorded.'],
    [{ state: 'undoing', created: 12, removed: 5 }, /^It is being taken back: five of 12 so far\.$/],
    [
      { state: 'undone', created: 3, removed: 3, kept: 0 },
      'You took it back: three are removed. For 30 days they can be brought back, in the settings.',
    ],
    [{ state: 'undone', removed: 2, kept: 1 }, /One stays, as you have worked with it since\.$/],
  ])('%j is said', (fields, sentence) => expect(outcome(of(fields))).toEqual(expect.stringMatching(sentence)));
});
