import { describe, expect, it } from '@jest/globals';
import { axisOf, linesOf } from './axis.policy.js';

const range = {
  from: '2026-11-30T09:00:00.000Z',
  to: '2026-12-05T09:00:00.000Z',
  timezone: 'Europe/Berlin',
  openings: [{ start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T10:30:00.000Z' }],
  closedDays: [
    { date: '2026-12-05', name: null },
    { date: '2026-12-03', name: 'A holiday' },
  ],
};
const near = '2026-12-03T09:00:00.000Z';

describe('the axis of a plan', () => {
  it('has days from midnight to midnight there, and what is closed by name', () => {
    const { days } = axisOf(range, [near]);
    expect(days.map(({ at }) => at)).toEqual([
      '2026-11-30T09:00:00.000Z',
      '2026-11-30T23:00:00.000Z',
      '2026-12-01T23:00:00.000Z',
      '2026-12-02T23:00:00.000Z',
      '2026-12-03T23:00:00.000Z',
      '2026-12-04T23:00:00.000Z',
    ]);
    expect(days.filter(({ isClosed }) => isClosed).map(({ at, name }) => [at, name])).toEqual([
      ['2026-12-02T23:00:00.000Z', 'A holiday'],
      ['2026-12-04T23:00:00.000Z', null],
    ]);
    expect(days.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(1);
  });

  it('is all days where nothing lies further off', () => {
    const { daysEnd, placeOf } = axisOf(range, [near]);
    expect(daysEnd).toBe(1);
    expect([range.from, near, range.to].map(placeOf)).toEqual([0, 0.6, 1]);
  });

  it('puts months behind a break, the last of them at the end', () => {
    const [march, june] = ['2027-03-01T07:00:00.000Z', '2027-06-01T07:00:00.000Z'] as const;
    const { daysEnd, placeOf, later } = axisOf(range, [near, march, june]);
    const places = [near, march, june].map((at) => placeOf(at)!);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeCloseTo(0.6 * daysEnd);
    expect(places[1]).toBeGreaterThan(daysEnd);
    expect(places[2]).toBeCloseTo(0.98);
    expect(later.map(({ at, dated }) => [at, dated])).toEqual([
      [june, 'all'],
      [march, 'wide'],
    ]);
  });

  it('leaves out what was before, and keeps the mornings', () => {
    const { placeOf, mornings } = axisOf(range, [near]);
    expect(placeOf('2026-11-29T09:00:00.000Z')).toBeNull();
    expect(mornings[0]!.start).toBeCloseTo(23 / 120);
    expect(mornings[0]!.size).toBeCloseTo(2.5 / 120);
  });

  it('ends a morning where the days end', () => {
    const openings = [{ start: '2026-12-05T08:00:00.000Z', end: '2026-12-05T10:30:00.000Z' }];
    const [last] = axisOf({ ...range, openings }, [near]).mornings;
    expect(last!.start + last!.size).toBeCloseTo(1);
  });

  it('writes no more dates than can be read side by side', () => {
    const { days } = axisOf({ ...range, to: '2026-12-16T09:00:00.000Z' }, [near]);
    const dated = (where: string[]) => days.filter(({ dated }) => where.includes(dated)).length;
    expect(dated(['all'])).toBeLessThanOrEqual(4);
    expect(dated(['all', 'wide'])).toBeLessThanOrEqual(10);
    expect(dated(['all', 'wide'])).toBeGreaterThan(5);
  });

  it('has its days on a day that is an hour shorter', () => {
    const spring = { ...range, from: '2026-03-28T09:00:00.000Z', to: '2026-03-31T09:00:00.000Z' };
    const [, , monday] = axisOf(spring, []).days;
    expect(monday!.at).toBe('2026-03-29T22:00:00.000Z');
  });
});

it('marks that are close stand under each other', () => {
  expect(linesOf([0.2, 0.25, 0.28, 0.4, 0.42])).toEqual([0, 1, 2, 0, 1]);
  expect(linesOf([])).toEqual([]);
});
