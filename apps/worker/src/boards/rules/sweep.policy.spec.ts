import { describe, expect, it } from '@jest/globals';
import { ad, atHour, listing, SweptBoard } from '../../../../../tests/support/swept-board.js';
import type { Reading } from './posting.js';

const A = ad('a');
const B = ad('b');
const NOT_MODIFIED: Reading = { outcome: 'not_modified' };
const FAILED: Reading = { outcome: 'failed', why: 'it answered 503', retryAfterSeconds: null };
const GONE: Reading = { outcome: 'board_gone', why: 'it answered 404' };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const many = (count: number, prefix = 'p') => Array.from({ length: count }, (_, place) => ad(`${prefix}${place}`));
const truncated = (...postings: ReturnType<typeof ad>[]): Reading => ({
  outcome: 'truncated',
  postings,
  why: 'page 2',
});

function boardWith(...postings: ReturnType<typeof ad>[]): SweptBoard {
  const board = SweptBoard.large();
  board.sweep(postings, 0);
  return board;
}

function boardOfExactly(...postings: ReturnType<typeof ad>[]): SweptBoard {
  const board = new SweptBoard();
  board.sweep(postings, 0);
  return board;
}

describe('absence', () => {
  it('once is missing, twice is closed, dated from the first', () => {
    const board = boardWith(A, B);
    expect(board.sweep([B], 12).closed).toEqual([]);
    expect(board.known.get('a')).toMatchObject({ status: 'missing', missingSince: atHour(12), lastSeenAt: atHour(0) });
    expect(ids(board.sweep([B], 24).closed)).toEqual(['a']);
    expect(board.known.get('a')).toMatchObject({ status: 'closed', closedAt: atHour(12), lastSeenAt: atHour(0) });
  });

  it('is over when the posting is seen between: there is nothing to tell', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    expect(board.sweep([A, B], 24)).toMatchObject({ closed: [], reopened: [] });
    expect(board.sweep([B], 36).closed).toEqual([]);
    expect(board.known.get('a')).toMatchObject({ status: 'missing', misses: 1 });
  });

  it.each<[string, Reading]>([
    ['failed', FAILED],
    ['board_gone', GONE],
    ['truncated', truncated(B)],
  ])('in a sweep that ended as %s counts for nothing', (outcome, reading) => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    for (const hours of [24, 36, 48]) expect(board.sweep(reading, hours).closed).toEqual([]);
    expect(board.board.outcome).toBe(outcome);
    expect(board.known.get('a')).toMatchObject({ status: 'missing', misses: 1 });
    expect(ids(board.sweep([B], 60).closed)).toEqual(['a']);
    expect(board.known.get('a')?.closedAt).toEqual(atHour(12));
  });

  it('counts again when the server says that its list has not changed', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    expect(ids(board.sweep(NOT_MODIFIED, 24).closed)).toEqual(['a']);
    expect(board.status('b')).toBe('open');
  });

  it('an unchanged list closes nobody who was in it', () => {
    const board = boardWith(A, B);
    for (const hours of [12, 24, 36]) expect(board.sweep(NOT_MODIFIED, hours).changes.size).toBe(0);
    board.sweep([B], 48);
    expect(board.known.get('a')?.lastSeenAt).toEqual(atHour(36));
  });
});

describe('what is written', () => {
  it('nothing for a posting that is as it was, in whatever order', () => {
    const board = boardWith(A, ad('c', { locations: ['Berlin', 'Paris'] }));
    expect(board.sweep([ad('c', { locations: ['Paris', 'Berlin'] }), A], 12).changes.size).toBe(0);
  });

  it('an edited ad', () => {
    const board = boardWith(A, B);
    expect([...board.sweep([ad('a', { title: 'Architect' }), B], 12).changes.keys()]).toEqual(['a']);
    expect(board.known.get('a')).toMatchObject({ title: 'Architect', firstSeenAt: atHour(0) });
  });

  it('one row for an id that stands there twice, the same one whatever their order', () => {
    const twice = [ad('a', { title: 'One' }), ad('a', { title: 'Two' })];
    expect(boardWith(...twice).known).toEqual(boardWith(...twice.toReversed()).known);
  });

  it('a new posting, also from a part of the list', () => {
    const board = boardWith(A);
    board.sweep(truncated(B), 12);
    expect(board.known.get('b')).toMatchObject({ status: 'open', firstSeenAt: atHour(12) });
  });
});

describe('a closed posting that is seen', () => {
  it.each<[string, Reading]>([
    ['a whole list', listing([A, B])],
    ['a part of one', truncated(A)],
  ])('in %s has reopened, with its evidence', (_, reading) => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    board.sweep([B], 24);
    const { reopened } = board.sweep(reading, 12 + 24 * 40);
    expect(reopened).toMatchObject([
      {
        closedAt: atHour(12),
        toldBefore: false,
        evidence: {
          grade: 'same_posting',
          matched: ['posting_id'],
          score: 1,
          previousPostingId: 'a',
          postingId: 'a',
          url: A.url,
          lastSeenAt: atHour(0),
          firstSeenAt: atHour(12 + 24 * 40),
          daysAbsent: 40,
        },
      },
    ]);
    expect(board.known.get('a')).toMatchObject({ status: 'open', closedAt: null, missingSince: null, misses: 0 });
  });
});

describe('a board that loses more than half of its postings', () => {
  it('closes nobody until three sweeps of one size, 24 hours apart in all, agree', () => {
    const board = boardOfExactly(...many(10));
    const left = many(4);
    for (const hours of [12, 24]) expect(board.sweep(left, hours).closed).toEqual([]);
    expect(board.board).toMatchObject({ outcome: 'collapsed', lastGoodCount: 10 });
    expect(board.board.note).toContain('4 postings where there were 10');
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
      note: expect.stringMatching(/check that the address/),
    });
    expect(board.sweep(NOT_MODIFIED, 12).board.outcome).toBe('never_read');
    expect(board.sweep(many(2), 24).board).toMatchObject({ outcome: 'ok', note: null });
    expect(board.sweep([], 36).board.outcome).toBe('collapsed');
  });
});

describe('a page', () => {
  const NOTHING: Reading = { outcome: 'failed', why: 'it shows nothing', retryAfterSeconds: null, showsNothing: true };

  it('that never showed a posting was never read, and is asked more and more rarely', () => {
    const page = new SweptBoard(true);
    page.sweep(NOTHING, 0);
    page.sweep(NOTHING, 12);
    expect(page.board).toMatchObject({
      outcome: 'never_read',
      failures: 2,
      note: expect.stringContaining('it shows nothing'),
    });
    page.sweep(FAILED, 36);
    expect(page.board.outcome).toBe('failed');
  });

  it('that showed one before has failed, and closes nobody', () => {
    const page = new SweptBoard(true);
    page.sweep([A], 0);
    for (const hours of [12, 24, 36, 48]) expect(page.sweep(NOTHING, hours)).toMatchObject({ closed: [] });
    expect(page.board).toMatchObject({ outcome: 'failed', failures: 4 });
    expect(page.status('a')).toBe('open');
  });

  it('of one posting that says it is closed closes it the second time', () => {
    const page = new SweptBoard(true);
    page.sweep([A], 0);
    expect(page.sweep([], 12).closed).toEqual([]);
    expect(page.sweep([], 17).closed).toEqual([]);
    expect(ids(page.sweep([], 18).closed)).toEqual(['a']);
  });

  it('of several that shows none is an empty list', () => {
    const page = new SweptBoard(true);
    page.sweep([A, B], 0);
    for (const hours of [12, 24]) expect(page.sweep([], hours).closed).toEqual([]);
    expect(ids(page.sweep([], 36).closed)).toEqual(['a', 'b']);
  });
});

describe('absences', () => {
  it('count when they are six hours apart', () => {
    const board = boardWith(A, B);
    for (const hours of [12, 12.1, 13, 17.9]) expect(board.sweep([B], hours).closed).toEqual([]);
    expect(board.known.get('a')).toMatchObject({ status: 'missing', misses: 1, missingSince: atHour(12) });
    expect(ids(board.sweep([B], 18).closed)).toEqual(['a']);
  });

  it('three of them close on a board of fewer than ten', () => {
    const board = boardOfExactly(A, B);
    for (const hours of [12, 24]) expect(board.sweep([B], hours).closed).toEqual([]);
    expect(ids(board.sweep([B], 36).closed)).toEqual(['a']);
    expect(board.known.get('a')).toMatchObject({ closedAt: atHour(12) });
  });

  it('that an earlier version counted go on', () => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    board.known.set('a', { ...board.known.get('a')!, missedAt: null });
    expect(board.sweep([B], 17).closed).toEqual([]);
    expect(ids(board.sweep([B], 18).closed)).toEqual(['a']);
  });
});

describe('a board that cannot be read', () => {
  it('says so, since when and how often, until it answers', () => {
    const board = boardWith(A);
    board.sweep(FAILED, 12);
    board.sweep(GONE, 24);
    expect(board.board).toMatchObject({ outcome: 'board_gone', failures: 2, failingSince: atHour(12) });
    expect(board.board).toMatchObject({ goneSince: atHour(24), goneToldAt: null });
    expect(board.board.note).toMatch(/^Is not there any more 2 times in a row since .*: it answered 404\. Nothing/);
    board.sweep([A], 36);
    expect(board.board).toMatchObject({ outcome: 'ok', failures: 0, failingSince: null, note: null });
  });
});

describe('a board that is gone', () => {
  it('for 30 days is told of once, closes nobody, and may come back', () => {
    const board = boardWith(A, B);
    for (const day of [1, 2, 30.9]) {
      board.sweep(GONE, 24 * day);
      expect(board.board.goneToldAt).toBeNull();
    }
    board.sweep(FAILED, 24 * 31);
    expect(board.board).toMatchObject({ goneSince: atHour(24), goneToldAt: null });
    for (const day of [32, 33]) board.sweep(GONE, 24 * day);
    expect(board.board).toMatchObject({ goneSince: atHour(24), goneToldAt: atHour(24 * 32) });
    expect(board.status('a')).toBe('open');
    board.sweep([A, B], 24 * 34);
    expect(board.board).toMatchObject({ goneSince: null, goneToldAt: null });
  });

  it('is not one that only failed', () => {
    const board = boardWith(A);
    for (const day of [1, 29, 40]) board.sweep(FAILED, 24 * day);
    board.sweep(GONE, 24 * 41);
    expect(board.board).toMatchObject({ goneSince: atHour(24 * 41), goneToldAt: null });
  });
});

describe('a sweep that was there already', () => {
  it.each([
    ['the same', 12],
    ['an older one', 6],
  ])('%s changes nothing', (_, hours) => {
    const board = boardWith(A, B);
    board.sweep([B], 12);
    const before = board.board;
    expect(board.sweep([B], hours)).toMatchObject({ closed: [], reopened: [], changes: new Map() });
    expect(board.board).toBe(before);
  });
});

it('"not modified" before any list says nothing', () => {
  const board = new SweptBoard();
  board.sweep(NOT_MODIFIED, 0);
  expect(board.board).toMatchObject({ baselineAt: null, listedAt: null, lastGoodCount: null });
});
