/** Real days of real regions, beside what the rest of the country has; with the law or the list that says so. */
import { describe, expect, it } from '@jest/globals';
import { isHoliday } from './holiday.policy.js';

const placeOf = (code: string, timezone: string | null = null) => {
  const region = code.includes('-') ? code : null;
  return { country: code.slice(0, 2), region, timezone };
};

describe('a day that is free in one region and not in another', () => {
  it.each([
    ['GB-SCT', 'GB-ENG', '2026-01-02', '2 January, Banking and Financial Dealings Act 1971, schedule 1'],
    ['GB-SCT', 'GB-WLS', '2026-11-30', "St Andrew's Day Bank Holiday (Scotland) Act 2007"],
    ['GB-NIR', 'GB-SCT', '2026-07-13', 'Battle of the Boyne on a Monday, gov.uk/bank-holidays'],
    ['GB-ENG', 'GB-SCT', '2026-08-31', 'Summer bank holiday, gov.uk/bank-holidays'],
    ['GB-SCT', 'GB-ENG', '2026-08-03', 'Summer bank holiday of Scotland, gov.uk/bank-holidays'],
    [
      'GB-LND',
      'GB-EDH',
      '2026-04-06',
      'Easter Monday in the City of London and not in Edinburgh, gov.uk/bank-holidays',
    ],
    ['DE-BW', 'DE-HE', '2026-01-06', 'Heilige Drei Könige, FTG Baden-Württemberg § 1'],
    ['DE-BE', 'DE-BB', '2027-03-08', 'Frauentag, Feiertagsgesetz Berlin § 1'],
    ['DE-TH', 'DE-SN', '2027-09-20', 'Weltkindertag, Thüringer Feiertagsgesetz § 2'],
    ['DE-SN', 'DE-ST', '2026-11-18', 'Buß- und Bettag, SächsSFG § 1'],
    ['DE-BY', 'DE-BW', '2028-08-15', 'Mariä Himmelfahrt, BayFTG Art. 1'],
    ['CH-ZH', 'CH-BE', '2026-05-01', 'Tag der Arbeit, RLG Zürich § 1'],
    ['CH-TI', 'CH-GE', '2026-03-19', 'San Giuseppe, Legge sui giorni festivi'],
    ['CH-GE', 'CH-VD', '2026-09-10', 'Jeûne genevois, LJF Genève'],
    ['CA-ON', 'CA-QC', '2026-02-16', 'Family Day, Employment Standards Act 2000'],
    ['CA-QC', 'CA-ON', '2026-06-24', 'Fête nationale, Loi sur la fête nationale'],
    ['CA-BC', 'CA-QC', '2026-08-03', 'B.C. Day, Employment Standards Act'],
    ['AU-VIC', 'AU-NSW', '2026-11-03', 'Melbourne Cup, Public Holidays Act 1993'],
    ['AU-WA', 'AU-SA', '2026-06-01', 'Western Australia Day, Public and Bank Holidays Act 1972'],
    ['AU-QLD', 'AU-WA', '2026-10-05', "King's Birthday in October, Holidays Act 1983"],
    ['AU-ACT', 'AU-NSW', '2026-06-01', 'Reconciliation Day, Holidays Act 1958'],
    ['US-MA', 'US-NY', '2026-04-20', "Patriots' Day, M.G.L. chapter 4 section 7"],
    ['US-HI', 'US-CA', '2026-06-11', 'Kamehameha Day, HRS section 8-1'],
    ['US-UT', 'US-NV', '2026-07-24', 'Pioneer Day, Utah Code 63G-1-301'],
    ['US-PR', 'US-FL', '2026-01-06', 'Día de Reyes: the library has Puerto Rico as a country'],
    ['ES-CT', 'ES-MD', '2026-09-11', 'Diada, Llei 1/1980'],
    ['ES-B', 'ES-M', '2026-09-11', 'Diada in the province of Barcelona'],
    ['FR-67', 'FR-75C', '2026-04-03', 'Vendredi saint, Code du travail L3134-13'],
    ['FR-6AE', 'FR-IDF', '2026-12-26', 'Saint-Étienne, Code du travail L3134-13'],
    ['FR-974', 'FR-971', '2027-12-20', "Abolition de l'esclavage, Code du travail L3422-2"],
    ['IT-RM', 'IT-MI', '2026-06-29', 'Santi Pietro e Paolo, patrons of Rome'],
    ['IT-MI', 'IT-TO', '2026-12-07', "Sant'Ambrogio, patron of Milan"],
    ['IT-BZ', 'IT-TN', '2026-05-25', 'Pfingstmontag: South Tyrol, not the rest of the region'],
    ['NZ-AUK', 'NZ-OTA', '2026-01-26', 'Auckland Anniversary, Holidays Act 2003 section 44'],
    ['BR-SP', 'BR-RJ', '2026-07-09', 'Revolução Constitucionalista, Lei estadual 9.497/1997'],
    ['IN-GA', 'IN-KL', '2028-12-19', 'Goa Liberation Day'],
    ['CN-HK', 'CN-GD', '2026-07-01', 'HKSAR Establishment Day, General Holidays Ordinance (Cap. 149)'],
  ])('%s, not %s, on %s: %s', (there, elsewhere, date) => {
    expect(isHoliday(placeOf(there), date)).toBe(true);
    expect(isHoliday(placeOf(elsewhere), date)).toBe(false);
  });

  it('is known without the country, which the region names', () => {
    expect(isHoliday({ country: null, region: 'DE-BW' }, '2026-01-06')).toBe(true);
    expect(isHoliday({ country: null, region: 'DE-HE' }, '2026-10-03')).toBe(true);
  });

  it.each([
    ['US', 'Pacific/Honolulu', '2026-06-11', true, 'Kamehameha Day'],
    ['US', 'America/Anchorage', '2026-03-30', true, "Seward's Day, AS 44.12.010"],
    ['AU', 'Australia/Melbourne', '2026-11-03', true, 'Melbourne Cup'],
    ['AU', 'australia/victoria', '2026-11-03', true, 'the same by an old name in small letters'],
    ['AU', 'Australia/Brisbane', '2027-06-14', false, "most of Australia has the King's Birthday, Queensland later"],
    ['CA', 'America/Montreal', '2026-06-24', true, 'an old name that is a place in Quebec'],
    ['CA', 'America/Toronto', '2026-06-24', false, 'Ontario and Quebec share it, so what most of Canada has counts'],
    ['CA', 'America/Toronto', '2027-02-15', true, 'Family Day and its like in eight of thirteen'],
    ['ES', 'Atlantic/Canary', '2028-05-30', true, 'Día de Canarias'],
    ['NZ', 'Pacific/Chatham', '2026-11-30', true, 'Chatham Islands Anniversary'],
    ['BR', 'America/Bahia', '2026-07-02', true, 'Independência da Bahia'],
    ['GB', 'Europe/London', '2026-11-30', false, 'London is the zone of Scotland too'],
    ['NZ', 'Australia/Sydney', '2027-10-04', false, 'the zone of another country says nothing'],
  ])('in %s is known by the zone %s: %s, %j (%s)', (country, timezone, date, expected) => {
    expect(isHoliday({ country, timezone }, date)).toBe(expected);
  });

  it('by the region, whatever the zone', () => {
    expect(isHoliday(placeOf('AU-NSW', 'Australia/Melbourne'), '2026-11-03')).toBe(false);
    expect(isHoliday(placeOf('CA-QC', 'America/Toronto'), '2026-06-24')).toBe(true);
  });

  it('is free in no region for the zone alone: an unknown country has no holidays', () => {
    expect(isHoliday({ country: null, timezone: 'Australia/Sydney' }, '2026-12-25')).toBe(false);
  });
});

describe('where only the country is known', () => {
  it.each([
    ['GB', '2027-08-30', true, 'Summer bank holiday, in three of four nations'],
    ['GB', '2026-11-30', false, "St Andrew's Day, in one"],
    ['CA', '2027-10-11', true, 'Thanksgiving, in nine of thirteen'],
    ['AU', '2027-06-14', true, "King's Birthday, in six of eight"],
    ['AU', '2027-10-04', false, 'Labour Day, in four of eight: not more than half'],
    ['DE', '2028-10-31', true, 'Reformationstag, in nine of sixteen'],
    ['DE', '2027-01-06', false, 'Heilige Drei Könige, in three of sixteen'],
    ['CH', '2027-05-27', true, 'Fronleichnam, in fourteen of twenty-six'],
    ['CH', '2028-08-15', false, 'Mariä Himmelfahrt, in thirteen of twenty-six'],
    ['ES', '2027-03-25', true, 'Jueves Santo, in seventeen of nineteen'],
    ['FR', '2027-03-26', false, 'Vendredi saint, in most of the few that the library names'],
    ['PE', '2026-06-24', false, 'Inti Raymi, in the only region that the library names'],
    ['IT', '2026-06-24', false, 'San Giovanni, in Turin and Florence'],
  ])('a day in %s on %s: %j (%s)', (country, date, expected) => {
    expect(isHoliday({ country }, date)).toBe(expected);
  });

  it('a union of nations is as the country', () => {
    for (const region of ['GB-UKM', 'GB-GBN']) {
      expect(isHoliday({ country: 'GB', region }, '2027-08-30')).toBe(true);
      expect(isHoliday({ country: 'GB', region }, '2026-11-30')).toBe(false);
    }
  });
});

describe('the eve of a free day', () => {
  it.each([
    ['US', '2026-12-24', true],
    ['US', '2026-12-31', true],
    ['GB-SCT', '2026-12-31', true],
    ['IN', '2026-12-24', true],
    ['IN', '2026-12-31', false],
    ['SA', '2026-12-24', false],
    ['IL', '2026-12-31', false],
    ['US', '2026-12-23', false],
    ['US', '2026-11-25', false],
  ])('in %s on %s: %j', (code, date, expected) => {
    expect(isHoliday(placeOf(code), date)).toBe(expected);
  });
});

describe('a day that the library knows in no region (named in docs/decisions/0011-free-days.md)', () => {
  it.each([
    ['IN', '2027-10-29', 'Diwali'],
    ['IN-MH', '2027-10-29', 'Diwali'],
    ['IN-DL', '2027-10-29', 'Diwali'],
    ['AU-TAS', '2026-02-09', 'Royal Hobart Regatta, in the south of Tasmania'],
  ])('%s %s: %s', (code, date) => {
    expect(isHoliday(placeOf(code), date)).toBe(false);
  });
});
