import { describe, expect, it } from '@jest/globals';
import { addDuration, dayBounds, isUnderAnHour, nextOccurrence } from './duration.policy.js';

describe('adding a duration', () => {
  it.each([
    ['a day is the same wall-clock time over a spring-forward', '2026-03-28T10:00Z', 'P1D', '2026-03-29T09:00Z'],
    ['a day is the same wall-clock time over an autumn change', '2026-10-24T09:00Z', 'P1D', '2026-10-25T10:00Z'],
    ['hours are hours over a change', '2026-03-28T10:00Z', 'PT24H', '2026-03-29T10:00Z'],
    ['a month ends with the month', '2026-01-31T08:00Z', 'P1M', '2026-02-28T08:00Z'],
    ['half a year of days', '2026-01-01T08:00Z', 'P180D', '2026-06-30T07:00Z'],
    ['a time the clocks skip moves past the gap', '2026-03-28T00:30Z', 'P1D', '2026-03-29T00:30Z'],
    ['date and time parts add up', '2026-03-28T10:00Z', 'P1DT1H30M', '2026-03-29T10:30Z'],
    ['no time', '2026-03-28T10:00Z', 'PT0S', '2026-03-28T10:00Z'],
  ])('%s', (_rule, at, duration, expected) => {
    expect(addDuration(new Date(at), duration, 'Europe/Kyiv')).toEqual(new Date(expected));
  });

  it('lands on the day after where a zone left a whole day out', () => {
    // 2011-12-29 12:00 in Apia; there was no 30th.
    expect(addDuration(new Date('2011-12-29T22:00Z'), 'P1D', 'Pacific/Apia')).toEqual(new Date('2011-12-30T22:00Z'));
  });
});

describe('under an hour', () => {
  it.each(['PT0S', 'P0D', 'PT1S', 'PT59M59S', 'PT3599S'])('%s is', (duration) => {
    expect(isUnderAnHour(duration)).toBe(true);
  });
  it.each(['PT1H', 'PT60M', 'PT3600S', 'P1D', 'P1M', 'P1Y', 'P1W'])('%s is not', (duration) => {
    expect(isUnderAnHour(duration)).toBe(false);
  });
});

const next = (...given: Parameters<typeof nextOccurrence>) => nextOccurrence(...given)?.at ?? null;

describe('the next occurrence', () => {
  const start = new Date('2026-01-31T08:00Z');

  it('is the start itself while that is ahead', () => {
    expect(next(start, 'P1M', new Date('2026-01-01T00:00Z'), 'UTC')).toEqual(start);
  });
  it('counts from the start, so months do not shrink on their way', () => {
    expect(next(start, 'P1M', new Date('2026-03-01T00:00Z'), 'UTC')).toEqual(new Date('2026-03-31T08:00Z'));
  });
  it('lies after now, never at now', () => {
    expect(next(start, 'P180D', start, 'UTC')).toEqual(new Date('2026-07-30T08:00Z'));
  });
  it('is found at once for a period of a second after ten years', () => {
    const now = new Date('2036-01-31T08:00:00.500Z');
    expect(next(start, 'PT1S', now, 'UTC')).toEqual(new Date('2036-01-31T08:00:01Z'));
  });
  it('waits out the longer day in autumn', () => {
    const now = new Date('2026-10-25T09:30Z');
    expect(next(new Date('2026-10-24T09:00Z'), 'P1D', now, 'Europe/Kyiv')).toEqual(new Date('2026-10-25T10:00Z'));
  });
  it('does not exist for a period of no time', () => {
    expect(next(start, 'PT0S', new Date('2026-03-01T00:00Z'), 'UTC')).toBeNull();
  });
  it.each(['P1D', 'P1W', 'P1M', 'P2M', 'P180D', 'P1Y', 'PT36H'])('of %s leaves none out', (every) => {
    const zone = 'America/New_York';
    let previous = start;
    for (let step = 1; step <= 40; step += 1) {
      const following = next(start, every, previous, zone);
      expect(following).not.toBeNull();
      expect(next(start, every, new Date(Number(following) - 1), zone)).toEqual(following);
      previous = following as Date;
    }
  });
});

describe('the bounds of a day', () => {
  it.each([
    ['an ordinary day', '2026-11-24T08:00Z', 'Europe/Kyiv', '2026-11-23T22:00Z', '2026-11-24T22:00Z'],
    ['a day of 23 hours', '2026-03-29T12:00Z', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z'],
    ['a day whose midnight is skipped', '2026-04-24T12:00Z', 'Africa/Cairo', '2026-04-23T22:00Z', '2026-04-24T21:00Z'],
    [
      'a day before one that the zone left out',
      '2011-12-30T08:00Z',
      'Pacific/Apia',
      '2011-12-29T10:00Z',
      '2011-12-30T10:00Z',
    ],
  ])('%s', (_, at, timezone, start, end) => {
    expect(dayBounds(new Date(at), timezone)).toEqual({ start: new Date(start), end: new Date(end) });
  });
});
