import { firstRegionsOf } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import { calendarsOf } from './holiday-calendars.policy.js';

const certain = (region: string) => calendarsOf({ country: null, region }).certain;

describe('the calendar of a region', () => {
  it.each([
    ['DE-HH', 'DE.HH'],
    ['GB-LND', 'GB.ENG'],
    ['IT-TO', 'IT.21.TO'],
    ['IT-CN', 'IT.21'],
    ['CV-PR', 'CV.S.PR'],
    ['ES-TE', 'ES.AR'],
    ['ES-GC', 'ES.CN'],
    ['BE-VAN', 'BE.VLG'],
    ['MY-07', 'MY.07'],
    ['IN-TS', 'IN.TG'],
    ['RU-SE', 'RU.NO'],
    ['CN-TW', 'TW'],
    ['NL-BQ2', 'BQ.SA'],
  ])('%s is %s', (region, calendar) => {
    expect(certain(region)).toEqual([calendar]);
  });

  it('is two where two were made one', () => {
    expect(certain('IN-DH')).toEqual(['IN.DD', 'IN.DN']);
  });

  it.each(['FR-IDF', 'JP-13', 'CN-GD', 'AQ-XX'])(
    'is that of the country where the library knows none: %s',
    (region) => {
      expect(certain(region)).toEqual([region.slice(0, 2)]);
    },
  );

  it('is one that the library has', () => {
    const library = new Holidays();
    const countries = library.getCountries();
    const calendars = Object.keys(countries).flatMap(firstRegionsOf).flatMap(certain);
    const unknown = calendars.filter((calendar) => {
      const [country, state, part] = calendar.split('.') as [string, string?, string?];
      if (state === undefined) return !(country in countries);
      const states = library.getStates(country) ?? {};
      return !(state in states) || (part !== undefined && !(part in (library.getRegions(country, state) ?? {})));
    });
    expect(unknown).toEqual([]);
  });
});

describe('the calendars of a country', () => {
  it('are its own, and each of its regions once', () => {
    const one = { 'GB.ENG': 1, 'GB.NIR': 1, 'GB.SCT': 1, 'GB.WLS': 1 };
    const { certain: own, regional } = calendarsOf({ country: 'GB' });
    expect([own, Object.fromEntries(regional)]).toEqual([['GB'], one]);
  });

  it('count for each region of which the library says nothing', () => {
    expect(calendarsOf({ country: 'PE' }).regional).toEqual(
      new Map([
        ['PE', 25],
        ['PE.CUS', 1],
      ]),
    );
  });

  it('are its own alone where the library knows no regions, and none where there is no country', () => {
    expect(calendarsOf({ country: 'JP' })).toEqual({ certain: ['JP'], regional: new Map() });
    expect(calendarsOf({ country: null })).toEqual({ certain: [], regional: new Map() });
  });
});
