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
  it('closes nobody until three equal sweeps, 24 hours apart in all, agree', () => {
    const board = boardWith(...many(10));
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
    const board = boardWith(...many(10));
    for (const hours of [1, 2, 3, 4, 24]) expect(board.sweep(many(4), hours).closed).toEqual([]);
    expect(board.sweep(many(4), 25).closed).toHaveLength(6);
  });

  it('waits for the third sweep, however long that takes', () => {
    const board = boardWith(...many(10));
    for (const hours of [12, 48]) expect(board.sweep(many(4), hours).closed).toEqual([]);
    expect(board.sweep(many(4), 72).closed).toHaveLength(6);
  });

  it('begins to count again when the size changes', () => {
    const board = boardWith(...many(10));
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
    const board = boardWith(...many(10));
    board.sweep(many(4), 12);
    board.sweep(NOT_MODIFIED, 24);
    expect(board.sweep(NOT_MODIFIED, 36).closed).toHaveLength(6);
  });

  it('comes back as if nothing had been', () => {
    const board = boardWith(...many(10));
    board.sweep([], 12);
    board.sweep([], 24);
    expect(board.sweep(many(10), 36)).toMatchObject({ closed: [], reopened: [] });
    expect(board.board).toMatchObject({ outcome: 'ok', collapse: null });
    expect(many(10).map(({ id }) => board.known.get(id)?.lastSeenAt)).toEqual(Array(10).fill(null));
  });

  it('one that was in one of the equal sweeps is only missing', () => {
    const board = boardWith(...many(10));
    board.sweep([...many(3), ad('p8')], 12);
    board.sweep(many(4), 24);
    const { closed } = board.sweep([...many(3), ad('p9')], 36);
    expect(ids(closed)).toEqual(['p4', 'p5', 'p6', 'p7']);
    expect(['p3', 'p8', 'p9'].map((id) => board.status(id))).toEqual(['missing', 'missing', 'open']);
  });

  it('sees the new postings meanwhile', () => {
    const board = boardWith(...many(10));
    board.sweep([ad('new')], 12);
    expect(board.status('new')).toBe('open');
  });

  it.each([
    ['half of them left', 10, 5],
    ['fewer than 10 to begin with', 9, 0],
  ])('is none with %s: two absences close', (_, before, after) => {
    const board = boardWith(...many(before));
    board.sweep(many(after), 12);
    expect(board.sweep(many(after), 24).closed).toHaveLength(before - after);
  });
});

describe('a board that cannot be read', () => {
  it('says so, since when and how often, until it answers', () => {
    const board = boardWith(A);
    board.sweep(FAILED, 12);
    board.sweep(GONE, 24);
    expect(board.board).toMatchObject({ outcome: 'board_gone', failures: 2, failingSince: atHour(12) });
    expect(board.board.note).toMatch(/^Is not there any more 2 times in a row since .*: it answered 404\. Nothing/);
    board.sweep([A], 36);
    expect(board.board).toMatchObject({ outcome: 'ok', failures: 0, failingSince: null, note: null });
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
