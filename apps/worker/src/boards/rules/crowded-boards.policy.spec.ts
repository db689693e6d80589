/** A number or a title that stands on thousands of ads: whoever decides about them decides for everybody. */
import { describe, expect, it } from '@jest/globals';
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

interface Kind {
  places(at: number): string[];
  department?(at: number): string;
}

const titled = (ads: number, prefix: string, { places, department }: Kind) =>
  Array.from({ length: ads }, (_, at) =>
    ad(`${prefix}${at}`, {
      title: 'Cook',
      jobIds: [],
      locations: places(at),
      department: department ? `${prefix} ${department(at)}` : null,
    }),
  );

function followed(ads: number, kind: Kind, by: Kind) {
  const board = new SweptBoard();
  const after = titled(ads, 'new', by);
  board.sweep(titled(ads, 'old', kind), 0);
  board.sweep(after, 12);
  return board.sweep(after, 24);
}

it('a crowd at one of its places is beside a new ad, so it says nothing of the other place either', () => {
  const board = new SweptBoard();
  const crowd = titled(150, 'crowd', { places: () => ['remote'] });
  const after = [...crowd, ...titled(1, 'new', { places: () => ['Paris', 'remote'] })];
  board.sweep([...crowd, ...titled(1, 'old', { places: () => ['Paris'] })], 0);
  board.sweep(after, 12);
  const { closed, reopened } = board.sweep(after, 24);
  expect([closed.length, reopened.length]).toEqual([1, 0]);
});

describe('a title on thousands of ads', () => {
  const ADS = 4_000;
  const inTowns: Kind = { places: (at) => [`town ${at}`] };

  it('is matched by its place', () => {
    const { closed, reopened } = followed(ADS, inTowns, inTowns);
    expect([closed.length, reopened.length]).toEqual([ADS, ADS]);
  }, 60_000);

  it.each<[string, Kind]>([
    ['of one place and as many departments', { places: () => ['Paris'], department: (at) => `kitchen ${at}` }],
    ['without a place', { places: () => [] }],
    ['each of a place of its own and of one of all', { places: (at) => [`town ${at}`, 'remote'] }],
  ])(
    '%s says nothing, and holds nobody up',
    (_what, kind) => {
      const elsewhere: Kind = { ...kind, places: (at) => kind.places(at + ADS) };
      const { closed, reopened } = followed(ADS, kind, elsewhere);
      expect([closed.length, reopened.length]).toEqual([ADS, 0]);
    },
    60_000,
  );
});
