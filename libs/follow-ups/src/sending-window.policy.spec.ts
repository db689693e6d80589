import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS, type SendingWindow } from '@app/contracts';
import { zoned } from './duration.policy.js';
import { insideWindow, nextInWindow } from './sending-window.policy.js';

const WORKDAYS = DEFAULT_SETTINGS.sendingWindow;
const ALWAYS: SendingWindow = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from: '00:00',
  to: '24:00',
  skipHolidays: false,
};

function inside(at: string, timezone: string, window = WORKDAYS, country: string | null = null) {
  return insideWindow({ at: new Date(at), window, timezone, country });
}
function next(from: string, timezone: string, window = WORKDAYS, country: string | null = null, spreadKey = 'a') {
  return nextInWindow({ from: new Date(from), window, timezone, country, spreadKey });
}
const localDay = (at: Date, timezone: string) => zoned(at, timezone).toPlainDate().toString();

describe('inside a window', () => {
  it.each([
    ['its first moment', '2026-11-24T07:00:00Z', 'Europe/Kyiv', true],
    ['a moment before', '2026-11-24T06:59:59.999Z', 'Europe/Kyiv', false],
    ['its last moment', '2026-11-24T09:29:59.999Z', 'Europe/Kyiv', true],
    ['its end', '2026-11-24T09:30:00Z', 'Europe/Kyiv', false],
    ['the same hour in summer is another instant', '2026-07-14T06:00:00Z', 'Europe/Kyiv', true],
    ['a morning in New York', '2026-11-24T14:00:00Z', 'America/New_York', true],
    ['a quarter-hour zone', '2026-11-24T03:15:00Z', 'Asia/Kathmandu', true],
    ['a quarter-hour zone, too early', '2026-11-24T03:14:00Z', 'Asia/Kathmandu', false],
    ['a Saturday', '2026-11-28T08:00:00Z', 'Europe/Kyiv', false],
    ['Monday there is Sunday in Greenwich', '2026-11-29T22:00:00Z', 'Australia/Lord_Howe', true],
  ])('%s', (_rule, at, timezone, expected) => {
    expect(inside(at, timezone)).toBe(expected);
  });

  it('holds all day where it ends at 24:00', () => {
    expect(inside('2026-11-28T23:59:59.999Z', 'UTC', ALWAYS)).toBe(true);
    expect(inside('2026-11-29T00:00:00Z', 'UTC', ALWAYS)).toBe(true);
  });

  it('never on a holiday, unless holidays do not matter', () => {
    const christmas = '2026-12-25T09:30:00Z';
    expect(inside(christmas, 'Europe/Berlin', WORKDAYS, 'DE')).toBe(false);
    expect(inside(christmas, 'Europe/Berlin', { ...WORKDAYS, skipHolidays: false }, 'DE')).toBe(true);
    expect(inside(christmas, 'Europe/Berlin', WORKDAYS, null)).toBe(true);
  });
});

describe('the next moment in a window', () => {
  it('is now, to the millisecond, when the window is open', () => {
    expect(next('2026-11-24T08:12:34.567Z', 'Europe/Kyiv')).toEqual(new Date('2026-11-24T08:12:34.567Z'));
  });

  it('is the next morning in the evening, and Monday at the weekend', () => {
    expect(localDay(next('2026-11-24T18:00Z', 'Europe/Kyiv'), 'Europe/Kyiv')).toBe('2026-11-25');
    expect(localDay(next('2026-11-27T18:00Z', 'Europe/Kyiv'), 'Europe/Kyiv')).toBe('2026-11-30');
  });

  it.each([
    ['DE', 'Europe/Berlin', '2026-05-13T18:00Z', '2026-05-15'], // Ascension Day on Thursday
    ['DE', 'Europe/Berlin', '2026-12-23T18:00Z', '2026-12-28'], // Christmas Eve, Christmas, the weekend
    ['US', 'America/New_York', '2026-07-02T20:00Z', '2026-07-06'], // Independence Day observed on Friday
    ['US', 'America/New_York', '2026-11-25T20:00Z', '2026-11-27'], // Thanksgiving
    ['GB', 'Europe/London', '2026-04-02T18:00Z', '2026-04-07'], // Good Friday to Easter Monday
    ['FR', 'Europe/Paris', '2026-07-13T18:00Z', '2026-07-15'], // Bastille Day
    ['UA', 'Europe/Kyiv', '2026-05-29T18:00Z', '2026-06-02'], // Trinity Monday
    ['JP', 'Asia/Tokyo', '2026-05-01T10:00Z', '2026-05-07'], // Golden Week with its substitute day
    ['JP', 'Asia/Tokyo', '2026-09-18T10:00Z', '2026-09-24'], // Silver Week with the day between two holidays
    ['SA', 'Asia/Riyadh', '2026-03-18T18:00Z', '2026-03-23'], // Eid, four days from Thursday
  ])('in %s (%s) after %s is on %s', (country, timezone, from, day) => {
    expect(localDay(next(from, timezone, WORKDAYS, country), timezone)).toBe(day);
  });

  it('takes an unknown country to have no holidays', () => {
    expect(localDay(next('2026-12-24T18:00Z', 'Europe/Kyiv', WORKDAYS, 'ZZ'), 'Europe/Kyiv')).toBe('2026-12-25');
  });

  it('waits a week where the only hours of the week are skipped by the clocks', () => {
    const sundayNight: SendingWindow = { ...ALWAYS, days: ['sun'], from: '02:00', to: '03:00' };
    expect(localDay(next('2026-03-28T12:00Z', 'Europe/Berlin', sundayNight), 'Europe/Berlin')).toBe('2026-04-05');
  });

  it('passes over the day that Samoa left out', () => {
    expect(localDay(next('2011-12-29T23:00Z', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2012-01-02');
    const daily = { ...WORKDAYS, days: ALWAYS.days };
    expect(localDay(next('2011-12-29T23:00Z', 'Pacific/Apia', daily), 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('spreads different letters over the whole window, the same letter to the same moment', () => {
    const moments = Array.from({ length: 400 }, (_, index) =>
      next('2026-11-24T18:00Z', 'Europe/Kyiv', WORKDAYS, null, `letter-${index}`).getTime(),
    );
    const opens = Date.parse('2026-11-25T07:00Z');
    const tenths = new Set(moments.map((moment) => Math.floor((moment - opens) / (15 * 60_000))));
    expect([...tenths].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(moments).size).toBeGreaterThan(350);
    expect(next('2026-11-24T18:00Z', 'Europe/Kyiv', WORKDAYS, null, 'letter-7').getTime()).toBe(moments[7]);
  });
});
