import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { ad, atHour, listing, SweptBoard } from '../../../../../tests/support/swept-board.js';
import { listsAll, MOST_LOOK_UPS, postingsToLookUp } from './look-up.policy.js';
import type { Posting, Reading } from './posting.js';

const [A, B, C] = [ad('a'), ad('b'), ad('c')] as const;
const NOT_MODIFIED: Reading = { outcome: 'not_modified' };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const part = (...postings: Posting[]): Reading => ({ outcome: 'truncated', postings, why: ofBoard('page_repeated') });
const many = (count: number) => Array.from({ length: count }, (_, place) => ad(`p${100 + place}`));

function boardWith(...postings: Posting[]): SweptBoard {
  const board = SweptBoard.large();
  board.sweep(postings, 0);
  return board;
}

function boardOfExactly(...postings: Posting[]): SweptBoard {
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
    expect(lookUps(boardOfExactly(A, B, C), reading, ['a', 'b'])).toEqual(['b']);
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
    ['failed', { outcome: 'failed', why: ofBoard('answered', { status: 503 }), retryAfterSeconds: null }],
    ['gone', { outcome: 'board_gone', why: ofBoard('answered', { status: 404 }) }],
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
    const board = boardOfExactly(...many(10));
    const left = listing(many(4));
    expect(lookUps(board, left, ['p109'], 12)).toEqual([]);
    for (const hours of [12, 24]) board.sweep(left, hours);
    expect(lookUps(board, NOT_MODIFIED, ['p109'], 30)).toEqual([]);
    expect(lookUps(board, left, ['p109'], 36)).toEqual(['p109']);
  });

  it('is found by the id in its address, and asked for by the feed’s', () => {
    const offer = ad('2700825', { url: 'https://acme.recruitee.com/o/senior-accountant' });
    expect(lookUps(boardOfExactly(A, offer), listing([A]), ['senior-accountant'])).toEqual(['2700825']);
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
    ['when there is no list', { outcome: 'board_gone', why: ofBoard('answered', { status: 404 }) }, ['a'], true],
  ])('%s', (_, reading, watched, all) => expect(listsAll({ reading, watched: new Set(watched) })).toBe(all));
});

describe('what a posting says of itself', () => {
  it('keeps it open when a whole list lacks it, also when the list is the same again', () => {
    const board = boardWith(A, B);
    expect(board.sweep([B], 12, { a: 'open' })).toMatchObject({ closed: [], board: { outcome: 'ok' } });
    expect(board.known.get('a')).toMatchObject({ status: 'open', lastSeenAt: atHour(12), misses: 0 });
    expect(board.sweep(NOT_MODIFIED, 24, { a: 'open' }).closed).toEqual([]);
    expect(board.known.get('a')).toMatchObject({ status: 'open', lastSeenAt: atHour(24), misses: 0 });
  });

  it('ends an absence that had begun', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    expect(board.sweep([B], 24, { a: 'open' })).toMatchObject({ closed: [], reopened: [] });
    expect(board.known.get('a')).toMatchObject({ status: 'open', missingSince: null });
    board.sweep([B], 36);
    expect(ids(board.sweep([B], 48).closed)).toEqual(['a']);
    expect(board.known.get('a')).toMatchObject({ lastSeenAt: atHour(24), closedAt: atHour(36) });
  });

  it('is no news once the list shows it again', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12, { a: 'open' });
    expect(board.sweep([A, B], 24)).toMatchObject({ closed: [], reopened: [] });
    expect(board.known.get('a')).toMatchObject({ status: 'open', lastSeenAt: null });
  });

  it.each(['gone', 'unknown'] as const)('changes nothing of a whole list when it is %s', (whereabouts) => {
    const [told, plain] = [boardWith(A, B), boardWith(A, B)];
    for (const hours of [12, 24]) {
      expect(told.sweep([B], hours, { a: whereabouts })).toEqual(plain.sweep([B], hours));
    }
    expect(told.status('a')).toBe('closed');
  });

  it('closes it after two parts of a list, dated from the first', () => {
    const board = boardWith(A, B, C);
    expect(board.sweep(part(B), 12, { a: 'gone', c: 'unknown' }).closed).toEqual([]);
    expect(board.status('a')).toBe('missing');
    board.sweep(part(B), 24);
    expect(ids(board.sweep(part(B), 36, { a: 'gone', c: 'open' }).closed)).toEqual(['a']);
    expect(board.known.get('a')).toMatchObject({ closedAt: atHour(12), lastSeenAt: atHour(0) });
    expect(board.known.get('c')).toMatchObject({ status: 'open', misses: 0 });
    expect(board.board.outcome).toBe('truncated');
  });

  it('counts together with whole lists', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    expect(ids(board.sweep(part(B), 24, { a: 'gone' }).closed)).toEqual(['a']);
  });

  it('reopens a closed one that a part of the list does not show', () => {
    const board = boardWith(A, B);
    for (const hours of [12, 24]) board.sweep([B], hours);
    const { reopened } = board.sweep(part(B), 12 + 24 * 9, { a: 'open' });
    expect(reopened).toMatchObject([{ closedAt: atHour(12), evidence: { grade: 'same_posting', daysAbsent: 9 } }]);
    expect(board.known.get('a')).toMatchObject({ status: 'open', closedAt: null });
  });

  it('of one that a part of the list does show is not asked', () => {
    const board = boardWith(A, B);
    for (const [place, shown] of [A, ad('a', { title: 'Architect' })].entries()) {
      expect(board.sweep(part(shown), 12 * (place + 1), { a: 'gone' }).closed).toEqual([]);
      expect(board.status('a')).toBe('open');
    }
  });

  it('that it is gone is not believed while the board has collapsed', () => {
    const board = boardOfExactly(...many(10));
    board.sweep(many(4), 12);
    board.sweep(part(...many(4)), 24, { p109: 'gone' });
    expect(board.sweep(part(...many(4)), 36, { p109: 'gone' }).closed).toEqual([]);
    expect(board.status('p109')).toBe('open');
  });

  it('spares it when the new size of a collapsed board is confirmed', () => {
    const board = boardOfExactly(...many(10));
    for (const hours of [12, 24]) board.sweep(many(4), hours);
    const { closed } = board.sweep(many(4), 36, { p109: 'open' });
    expect(ids(closed)).toEqual(['p104', 'p105', 'p106', 'p107', 'p108']);
    expect(board.status('p109')).toBe('open');
  });

  it('keeps its role from being told to have reopened under another id', () => {
    const [old, fresh] = ['1', '2'].map((id) => ad(id, { title: 'Engineer' })) as [Posting, Posting];
    const board = boardWith(old, B);
    board.sweep([B], 12, { 1: 'open' });
    for (const hours of [24, 36]) board.sweep([B, fresh], hours, { 1: 'open' });
    expect(board.sweep([B, fresh], 48, { 1: 'open' })).toMatchObject({ closed: [], reopened: [] });
    expect(board.status('1')).toBe('open');
  });
});
