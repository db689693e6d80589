import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { saying } from '../../../../../tests/support/sentences.js';
import { ad, atHour, SweptBoard } from '../../../../../tests/support/swept-board.js';
import type { Posting, Reading } from './posting.js';

const A = ad('a');
const B = ad('b');
const FAILED: Reading = { outcome: 'failed', why: ofBoard('answered', { status: 503 }), retryAfterSeconds: null };
const GONE: Reading = { outcome: 'board_gone', why: ofBoard('answered', { status: 404 }) };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('a page on the web that is gone', () => {
  const pageWith = (...postings: Posting[]) => {
    const page = new SweptBoard(true);
    page.sweep(postings, 0);
    return page;
  };
  const providersBoardWith = (...postings: Posting[]) => {
    const board = new SweptBoard();
    board.sweep(postings, 0);
    return board;
  };

  it('closes the posting that it held after two readings, dated from the first', () => {
    const page = pageWith(A);
    expect(page.sweep(GONE, 12).closed).toEqual([]);
    expect(page.known.get('a')).toMatchObject({ status: 'missing', lastSeenAt: atHour(0) });
    expect(page.board).toMatchObject({
      outcome: 'board_gone',
      note: saying(/^The page is not there: it answered 404\. /),
    });
    expect(ids(page.sweep(GONE, 24).closed)).toEqual(['a']);
    expect(page.known.get('a')).toMatchObject({ status: 'closed', closedAt: atHour(12) });
    expect(page.sweep(GONE, 36)).toMatchObject({ closed: [], changes: new Map() });
  });

  it('is asked again as if it had answered', () => {
    const [page, other] = [pageWith(A), pageWith(A)];
    page.sweep(FAILED, 12);
    page.sweep(GONE, 24);
    other.sweep([], 24);
    expect(page.board).toMatchObject({ failures: 0, failingSince: null, nextSweepAt: other.board.nextSweepAt });
  });

  it('that is back in between was never away, and later has reopened it', () => {
    const page = pageWith(A);
    page.sweep(GONE, 12);
    expect(page.sweep([A], 24)).toMatchObject({ closed: [], reopened: [] });
    for (const hours of [36, 48]) page.sweep(GONE, hours);
    expect(page.sweep([A], 72).reopened).toMatchObject([
      { closedAt: atHour(36), evidence: { grade: 'same_posting', daysAbsent: 1 } },
    ]);
  });

  it('and a page without the posting are one absence each', () => {
    const page = pageWith(A);
    page.sweep([], 12);
    page.sweep(FAILED, 24);
    expect(ids(page.sweep(GONE, 36).closed)).toEqual(['a']);
  });

  it('is told to everybody who watches it once two readings, hours apart, found its posting closed and it gone', () => {
    const page = pageWith(A);
    expect(page.sweep(GONE, 12).gonePosting).toBe(undefined);
    expect(page.sweep(GONE, 24)).toMatchObject({ gonePosting: { id: 'a', closedAt: atHour(12) } });
    expect(page.sweep(GONE, 36)).toMatchObject({ gonePosting: { id: 'a', closedAt: atHour(12) } });
    expect(page.board).toMatchObject({ goneSince: atHour(12), goneToldAt: atHour(24) });
    page.sweep([A], 48);
    expect(page.board).toMatchObject({ goneSince: null, goneToldAt: null });
  });

  it('is told of as well when the page itself had said before that its job is closed', () => {
    const page = pageWith(A);
    for (const hours of [12, 24]) expect(page.sweep([], hours).gonePosting).toBe(undefined);
    expect(page.sweep(GONE, 36).gonePosting).toBe(undefined);
    expect(page.sweep(GONE, 37).gonePosting).toBe(undefined);
    page.sweep(FAILED, 40);
    expect(page.sweep(GONE, 48)).toMatchObject({ gonePosting: { id: 'a', closedAt: atHour(12) }, closed: [] });
  });

  it('held one posting also when it was another before', () => {
    const page = pageWith(A);
    for (const hours of [12, 24]) page.sweep([B], hours);
    page.sweep(GONE, 36);
    expect(ids(page.sweep(GONE, 48).closed)).toEqual(['b']);
  });

  it('shows the same posting, whatever id its markup gives it', () => {
    const page = pageWith(A);
    for (const hours of [12, 24, 36]) {
      expect(page.sweep([{ ...B, title: A.title }], hours)).toMatchObject({ closed: [], reopened: [] });
    }
    expect([...page.known.keys()]).toEqual(['a']);
    for (const hours of [48, 60]) page.sweep(GONE, hours);
    expect(page.status('a')).toBe('closed');
  });

  it.each<[string, () => SweptBoard]>([
    ['shows several postings', () => pageWith(A, B)],
    [
      'once showed several',
      () => {
        const page = pageWith(A, B);
        for (const hours of [1, 2]) page.sweep([B], hours);
        return page;
      },
    ],
    [
      'showed two for a moment',
      () => {
        const page = pageWith(A);
        page.sweep([A, B], 1);
        for (const hours of [2, 3]) page.sweep([B], hours);
        return page;
      },
    ],
    ['never showed any', () => pageWith()],
    ['was never read', () => new SweptBoard(true)],
    ['is a board of a provider', () => providersBoardWith(A)],
  ])('closes nobody when it %s', (_, given) => {
    const page = given();
    const before = new Map(page.known);
    for (const hours of [12, 24, 36]) {
      const swept = page.sweep(GONE, hours);
      expect(swept.closed).toEqual([]);
      expect(swept.gonePosting).toBe(undefined);
    }
    expect(page.known).toEqual(before);
    expect(page.board).toMatchObject({ outcome: 'board_gone', failures: 3 });
  });
});
