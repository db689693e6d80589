/** On which morning a letter goes around free days, new years, clock changes and leap days. */
import { DEFAULT_SETTINGS } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { insideWindow, nextInWindow } from './sending-window.policy.js';

interface Where {
  country: string | null;
  region?: string | null;
  timezone: string;
}

const window = DEFAULT_SETTINGS.sendingWindow;
const at = (date: string, time: string, timezone: string) =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timezone).epochMilliseconds);

const goesOn = (where: Where, date: string) =>
  insideWindow({ window, ...where, at: at(date, '10:00', where.timezone) });

/** For what is ready at noon of the day before. */
function morningAfter(where: Where, dayBefore: string): string {
  const from = at(dayBefore, '12:00', where.timezone);
  const due = nextInWindow({ window, ...where, from, spreadKey: 'a' });
  const local = Temporal.Instant.fromEpochMilliseconds(due.getTime()).toZonedDateTimeISO(where.timezone);
  expect(local.hour * 60 + local.minute).toBeGreaterThanOrEqual(9 * 60);
  expect(local.hour * 60 + local.minute).toBeLessThan(11 * 60 + 30);
  return local.toPlainDate().toString();
}

describe('on a day that most of a country has free', () => {
  it.each([
    [{ country: 'GB', timezone: 'Europe/London' }, '2027-08-30', 'Summer bank holiday', '2027-08-31'],
    [{ country: 'CA', timezone: 'America/Toronto' }, '2027-10-11', 'Thanksgiving', '2027-10-12'],
    [{ country: 'AU', timezone: 'Australia/Sydney' }, '2027-06-14', "King's Birthday", '2027-06-15'],
    [{ country: 'DE', region: 'DE-BY', timezone: 'Europe/Berlin' }, '2027-01-06', 'Epiphany', '2027-01-07'],
  ])('%j no letter goes on %s (%s), but on %s', (where, date, _what, next) => {
    expect(goesOn(where, date)).toBe(false);
    expect(morningAfter(where, Temporal.PlainDate.from(date).subtract({ days: 1 }).toString())).toBe(next);
  });

  it('in Germany one goes on Epiphany where it is not known that the contact sits in one of its three states', () => {
    expect(goesOn({ country: 'DE', timezone: 'Europe/Berlin' }, '2027-01-06')).toBe(true);
    expect(goesOn({ country: 'DE', region: 'DE-BE', timezone: 'Europe/Berlin' }, '2027-01-06')).toBe(true);
  });
});

const FAULTS = join(process.cwd(), '../shared/data/faults/15-holidays.csv');
const isThere = existsSync(FAULTS);
if (!isThere) process.stderr.write(`${FAULTS} is absent: its rows are skipped.\n`);

(isThere ? it : it.skip)('on none of the days that were reported a letter goes', () => {
  const [, ...rows] = readFileSync(FAULTS, 'utf8').trim().split('\n');
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const [country = '', timezone = '', date = '', , shouldGo = ''] = row.split(',');
    const region = shouldGo.includes('when the contact sits there') ? `${country}-BY` : null;
    expect(shouldGo).toMatch(/^no/);
    expect([row, goesOn({ country, region, timezone }, date)]).toEqual([row, false]);
  }
});

describe('the next morning that is not free', () => {
  it.each([
    [
      'Easter, and the clock goes forward on it',
      { country: 'GB', region: 'GB-ENG', timezone: 'Europe/London' },
      '2027-03-25',
      '2027-03-30',
    ],
    [
      'without Easter Monday',
      { country: 'GB', region: 'GB-SCT', timezone: 'Europe/London' },
      '2027-03-25',
      '2027-03-29',
    ],
    [
      'a long weekend in which the clock goes forward',
      { country: 'AU', timezone: 'Australia/Sydney' },
      '2027-10-01',
      '2027-10-05',
    ],
    [
      'a leap day after a free Monday',
      { country: 'ES', region: 'ES-AN', timezone: 'Europe/Madrid' },
      '2028-02-27',
      '2028-02-29',
    ],
    [
      'the same Monday elsewhere in Spain',
      { country: 'ES', region: 'ES-MD', timezone: 'Europe/Madrid' },
      '2028-02-27',
      '2028-02-28',
    ],
    ['a leap day that is no holiday', { country: 'DE', timezone: 'Europe/Berlin' }, '2028-02-28', '2028-02-29'],
    [
      'Christmas from its eve on, and Boxing Day made up for',
      { country: 'GB', timezone: 'Europe/London' },
      '2026-12-23',
      '2026-12-29',
    ],
    [
      'Christmas where the 26th is a working day',
      { country: 'US', timezone: 'America/New_York' },
      '2029-12-21',
      '2029-12-26',
    ],
    ['New Year from its eve on', { country: 'US', timezone: 'America/New_York' }, '2029-12-30', '2030-01-02'],
    [
      'New Year with a second day, made up for',
      { country: 'GB', region: 'GB-SCT', timezone: 'Europe/London' },
      '2026-12-30',
      '2027-01-05',
    ],
    [
      'a free Monday that is still Sunday in Greenwich',
      { country: 'NZ', region: 'NZ-AUK', timezone: 'Pacific/Auckland' },
      '2026-01-25',
      '2026-01-27',
    ],
    [
      'a free Monday that is Monday in Greenwich, too',
      { country: 'US', timezone: 'Pacific/Honolulu' },
      '2026-05-24',
      '2026-05-26',
    ],
    ['a day observed in the year before', { country: 'US', timezone: 'America/Chicago' }, '2027-12-30', '2028-01-03'],
  ])('%s: %j after %s is %s', (_what, where, dayBefore, expected) => {
    expect(morningAfter(where, dayBefore)).toBe(expected);
  });
});
