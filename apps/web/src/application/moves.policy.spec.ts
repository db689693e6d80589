import type { Stage } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { isFinal, type Move, movesOf, type Rung, wayBack } from './moves.policy.js';

describe('where an application can go', () => {
  it.each<[Stage, Move | null, Move[]]>([
    ['saved', 'applied', ['screening', 'interview', 'offer', 'accepted', 'withdrawn']],
    ['applied', 'screening', ['interview', 'offer', 'accepted', 'saved', 'withdrawn']],
    ['interview', 'offer', ['interview', 'accepted', 'screening', 'withdrawn']],
    ['offer', 'accepted', ['interview', 'withdrawn']],
    ['accepted', null, ['offer', 'withdrawn']],
    ['withdrawn', null, []],
  ])('from %s', (stage, first, others) => {
    expect(movesOf({ stage, rejection: null })).toEqual({ first, others });
  });

  it('after a no: back, or further than it came', () => {
    expect(movesOf({ stage: 'rejected', rejection: { stage: 'interview' } })).toEqual({
      first: 'not_rejected',
      others: ['offer', 'accepted'],
    });
  });
});

describe('what leads back', () => {
  it.each<[Stage, Move, Rung[] | null]>([
    ['applied', 'screening', ['applied']],
    ['applied', 'accepted', ['offer', 'interview', 'screening', 'applied']],
    ['screening', 'applied', ['screening']],
    ['interview', 'interview', []],
    ['applied', 'withdrawn', null],
    ['rejected', 'offer', null],
    ['rejected', 'not_rejected', null],
  ])('from %s to %s', (from, to, way) => expect(wayBack(from, to)).toEqual(way));

  it('is a word of its own after a no that was taken back; else what has none asks first', () => {
    expect(isFinal('rejected', 'not_rejected')).toBe(false);
    expect(isFinal('rejected', 'offer')).toBe(true);
    expect(isFinal('applied', 'withdrawn')).toBe(true);
    expect(isFinal('applied', 'offer')).toBe(false);
  });
});
