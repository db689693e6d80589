import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { saying } from '../../../../../tests/support/sentences.js';
import { ad, atHour, SweptBoard } from '../../../../../tests/support/swept-board.js';
import type { Reading } from './posting.js';

const NOT_MODIFIED: Reading = { outcome: 'not_modified' };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const many = (count: number, prefix = 'p') => Array.from({ length: count }, (_, place) => ad(`${prefix}${place}`));

function boardOfExactly(...postings: ReturnType<typeof ad>[]): SweptBoard {
  const board = new SweptBoard();
  board.sweep(postings, 0);
  return board;
}

describe('a board that loses more than half of its postings', () => {
  it('closes nobody until three sweeps of one size, 24 hours apart in all, agree', () => {
    const board = boardOfExactly(...many(10));
    const left = many(4);
    for (const hours of [12, 24]) expect(board.sweep(left, hours).closed).toEqual([]);
    expect(board.board).toMatchObject({ outcome: 'collapsed', lastGoodCount: 10 });
    expect(board.board.note).toEqual(ofBoard('fewer_postings', { count: 4, before: 10 }));
    expect(board.status('p9')).toBe('open');
    expect(ids(board.sweep(left, 36).closed)).toEqual(['p4', 'p5', 'p6', 'p7', 'p8', 'p9']);
    expect(board.board).toMatchObject({ outcome: 'ok', lastGoodCount: 4, collapse: null, note: null });
    expect(board.known.get('p9')).toMatchObject({ closedAt: atHour(12), lastSeenAt: atHour(0) });
  });

  it('waits for the 24 hours, however often it is swept', () => {
    const board = boardOfExactly(...many(10));
    for (const hours of [1, 2, 7, 13, 24]) expect(board.sweep(many(4), hours).closed).toEqual([]);
    expect(board.sweep(many(4), 25).closed).toHaveLength(6);
  });

  it('waits for sweeps that are six hours apart, however often it is swept', () => {
    const board = boardOfExactly(...many(10));
    for (const hours of [1, 2, 6, 24, 25, 29]) expect(board.sweep(many(4), hours).closed).toEqual([]);
    expect(board.sweep(many(4), 30).closed).toHaveLength(6);
  });

  it('waits for the third sweep, however long that takes', () => {
    const board = boardOfExactly(...many(10));
    for (const hours of [12, 48]) expect(board.sweep(many(4), hours).closed).toEqual([]);
    expect(board.sweep(many(4), 72).closed).toHaveLength(6);
  });

  it('believes a size that wavers by a fifth', () => {
    const board = boardOfExactly(...many(100));
    for (const [hours, size] of [
      [12, 40],
      [24, 32],
    ] as const) {
      expect(board.sweep(many(size), hours).closed).toEqual([]);
    }
    expect(board.sweep(many(36), 36)).toMatchObject({ closed: { length: 60 }, board: { lastGoodCount: 36 } });
    expect(board.status('p35')).toBe('open');
    expect(board.status('p37')).toBe('missing');
  });

  it('begins to count again when the size changes by more', () => {
    const board = boardOfExactly(...many(10));
    for (const [hours, size] of [
      [12, 4],
      [24, 3],
      [36, 4],
      [48, 4],
    ] as const) {
      expect(board.sweep(many(size), hours).closed).toEqual([]);
    }
    expect(board.sweep(many(4), 60).closed).toHaveLength(6);
  });

  it('an unchanged list is an equal one', () => {
    const board = boardOfExactly(...many(10));
    board.sweep(many(4), 12);
    board.sweep(NOT_MODIFIED, 24);
    expect(board.sweep(NOT_MODIFIED, 36).closed).toHaveLength(6);
  });

  it('comes back as if nothing had been', () => {
    const board = boardOfExactly(...many(10));
    board.sweep([], 12);
    board.sweep([], 24);
    expect(board.sweep(many(10), 36)).toMatchObject({ closed: [], reopened: [] });
    expect(board.board).toMatchObject({ outcome: 'ok', collapse: null });
    expect(many(10).map(({ id }) => board.known.get(id)?.lastSeenAt)).toEqual(Array(10).fill(null));
  });

  it('one that was in one of the equal sweeps is only missing', () => {
    const board = boardOfExactly(...many(10));
    board.sweep([...many(3), ad('p8')], 12);
    board.sweep(many(4), 24);
    const { closed } = board.sweep([...many(3), ad('p9')], 36);
    expect(ids(closed)).toEqual(['p4', 'p5', 'p6', 'p7']);
    expect(['p3', 'p8', 'p9'].map((id) => board.status(id))).toEqual(['missing', 'missing', 'open']);
  });

  it('sees the new postings meanwhile', () => {
    const board = boardOfExactly(...many(10));
    board.sweep([ad('new')], 12);
    expect(board.status('new')).toBe('open');
  });

  it.each([
    ['half of them left', 20, 10, 2],
    ['fewer than 10 to begin with', 9, 1, 3],
  ])('is none with %s', (_, before, after, absences) => {
    const board = boardOfExactly(...many(before));
    for (let times = 1; times < absences; times += 1) {
      expect(board.sweep(many(after), 12 * times)).toMatchObject({ closed: [], board: { outcome: 'ok' } });
    }
    expect(board.sweep(many(after), 12 * absences).closed).toHaveLength(before - after);
  });
});

describe('a board that shows none', () => {
  it.each([1, 9, 10, 50])('of %i closes nobody until three sweeps over 24 hours show none', (size) => {
    const board = boardOfExactly(...many(size));
    for (const hours of [12, 24]) {
      expect(board.sweep([], hours)).toMatchObject({
        closed: [],
        board: { outcome: 'collapsed', lastGoodCount: size },
      });
    }
    expect([...board.known.values()].every(({ status }) => status === 'open')).toBe(true);
    expect(board.sweep([], 36).closed).toHaveLength(size);
    expect(board.known.get('p0')).toMatchObject({ closedAt: atHour(12), lastSeenAt: atHour(0) });
    expect(board.sweep([], 48)).toMatchObject({ closed: [], board: { outcome: 'ok', lastGoodCount: 0 } });
  });

  it('once or twice, and then shows them all, was never empty', () => {
    const board = boardOfExactly(...many(9));
    for (const hours of [12, 24]) board.sweep([], hours);
    expect(board.sweep(many(9), 36)).toMatchObject({ closed: [], reopened: [] });
    for (const hours of [48, 60]) expect(board.sweep([], hours).closed).toEqual([]);
    expect(board.sweep([], 71).closed).toEqual([]);
  });

  it('three times within a day, by hand, closes nobody', () => {
    const board = boardOfExactly(...many(9));
    for (const hours of [12, 12.3, 12.6, 13, 18, 24, 35.9]) expect(board.sweep([], hours).closed).toEqual([]);
    expect(board.sweep([], 36).closed).toHaveLength(9);
  });

  it('and never showed one was never read, and says so', () => {
    const board = boardOfExactly();
    expect(board.board).toMatchObject({
      outcome: 'never_read',
      failures: 0,
      note: saying(/: its list is empty, .*check that the address/),
    });
    expect(board.sweep(NOT_MODIFIED, 12).board.outcome).toBe('never_read');
    expect(board.sweep(many(2), 24).board).toMatchObject({ outcome: 'ok', note: null });
    expect(board.sweep([], 36).board.outcome).toBe('collapsed');
  });
});
