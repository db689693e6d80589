/** What holds for any board and any course of events. */
import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ad, listing, SweptBoard } from '../../../../../tests/support/swept-board.js';
import type { Posting, Reading, Whereabouts } from './posting.js';

const TITLES = ['Data Engineer', 'Engineer, Data (m/w/d)', 'Data Engineer 2026', 'Cook'];
const POOL = Array.from({ length: 14 }, (_, place) =>
  ad(`p${place}`, {
    title: TITLES[place % 4]!,
    locations: place % 3 === 0 ? ['Berlin', 'Paris'] : ['Berlin'],
    department: place % 5 === 0 ? null : 'Data',
    jobIds: place % 4 === 3 ? [`job:${place % 2}`] : [],
  }),
);

const postings = fc.subarray(POOL);
const reading: fc.Arbitrary<Reading> = fc.oneof(
  { weight: 8, arbitrary: postings.map((some) => listing(some)) },
  {
    weight: 1,
    arbitrary: postings.map((some): Reading => ({
      outcome: 'truncated',
      postings: some,
      why: ofBoard('page_repeated'),
    })),
  },
  fc.constantFrom<Reading>(
    { outcome: 'not_modified' },
    { outcome: 'failed', why: ofBoard('no_answer_in_time', { seconds: 30 }), retryAfterSeconds: 60 },
    { outcome: 'board_gone', why: ofBoard('answered', { status: 404 }) },
  ),
);
const course = fc.array(reading, { minLength: 3, maxLength: 14 });

function run(readings: Reading[]) {
  const board = new SweptBoard();
  return { board, sweeps: readings.map((each, place) => board.sweep(each, place * 12)) };
}

describe('on any board', () => {
  it('each close is told at most once as reopened, however the postings flap', () => {
    fc.assert(
      fc.property(course, (readings) => {
        const { sweeps } = run(readings);
        const told = sweeps
          .flatMap(({ reopened }) => reopened.filter(({ toldBefore }) => !toldBefore))
          .map(({ posting, closedAt }) => `${posting.id} ${closedAt.toISOString()}`);
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing reopens that was not told to be closed, and a new id had never stood in a list with the old one', () => {
    fc.assert(
      fc.property(course, (readings) => {
        const { sweeps } = run(readings);
        const closes = new Set<string>();
        for (const [place, { closed, reopened }] of sweeps.entries()) {
          for (const row of closed) closes.add(`${row.id} ${row.closedAt?.toISOString()}`);
          for (const { posting, closedAt, seenAs } of reopened) {
            expect(closes).toContain(`${posting.id} ${closedAt.toISOString()}`);
            const before = readings.slice(0, place + 1);
            const together = before.filter((each) => has(each, posting.id) && has(each, seenAs.id));
            if (posting.id !== seenAs.id) expect(together).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('only a believed list closes anybody', () => {
    fc.assert(
      fc.property(course, (readings) => {
        const board = new SweptBoard();
        for (const [place, each] of readings.entries()) {
          const { closed } = board.sweep(each, place * 12);
          if (board.board.outcome !== 'ok' && board.board.outcome !== 'not_modified') expect(closed).toEqual([]);
        }
      }),
    );
  });

  it('a part of a list closes only who is said to be gone, and nobody closes who is said to be open', () => {
    const whereabouts = fc.constantFrom<Whereabouts>('open', 'gone', 'unknown');
    const lookedUp = fc.dictionary(fc.constantFrom(...POOL.map(({ id }) => id)), whereabouts);
    fc.assert(
      fc.property(fc.array(fc.tuple(reading, lookedUp), { minLength: 3, maxLength: 14 }), (sweeps) => {
        const board = new SweptBoard();
        for (const [place, [each, said]] of sweeps.entries()) {
          const { closed } = board.sweep(each, place * 12, said);
          const answers = closed.map(({ id }) => said[id]);
          expect(answers).not.toContain('open');
          if (each.outcome === 'truncated') expect(answers).toEqual(answers.map(() => 'gone'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order of a list is nothing', () => {
    fc.assert(
      fc.property(course, (readings) => {
        const turned = readings.map((each) =>
          'postings' in each ? { ...each, postings: each.postings.toReversed() } : each,
        );
        const plain = (sweeps: ReturnType<typeof run>['sweeps']) =>
          sweeps.map(({ board, closed, reopened, similar }) => ({ board, closed, reopened, similar }));
        expect(plain(run(turned).sweeps)).toEqual(plain(run(readings).sweeps));
      }),
    );
  });

  it('a sweep that is taken twice is taken once', () => {
    fc.assert(
      fc.property(course, (readings) => {
        const board = new SweptBoard();
        for (const [place, each] of readings.entries()) {
          board.sweep(each, place * 12);
          const again = board.sweep(each, place * 12);
          expect([again.changes.size, again.closed, again.reopened, again.similar]).toEqual([0, [], [], []]);
        }
        expect(board.known).toEqual(run(readings).board.known);
      }),
    );
  });

  it('the rows that a sweep leaves alone are those that did not change', () => {
    fc.assert(
      fc.property(postings, (some: Posting[]) => {
        const board = new SweptBoard();
        board.sweep(some, 0);
        expect(board.sweep(some, 12).changes.size).toBe(0);
      }),
    );
  });
});

function has(each: Reading, id: string): boolean {
  return 'postings' in each && each.postings.some((posting) => posting.id === id);
}
