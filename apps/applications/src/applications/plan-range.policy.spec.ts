import { describe, expect, it } from '@jest/globals';
import { planRange } from './plan-range.policy.js';

const now = new Date('2026-12-01T12:00:00Z');
const at = (day: string) => new Date(`${day}T09:00:00Z`);

describe('the range of a plan', () => {
  it.each([
    ['nothing ahead', [], '2026-12-03T12:00:00.000Z'],
    ['a letter in three days', [at('2026-12-04')], '2026-12-06T09:00:00.000Z'],
    ['a hello in March stands behind the break', [at('2026-12-04'), at('2027-03-01')], '2026-12-06T09:00:00.000Z'],
    ['what is overdue', [at('2026-11-20')], '2026-12-03T12:00:00.000Z'],
  ])('%s', (_, due, to) => {
    expect(planRange({}, due, now)).toEqual({ from: new Date('2026-11-30T12:00:00Z'), to: new Date(to) });
  });

  it('is what was asked for, and never longer than sixty days', () => {
    const asked = { from: at('2026-12-20'), to: at('2027-01-10') };
    expect(planRange(asked, [], now)).toEqual(asked);
    expect(planRange({ from: at('2026-10-01') }, [], now).to).toEqual(at('2026-11-30'));
    expect(planRange({ from: at('2027-02-01') }, [], now).to).toEqual(at('2027-02-03'));
  });

  it('is refused backwards, and beyond them', () => {
    expect(() => planRange({ from: at('2026-12-20'), to: at('2026-12-20') }, [], now)).toThrow(
      /^ends_before_it_begins/,
    );
    expect(() => planRange({ from: at('2026-12-20'), to: at('2027-02-19') }, [], now)).toThrow(
      /^range_too_long: {"days":60}/,
    );
  });
});
