import { describe, expect, it } from '@jest/globals';
import { askedIn, sumsOf } from './asked.policy.js';
import { opening } from './list.words.js';

const none = { saved: 0, applied: 0, screening: 0, interview: 0, offer: 0, accepted: 0, rejected: 0, withdrawn: 0 };

describe('the address', () => {
  it.each([
    [{}, {}],
    [
      { q: ' data  engineer ', stage: 'offer', sort: 'nextStep' },
      { q: 'data  engineer', stage: 'offer', sort: 'nextStep' },
    ],
    [{ q: 2026 }, { q: '2026' }],
    [{ q: ' ', stage: 'fired', sort: 'salary', no: 'new' }, {}],
    [{ q: ['a'], sort: '-updatedAt', view: 'wall' }, {}],
    [{ view: 'board' }, { view: 'board' }],
  ])('%j asks for %j', (search, asked) => {
    expect(askedIn(search)).toEqual({ q: undefined, stage: undefined, sort: undefined, view: undefined, ...asked });
  });
});

describe('the sentence over the list', () => {
  it.each([
    [{}, undefined, 'What you applied for stands here, each with the people behind it and what comes next.'],
    [{ applied: 1 }, undefined, 'One is open.'],
    [{ applied: 2, offer: 1, rejected: 4 }, undefined, 'Three are open, four are closed.'],
    [{ rejected: 1 }, undefined, 'One is closed.'],
    [{ saved: 12, interview: 1 }, undefined, 'One is open. You kept 12 for later.'],
    [{ saved: 1 }, undefined, 'You kept one for later.'],
    [{ applied: 2 }, 'acme', 'Two match.'],
    [{}, 'acme', 'None matches.'],
  ])('of %j for %s: %s', (counts, q, sentence) => {
    expect(opening(sumsOf({ ...none, ...counts }), q)).toBe(sentence);
  });
});
