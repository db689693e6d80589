import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isHoliday } from './holiday.policy.js';

describe('a holiday', () => {
  it.each([
    ['DE', '2026-10-03', 'German Unity Day'],
    ['DE', '2026-12-24', 'a bank holiday from the afternoon on counts as a whole day'],
    ['US', '2026-07-03', 'Independence Day, observed on the Friday before'],
    ['US', '2021-12-31', "New Year's Day 2022, observed in the year before"],
    ['US', '2026-11-26', 'Thanksgiving'],
    ['GB', '2026-12-28', 'Boxing Day, substitute'],
    ['FR', '2026-07-14', 'Bastille Day'],
    ['UA', '2026-08-24', 'Independence Day'],
    ['UA', '2026-06-01', 'Trinity, moved to Monday'],
    ['JP', '2026-05-06', 'Constitution Day, substitute'],
    ['JP', '2026-12-31', 'bank holiday'],
    ['KR', '2026-09-24', 'Chuseok, first day'],
    ['KR', '2026-09-26', 'Chuseok, third day'],
    ['SA', '2026-03-22', 'the last day of Eid'],
    ['IN', '2026-01-26', 'Republic Day'],
    ['BR', '2026-11-20', 'Dia da Consciência Negra'],
    ['SZ', '2027-01-02', 'a holiday that runs over New Year'],
  ])('%s %s: %s', (country, date) => {
    expect(isHoliday({ country }, date)).toBe(true);
  });

  it.each([
    ['DE', '2026-10-02'],
    ['DE', '2026-10-04'],
    ['GB', '2026-07-14'],
    ['US', '2026-11-25'],
    ['US', '2026-11-27'],
    ['BR', '2026-11-21'],
    ['JP', '2026-05-07'],
    ['US', '2026-02-14'], // an observance, not a day off
    ['DE', '2026-01-06'], // only in some states
    ['KR', '2026-09-27'],
    ['SA', '2026-03-18'], // the evening on which Eid begins
    ['SA', '2026-03-23'],
    ['NZ', '2026-02-05'],
  ])('not in %s on %s', (country, date) => {
    expect(isHoliday({ country }, date)).toBe(false);
  });

  it('is known for a date as well as for its text', () => {
    expect(isHoliday({ country: 'FR' }, Temporal.PlainDate.from('2026-07-14'))).toBe(true);
  });

  it('is never found where the country is unknown', () => {
    expect(isHoliday({ country: null }, '2026-12-25')).toBe(false);
    expect(isHoliday({ country: 'AQ' }, '2026-12-25')).toBe(false);
    expect(isHoliday({ country: 'ZZ' }, '2026-12-25')).toBe(false);
  });
});
