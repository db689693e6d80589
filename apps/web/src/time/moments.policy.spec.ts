import { describe, expect, it, jest } from '@jest/globals';
import { cityOf, day, dayAndTime, dayAtLength, minuteOfDay, time } from './moments.policy.js';
import { readerOf } from './reader.policy.js';

const now = new Date('2026-12-01T06:12:00Z');
const at = new Date('2026-12-03T09:14:00Z');
/** As browsers have it that know names, and nothing of clocks and weeks. */
function regionless(tag: string) {
  const [language, region] = tag.split('-');
  return { language, region, toString: () => tag };
}
const placeOf = (language: string, timezone: string) => ({ timezone, reader: readerOf([language]), now });

describe('a moment in words', () => {
  it.each([
    ['en-GB', 'Europe/Berlin', 'Thu 3 Dec, 10:14'],
    ['en-US', 'America/New_York', 'Thu Dec 3, 4:14 AM'],
    ['uk-UA', 'Europe/Kyiv', 'Thu 3 Dec, 11:14'],
    ['de', 'Europe/Berlin', 'Thu 3 Dec, 10:14'],
    ['es-MX', 'America/Mexico_City', 'Thu 3 Dec, 3:14 am'],
  ])('%s in %s: %s', (language, timezone, words) => {
    expect(dayAndTime(at, placeOf(language, timezone)).replaceAll(/\s/gu, ' ')).toBe(words);
  });

  it('names the year where it is another one', () => {
    expect(day(new Date('2027-03-01T09:00:00Z'), placeOf('en-GB', 'Europe/Berlin'))).toBe('Mon 1 Mar 2027');
  });

  it('is of the day that it is there', () => {
    const lateInTheEvening = new Date('2026-12-31T23:30:00Z');
    expect(day(lateInTheEvening, placeOf('en-GB', 'Europe/Kyiv'))).toBe('Fri 1 Jan 2027');
    expect(day(lateInTheEvening, placeOf('en-GB', 'America/New_York'))).toBe('Thu 31 Dec');
  });

  it('opens a page at length', () => {
    expect(dayAtLength(now, placeOf('en-GB', 'Europe/Kyiv'))).toBe('Tuesday 1 December');
  });

  it('counts minutes on the clock of the zone', () => {
    expect(minuteOfDay(at, 'Asia/Kolkata')).toBe(14 * 60 + 44);
    expect(minuteOfDay(new Date('2026-12-03T00:00:00Z'), 'UTC')).toBe(0);
  });

  it.each([
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
  ])('calls %s %s', (timezone, city) => expect(cityOf(timezone)).toBe(city));
});

describe('the reader', () => {
  it.each([
    ['en-US', { locale: 'en-US', hourCycle: 'h12', firstDayOfWeek: 7 }],
    ['uk', { locale: 'en-GB', hourCycle: 'h23', firstDayOfWeek: 1 }],
    ['en-GB', { locale: 'en-GB', hourCycle: 'h23', firstDayOfWeek: 1 }],
  ])('of %s', (language, reader) => expect(readerOf([language])).toEqual(reader));

  it.each([
    ['en-US', { locale: 'en-US', hourCycle: 'h12', firstDayOfWeek: 7 }],
    ['pt-BR', { locale: 'en-GB', hourCycle: 'h23', firstDayOfWeek: 7 }],
    ['de-AT', { locale: 'en-GB', hourCycle: 'h23', firstDayOfWeek: 1 }],
    ['en-AU', { locale: 'en-AU', hourCycle: 'h12', firstDayOfWeek: 1 }],
  ])('of %s, where a browser knows nothing of regions', (language, reader) => {
    const ask = jest
      .spyOn(Intl, 'Locale')
      .mockImplementation((tag) => ({ maximize: () => regionless(String(tag)) }) as unknown as Intl.Locale);
    expect(readerOf([language])).toEqual(reader);
    ask.mockRestore();
  });

  it('of a browser that says nothing', () => {
    expect(readerOf([])).toEqual({ locale: 'en-GB', hourCycle: 'h23', firstDayOfWeek: 1 });
  });

  it('says the time with one space, which does not break', () => {
    expect(time(at, placeOf('en-US', 'UTC'))).toMatch(/^9:14\sAM$/u);
  });
});

it('makes no format of its own for each moment', () => {
  const make = jest.spyOn(Intl, 'DateTimeFormat');
  for (let hour = 0; hour < 100; hour += 1)
    dayAndTime(new Date(now.getTime() + hour * 3_600_000), placeOf('en-GB', 'Asia/Tokyo'));
  expect(make.mock.calls.length).toBeLessThan(10);
  make.mockRestore();
});
