import { expect, it } from '@jest/globals';
import { newerAnswer } from './newer-answer.js';

const at = (second: number, state: string) => ({ state, updatedAt: `2026-11-30T22:13:${second}.453Z` });

it('what comes late of an earlier moment does not take back what is known', () => {
  const pressed = at(33, 'waiting');
  expect(newerAnswer(pressed, at(31, 'draft'))).toBe(pressed);
});

it.each([
  ['nothing is known yet', undefined],
  ['it is newer', at(31, 'draft')],
  ['it is of the same moment, and its reasons changed', at(33, 'draft')],
])('what comes is taken where %s', (_, known) => {
  expect(newerAnswer(known, at(33, 'waiting'))).toEqual(at(33, 'waiting'));
});

it('what is the same stays the same', () => {
  const known = at(33, 'waiting');
  expect(newerAnswer(known, at(33, 'waiting'))).toBe(known);
});
