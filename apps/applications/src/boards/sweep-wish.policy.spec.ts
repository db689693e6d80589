import { describe, expect, it } from '@jest/globals';
import { isSweeping, sweepNow } from './sweep-wish.policy.js';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const board = { lastSweepAt: minutes(-60), nextSweepAt: minutes(600), notBefore: null };

describe('a sweep that somebody asks for', () => {
  it.each([
    ['comes now', {}, now],
    ['comes now for a board that was never swept', { lastSweepAt: null }, now],
    ['comes now, a quarter of an hour after the last', { lastSweepAt: minutes(-15) }, now],
    ['comes by itself where its hour has come', { lastSweepAt: minutes(-1), nextSweepAt: minutes(0) }, null],
    ['comes now, once the board has its peace', { notBefore: minutes(0) }, now],
  ])('%s', (_rule, changes, expected) => {
    expect(sweepNow({ ...board, ...changes }, now)).toEqual(expected);
  });

  it.each([
    ['a moment too early', { lastSweepAt: new Date(minutes(-15).getTime() + 1) }, 'swept_recently'],
    ['while the board asks to be left alone', { notBefore: minutes(1) }, 'board_asks_to_wait'],
  ])('is refused %s', (_rule, changes, code) => {
    expect(() => sweepNow({ ...board, ...changes }, now)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a board is being read', () => {
  it.each([
    ['once its hour has come', { nextSweepAt: minutes(0) }, true],
    ['while somebody has it', { leaseUntil: minutes(1) }, true],
    ['no more, once they lost it', { leaseUntil: minutes(0) }, false],
    ['not before its hour', {}, false],
    ['never, while nobody watches it', { nextSweepAt: null }, false],
  ])('%s', (_when, given, expected) => {
    expect(isSweeping({ nextSweepAt: minutes(600), leaseUntil: null, ...given }, now)).toBe(expected);
  });
});
