import { because, ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { saying } from '../../../../../tests/support/sentences.js';
import { ad, atHour, listing, SweptBoard } from '../../../../../tests/support/swept-board.js';
import type { Reading } from './posting.js';

const A = ad('a');
const B = ad('b');
const NOT_MODIFIED: Reading = { outcome: 'not_modified' };
const FAILED: Reading = { outcome: 'failed', why: ofBoard('answered', { status: 503 }), retryAfterSeconds: null };
const GONE: Reading = { outcome: 'board_gone', why: ofBoard('answered', { status: 404 }) };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const truncated = (...postings: ReturnType<typeof ad>[]): Reading => ({
  outcome: 'truncated',
  postings,
  why: ofBoard('page_repeated'),
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

describe('a page', () => {
  const why = ofBoard('not_said_to_be_gone');
  const NOTHING: Reading = { outcome: 'failed', why, retryAfterSeconds: null, showsNothing: true };

  it('that never showed a posting was never read, and is asked more and more rarely', () => {
    const page = new SweptBoard(true);
    page.sweep(NOTHING, 0);
    page.sweep(NOTHING, 12);
    expect(page.board).toMatchObject({
      outcome: 'never_read',
      failures: 2,
      note: because(ofBoard('never_read'), why),
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
    expect(board.board.note).toEqual(
      saying(
        /^Is not there any more 2 times in a row since \S+Z: it answered 404\. Nothing counts as closed; asked again at \S+Z\.$/,
      ),
    );
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
