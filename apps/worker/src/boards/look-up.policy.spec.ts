import { describe, expect, it } from '@jest/globals';
import { ad, atHour, listing, SweptBoard } from '../../../../tests/support/swept-board.js';
import { listsAll, MOST_LOOK_UPS, postingsToLookUp } from './look-up.policy.js';
import type { Posting, Reading } from './posting.js';

const [A, B, C] = [ad('a'), ad('b'), ad('c')] as const;
const NOT_MODIFIED: Reading = { outcome: 'not_modified' };
const part = (...postings: Posting[]): Reading => ({ outcome: 'truncated', postings, why: 'page 2' });
const many = (count: number) => Array.from({ length: count }, (_, place) => ad(`p${100 + place}`));

function boardWith(...postings: Posting[]): SweptBoard {
  const board = new SweptBoard();
  board.sweep(postings, 0);
  return board;
}
const lookUps = ({ board, known }: SweptBoard, reading: Reading, watched: string[], hours = 48) =>
  postingsToLookUp({ board, known, reading, at: atHour(hours), watched: new Set(watched) });

describe('what is asked for one by one', () => {
  it.each<[string, Reading]>([
    ['a whole list', listing([A])],
    ['a part of it', part(A)],
  ])('is what somebody watches and %s lacks', (_, reading) => {
    expect(lookUps(boardWith(A, B, C), reading, ['a', 'b'])).toEqual(['b']);
  });

  it('is nothing while every watched posting is listed', () => {
    expect(lookUps(boardWith(A, B), listing([A, B]), ['a', 'b'])).toEqual([]);
    expect(lookUps(boardWith(A, B), NOT_MODIFIED, ['a', 'b'])).toEqual([]);
  });

  it('is nothing that nobody watches', () => expect(lookUps(boardWith(A, B), listing([A]), [])).toEqual([]));

  it('is nothing that the board never showed', () => {
    expect(lookUps(boardWith(A), listing([A]), ['unheard-of'])).toEqual([]);
    expect(lookUps(new SweptBoard(), listing([A]), ['b'])).toEqual([]);
    expect(lookUps(new SweptBoard(), NOT_MODIFIED, ['b'])).toEqual([]);
  });

  it.each<[string, Reading]>([
    ['failed', { outcome: 'failed', why: 'it answered 503', retryAfterSeconds: null }],
    ['gone', { outcome: 'board_gone', why: 'it answered 404' }],
  ])('is nothing when the board is %s', (_, reading) => {
    expect(lookUps(boardWith(A, B), reading, ['a', 'b'])).toEqual([]);
  });

  it('is what was missing before, when the list is the same again', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    expect(lookUps(board, NOT_MODIFIED, ['a', 'b'])).toEqual(['a']);
  });

  it('is what the list has lacked all along, although it is open', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12, { a: 'open' });
    expect(board.status('a')).toBe('open');
    expect(lookUps(board, NOT_MODIFIED, ['a', 'b'])).toEqual(['a']);
  });

  it('is a closed one only where a part of the list may hide that it is back', () => {
    const board = boardWith(A, B);
    for (const hours of [12, 24]) board.sweep([B], hours);
    expect(lookUps(board, listing([B]), ['a'])).toEqual([]);
    expect(lookUps(board, NOT_MODIFIED, ['a'])).toEqual([]);
    expect(lookUps(board, part(B), ['a'])).toEqual(['a']);
  });

  it('is nothing while a board that lost most of its postings is not believed', () => {
    const board = boardWith(...many(10));
    const left = listing(many(4));
    expect(lookUps(board, left, ['p109'], 12)).toEqual([]);
    for (const hours of [12, 24]) board.sweep(left, hours);
    expect(lookUps(board, NOT_MODIFIED, ['p109'], 30)).toEqual([]);
    expect(lookUps(board, left, ['p109'], 36)).toEqual(['p109']);
  });

  it('is found by the id in its address, and asked for by the feed’s', () => {
    const offer = ad('2700825', { url: 'https://acme.recruitee.com/o/senior-accountant' });
    expect(lookUps(boardWith(A, offer), listing([A]), ['senior-accountant'])).toEqual(['2700825']);
  });

  it(`is ${MOST_LOOK_UPS} at the most, and everybody’s turn comes`, () => {
    const all = many(60);
    const ids = all.map(({ id }) => id);
    const board = boardWith(...all);
    const turns = [12, 24, 36, 48, 60, 72, 84].map((hours) => lookUps(board, part(), ids, hours));
    expect(turns.map(({ length }) => length)).toEqual(Array(7).fill(MOST_LOOK_UPS));
    expect(new Set(turns.flat()).size).toBe(60);
  });
});

describe('a list has everything, by the ids alone', () => {
  it.each<[string, Reading, string[], boolean]>([
    ['when they are there', listing([A, B]), ['a', 'b'], true],
    ['unless one is not', listing([A]), ['a', 'b'], false],
    ['unless it is only said to be the same', NOT_MODIFIED, ['a'], false],
    ['when nobody watches', NOT_MODIFIED, [], true],
    ['when there is no list', { outcome: 'board_gone', why: '' }, ['a'], true],
  ])('%s', (_, reading, watched, all) => expect(listsAll({ reading, watched: new Set(watched) })).toBe(all));
});
