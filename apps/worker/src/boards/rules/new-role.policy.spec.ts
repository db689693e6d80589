import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { ad, atHour, SweptBoard } from '../../../../../tests/support/swept-board.js';
import { newRoles, type NewRoleFound } from './new-role.policy.js';
import type { Posting, Reading } from './posting.js';

/** Sweeps a board every 12 hours and says what of it was new. */
class WatchedBoard {
  private readonly swept = new SweptBoard();
  private lastCompleteAt: Date | null = null;
  private hours = 0;

  shows(reading: Reading | readonly Posting[]): NewRoleFound[] {
    const { board: before } = this.swept;
    const known = new Map(this.swept.known);
    const { board: after, changes } = this.swept.sweep(reading, this.hours);
    const found = newRoles({ before, after, known, changes, lastCompleteAt: this.lastCompleteAt });
    if (after.outcome === 'ok' || after.outcome === 'not_modified') this.lastCompleteAt = atHour(this.hours);
    this.hours += 12;
    return found;
  }

  news(reading: Reading | readonly Posting[]): string[] {
    return this.shows(reading).map(({ id }) => id);
  }
}

const ads = (from: number, to: number, fields: (place: number) => Partial<Posting> = () => ({})) =>
  Array.from({ length: to - from }, (_, place) => ad(`${from + place}`, fields(from + place)));
const part = (postings: Posting[]): Reading => ({ outcome: 'truncated', postings, why: ofBoard('page_repeated') });

describe('new on a board', () => {
  it('is what it never showed before, told once', () => {
    const board = new WatchedBoard();
    expect(board.news(ads(0, 3))).toEqual([]);
    expect(board.news(ads(0, 5))).toEqual(['3', '4']);
    expect(board.news(ads(0, 5))).toEqual([]);
    expect(board.news({ outcome: 'not_modified' })).toEqual([]);
    expect(board.news(ads(0, 6))).toEqual(['5']);
  });

  it('is nothing of a first list, also when only a part of it could be read at first', () => {
    const board = new WatchedBoard();
    expect(board.news(part(ads(0, 3)))).toEqual([]);
    expect(board.news(ads(0, 500))).toEqual([]);
    expect(board.news(ads(0, 501))).toEqual(['500']);
  });

  it('is anything on a board that was empty', () => {
    const board = new WatchedBoard();
    expect(board.news([])).toEqual([]);
    expect(board.news(ads(0, 1))).toEqual(['0']);
  });

  it('that a list read in part shows first is told with the next whole one', () => {
    const board = new WatchedBoard();
    board.shows(ads(0, 4));
    expect(board.news(part(ads(2, 6)))).toEqual([]);
    expect(board.news(ads(0, 7))).toEqual(['4', '5', '6']);
    expect(board.news(ads(0, 7))).toEqual([]);
  });

  it('is not what flaps', () => {
    const board = new WatchedBoard();
    board.shows(ads(0, 3));
    expect(board.news(ads(0, 4))).toEqual(['3']);
    for (const to of [3, 4, 3, 3, 4]) expect(board.news(ads(0, to))).toEqual([]);
  });

  it('is what came and went and is there now', () => {
    const board = new WatchedBoard();
    board.shows(ads(0, 4));
    board.shows(part(ads(2, 6)));
    expect(board.news(ads(0, 5))).toEqual(['4']);
  });

  it('is nothing of a board that collapses and is filled again', () => {
    const board = new WatchedBoard();
    board.shows(ads(0, 500));
    for (let times = 0; times < 2; times += 1) expect(board.news(ads(0, 3))).toEqual([]);
    expect(board.news(ads(0, 500))).toEqual([]);
    expect(board.news(ads(0, 501))).toEqual(['500']);
  });

  it('is nothing of a board whose collapse was believed and that is filled again', () => {
    const board = new WatchedBoard();
    board.shows(ads(0, 500));
    for (let times = 0; times < 6; times += 1) expect(board.news(ads(0, 3))).toEqual([]);
    expect(board.news(ads(0, 500))).toEqual([]);
  });

  it('is nothing of a board that numbers its postings anew, but what came with that', () => {
    const board = new WatchedBoard();
    const titled = (place: number) => ({ title: `Engineer ${place % 500}` });
    board.shows(ads(0, 500, titled));
    const renumbered = ads(500, 1_000, titled);
    expect(board.news([...renumbered, ad('1000', { title: 'Cook' })])).toEqual(['1000']);
    expect(board.news([...renumbered, ad('1000', { title: 'Cook' })])).toEqual([]);
  });

  it('is nothing of a board that numbers its postings anew while it is believed to be broken', () => {
    const board = new WatchedBoard();
    const titled = (place: number) => ({ title: `Engineer ${place % 500}` });
    board.shows(ads(0, 500, titled));
    for (let times = 0; times < 6; times += 1) expect(board.news(ads(500, 600, titled))).toEqual([]);
  });

  it('is a second opening beside the first', () => {
    const board = new WatchedBoard();
    board.shows([ad('1', { title: 'Cook' })]);
    expect(board.news([ad('1', { title: 'Cook' }), ad('2', { title: 'Cook' })])).toEqual(['2']);
  });
});

describe('who hears of it in another way', () => {
  it('watches it, by the id of the feed or that of its address', () => {
    const board = new WatchedBoard();
    board.shows([ad('1')]);
    const url = 'https://job-boards.greenhouse.io/acme/jobs/4711';
    expect(board.shows([ad('1'), ad('gid-2', { url })])).toEqual([{ id: 'gid-2', watchedAs: ['gid-2', '4711'] }]);
  });

  it('watches one that closed and is like it', () => {
    const board = new WatchedBoard();
    const intern = (id: string, year: number) => ad(id, { title: `Software Intern, Summer ${year}` });
    board.shows([ad('1'), intern('2', 2025)]);
    board.shows([ad('1')]);
    board.shows([ad('1')]);
    expect(board.shows([ad('1'), intern('3', 2026)])).toEqual([{ id: '3', watchedAs: ['3', '2'] }]);
  });

  it('watches one that is only missing, and that it is like: it will be told once that closes', () => {
    const board = new WatchedBoard();
    const intern = (id: string, year: number) => ad(id, { title: `Software Intern, Summer ${year}` });
    board.shows([ad('1'), intern('2', 2025)]);
    expect(board.shows([ad('1'), intern('3', 2026)])).toEqual([{ id: '3', watchedAs: ['3', '2'] }]);
  });
});
