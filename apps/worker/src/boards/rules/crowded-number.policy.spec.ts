/** A number of a job that stands on thousands of ads: whoever decides about them decides for everybody. */
import { expect, it } from '@jest/globals';
import { ad, SweptBoard } from '../../../../../tests/support/swept-board.js';

const numbered = (ads: number, prefix: string, title: string) =>
  Array.from({ length: ads }, (_, place) =>
    ad(`${prefix}${place}`, { title, jobIds: ['requisition:R-1'], locations: [], department: null }),
  );

/** All of them leave, as many come under another title, and the first count as closed. */
function replaced(ads: number) {
  const board = new SweptBoard();
  const after = numbered(ads, 'new', 'Junior Cook');
  board.sweep(numbered(ads, 'old', 'Senior Truck Driver'), 0);
  board.sweep(after, 12);
  const closing = ads < 10 ? [24, 36] : [24];
  return closing.map((hours) => board.sweep(after, hours)).at(-1)!;
}

it('relates the ads of one number to one another', () => {
  const { closed, similar } = replaced(3);
  expect(closed).toHaveLength(3);
  expect(similar[0]?.evidence).toMatchObject({ grade: 'related_role', matched: ['requisition:r-1'] });
});

it('says nothing once too many have it, and holds nobody up', () => {
  const { closed, reopened, similar } = replaced(3_000);
  expect(closed).toHaveLength(3_000);
  expect([...reopened, ...similar]).toEqual([]);
}, 60_000);
