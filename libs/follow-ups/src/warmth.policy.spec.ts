import { describe, expect, it } from '@jest/globals';
import { nextOccasion, occasionAt, warmth } from './warmth.policy.js';

const timezone = 'Europe/Kyiv';
const lastTouchAt = new Date('2026-01-10T12:00Z');
const keepWarm = { after: ['P90D'], halfYear: 'P180D' };
const on = (day: string) => new Date(`${day}T12:00Z`);

function clock(changes: object = {}) {
  return { lastTouchAt, now: on('2026-01-11'), keepWarm, at: '08:00', timezone, cooldownUntil: null, ...changes };
}

describe('a contact', () => {
  it.each([
    ['warm', '2026-01-10'],
    ['warm', '2026-04-09'],
    ['cooling', '2026-04-10'],
    ['cooling', '2026-07-08'],
    ['cold', '2026-07-09'],
    ['cold', '2036-07-09'],
  ])('is %s on %s', (expected, day) => {
    expect(warmth(clock({ now: on(day) }))).toBe(expected);
  });
  it('is cold at the very moment of the half-year, warm no longer at that of the check-in', () => {
    expect(warmth(clock({ now: new Date('2026-07-09T11:00Z') }))).toBe('cold');
    expect(warmth(clock({ now: new Date('2026-07-09T10:59Z') }))).toBe('cooling');
    expect(warmth(clock({ now: new Date('2026-04-10T11:00Z') }))).toBe('cooling');
    expect(warmth(clock({ now: new Date('2026-04-10T10:59Z') }))).toBe('warm');
  });
  it('never touched is cold', () => {
    expect(warmth(clock({ lastTouchAt: null }))).toBe('cold');
  });
  it('cools from the first of several check-ins', () => {
    const often = { after: ['P90D', 'P30D'], halfYear: 'P180D' };
    expect(warmth(clock({ keepWarm: often, now: on('2026-02-08') }))).toBe('warm');
    expect(warmth(clock({ keepWarm: often, now: on('2026-02-09') }))).toBe('cooling');
  });
  it('without check-ins goes from warm to cold', () => {
    const never = { after: [], halfYear: 'P180D' };
    expect(warmth(clock({ keepWarm: never, now: on('2026-07-08') }))).toBe('warm');
    expect(warmth(clock({ keepWarm: never, now: on('2026-07-09') }))).toBe('cold');
  });
});

const none = new Set<number>();
const checkInAt = (at: ReturnType<typeof clock>) => nextOccasion('check_in', at, none)?.at ?? null;
const halfYearAt = (at: ReturnType<typeof clock>) => nextOccasion('half_year', at, none)?.at ?? null;

describe('the next check-in', () => {
  it('comes in the morning of its day', () => {
    expect(checkInAt(clock())).toEqual(new Date('2026-04-10T05:00Z'));
  });
  it('is the first one still ahead', () => {
    const often = { after: ['P30D', 'P90D'], halfYear: 'P180D' };
    expect(checkInAt(clock({ keepWarm: often }))).toEqual(new Date('2026-02-09T06:00Z'));
    expect(checkInAt(clock({ keepWarm: often, now: on('2026-02-10') }))).toEqual(new Date('2026-04-10T05:00Z'));
  });
  it('is none when all are past, or nothing ever happened', () => {
    expect(checkInAt(clock({ now: on('2026-04-10') }))).toBeNull();
    expect(checkInAt(clock({ lastTouchAt: null }))).toBeNull();
  });
});

describe('the half-year', () => {
  it('comes half a year after the last touch', () => {
    expect(halfYearAt(clock())).toEqual(new Date('2026-07-09T05:00Z'));
  });
  it('waits for the end of the cooldown', () => {
    expect(halfYearAt(clock({ cooldownUntil: on('2026-09-01') }))).toEqual(new Date('2026-09-02T05:00Z'));
    expect(halfYearAt(clock({ cooldownUntil: on('2026-05-01') }))).toEqual(new Date('2026-07-09T05:00Z'));
  });
  it('comes again every half-year', () => {
    expect(halfYearAt(clock({ now: on('2026-07-09') }))).toEqual(new Date('2027-01-05T06:00Z'));
    expect(halfYearAt(clock({ now: on('2028-01-01') }))).toEqual(new Date('2028-06-28T05:00Z'));
  });
  it('of seconds comes to the second', () => {
    const quick = { after: ['PT20S'], halfYear: 'PT40S' };
    expect(halfYearAt(clock({ keepWarm: quick, now: lastTouchAt }))).toEqual(new Date('2026-01-10T12:00:40Z'));
    const cooldownUntil = new Date('2026-01-10T12:00:50Z');
    expect(halfYearAt(clock({ keepWarm: quick, now: lastTouchAt, cooldownUntil }))).toEqual(cooldownUntil);
  });
  it('of no time does not repeat', () => {
    expect(halfYearAt(clock({ keepWarm: { after: [], halfYear: 'PT0S' } }))).toBeNull();
  });
});

describe('an occasion', () => {
  const often = { after: ['P90D', 'P30D'], halfYear: 'P180D' };

  it('that was ended by hand is left out, and the next one follows', () => {
    expect(nextOccasion('check_in', clock({ keepWarm: often }), new Set([1]))).toEqual({
      occasion: 2,
      at: new Date('2026-04-10T05:00Z'),
    });
    expect(nextOccasion('check_in', clock({ keepWarm: often }), new Set([1, 2]))).toBeNull();
    expect(nextOccasion('half_year', clock(), new Set([1, 2]))).toEqual({
      occasion: 3,
      at: new Date('2027-07-04T05:00Z'),
    });
  });
  it('keeps its number whatever the hour and the zone of the candidate are', () => {
    const elsewhere = clock({ keepWarm: often, at: '20:00', timezone: 'America/New_York' });
    expect(nextOccasion('check_in', elsewhere, new Set())?.occasion).toBe(1);
    expect(occasionAt('check_in', elsewhere, 1)).toEqual(new Date('2026-02-10T01:00Z'));
    expect(occasionAt('half_year', elsewhere, 2)).toEqual(new Date('2027-01-06T01:00Z'));
  });
  it('that the settings do not know any more is none', () => {
    expect(occasionAt('check_in', clock(), 2)).toBeNull();
  });
});
