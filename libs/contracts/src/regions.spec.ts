import { describe, expect, it } from '@jest/globals';
import { ISO_3166_2 } from './iso-3166-2.js';
import { countryOfRegion, firstRegionsOf, isRegionOf, region, regionAndAround } from './regions.js';
import { country } from './shapes.js';

describe('a region', () => {
  it.each(['DE-BY', 'GB-ENG', 'GB-LND', 'CA-ON', 'US-CA', 'IT-21', 'FR-2A', 'IN-TS', 'ES-B', 'CN-HK', 'FR-69M'])(
    'is %s',
    (code) => {
      expect(region.safeParse(code).success).toBe(true);
    },
  );

  it.each([
    ['in small letters', 'de-by'],
    ['without its country', 'BY'],
    ['that is a country', 'DE'],
    ['of the holiday library, not of ISO', 'GB-ALD'],
    ['that ISO withdrew', 'IN-TG'],
    ['that is none', 'DE-XX'],
    ['of no country', 'XX-YY'],
    ['with something behind it', 'DE-BY '],
    ['with a bracket of the list', 'GB-ENG('],
    ['that every object has', 'constructor'],
    ['of nothing', ''],
  ])('is none %s: %j', (_what, code) => {
    expect(region.safeParse(code).success).toBe(false);
  });

  it('is a code of ISO 3166-2 by its form, of a country of ISO 3166-1, and named once', () => {
    const codes = Object.entries(ISO_3166_2).flatMap(([of, list]) => list.match(/[^() ]+/g)!.map((c) => `${of}-${c}`));
    expect(codes.filter((code) => !/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code))).toEqual([]);
    expect(codes.filter((code) => !region.safeParse(code).success)).toEqual([]);
    expect(codes.filter((code) => !country.safeParse(countryOfRegion(code)).success)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(5_000);
  });
});

describe('a region lies', () => {
  it.each([
    ['FR-67', ['FR-67', 'FR-6AE', 'FR-GES']],
    ['GB-LND', ['GB-LND', 'GB-ENG']],
    ['GB-ABE', ['GB-ABE', 'GB-SCT']],
    ['IT-TO', ['IT-TO', 'IT-21']],
    ['BE-VAN', ['BE-VAN', 'BE-VLG']],
    ['DE-BY', ['DE-BY']],
    ['DE-XX', []],
  ])('%s in %j', (code, places) => {
    expect(regionAndAround(code)).toEqual(places);
  });

  it.each([
    ['DE', 16],
    ['GB', 7],
    ['IT', 20],
    ['US', 57],
    ['AQ', 0],
  ])('in no other of the country: in %s %d', (of, count) => {
    expect(firstRegionsOf(of)).toHaveLength(count);
  });

  it.each([
    ['DE', 'DE-BY', true],
    ['AT', 'DE-BY', false],
    [null, 'DE-BY', true],
    ['DE', null, true],
    [undefined, undefined, true],
  ])('in the country %j: %j, %j', (of, code, expected) => {
    expect(isRegionOf(of, code)).toBe(expected);
  });
});

it.each(['UK', 'SU', 'AN', 'TP', 'IC', 'EU', 'XX', 'de', 'GBR'])('%s is no country of ISO 3166-1', (code) => {
  expect(country.safeParse(code).success).toBe(false);
});
