/** That more than half is more than half: counted again on the library itself, in the countries of which it has every region. */
import { countryOfRegion, firstRegionsOf, region as regionCode } from '@app/contracts';
import { describe, expect, it, jest } from '@jest/globals';
import Holidays from 'date-holidays';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isHoliday } from './holiday.policy.js';
import { regionOfZone, ZONES } from './zone-region.policy.js';

jest.setTimeout(60_000);

const COMPLETE = ['AT', 'AU', 'BA', 'BO', 'BQ', 'BR', 'CA', 'CH', 'DE', 'ES', 'GB', 'NZ', 'PK', 'SH', 'US'];
/** In the library a state of GB; it is none of the United Kingdom. */
const ELSEWHERE = 'ALD';

const calendar = (country: string, state?: string) =>
  new Holidays(country, state!, { types: ['public', 'bank'], timezone: 'UTC' });

function datesOf(source: Holidays, year: number): Set<string> {
  const around = [year - 1, year, year + 1].flatMap((y) => source.getHolidays(y));
  return new Set(
    around.flatMap(({ date, end }) => {
      const days: string[] = [];
      for (let at = Date.parse(date.slice(0, 10)); at < end.getTime(); at += 86_400_000) {
        days.push(new Date(at).toISOString().slice(0, 10));
      }
      return days;
    }),
  );
}

const daysOf = (year: number) => {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }).toString());
};
const isEve = (date: string) => /-12-(24|31)$/.test(date);

it('a day is free where the country is all that is known if the country or most of its regions have it free', () => {
  fc.assert(
    fc.property(fc.constantFrom(...COMPLETE), fc.integer({ min: 2024, max: 2036 }), (country, year) => {
      const states = Object.keys(calendar(country).getStates(country)).filter((state) => state !== ELSEWHERE);
      const national = datesOf(calendar(country), year);
      const regional = states.map((state) => datesOf(calendar(country, state), year));
      const days = daysOf(year).filter((date) => !isEve(date));
      const free = (date: string) =>
        national.has(date) || regional.filter((dates) => dates.has(date)).length > states.length / 2;
      expect(days.filter((date) => isHoliday({ country }, date))).toEqual(days.filter(free));
    }),
    { numRuns: 8 },
  );
});

const REGIONS = ['AU', 'BR', 'CA', 'CN', 'DE', 'ES', 'FR', 'GB', 'IN', 'IT', 'PT', 'US'].flatMap(firstRegionsOf);
const date = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

it('a region speaks for itself: neither the country beside it nor a zone changes what is free there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REGIONS),
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      date,
      (region, zone, day) => {
        const free = isHoliday({ country: null, region }, day);
        expect(isHoliday({ country: countryOfRegion(region), region, timezone: zone }, day)).toBe(free);
      },
    ),
  );
});

describe('a zone that means a region', () => {
  const named = Object.entries(ZONES).flatMap(([region, zones]) => zones.split(' ').map((zone) => ({ region, zone })));

  it('is a zone, and the region one of ISO', () => {
    const unknown = named.filter(
      ({ region, zone }) =>
        !regionCode.safeParse(region).success || !new Intl.DateTimeFormat('en', { timeZone: zone }).format(0),
    );
    expect(unknown).toEqual([]);
  });

  it('means one', () => {
    expect(new Set(named.map(({ zone }) => zone.toLowerCase())).size).toBe(named.length);
    for (const { region, zone } of named) expect(regionOfZone(zone, countryOfRegion(region))).toBe(region);
  });
});
