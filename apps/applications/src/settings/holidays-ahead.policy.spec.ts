import { DEFAULT_SETTINGS } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { holidaysAhead } from './holidays-ahead.policy.js';

const window = DEFAULT_SETTINGS.sendingWindow;
const now = new Date('2026-12-01T12:00:00Z');
const ahead = { window, now, days: 40, most: 10 };
const place = (fields: object) => ({
  timezone: 'Europe/Berlin',
  country: 'DE',
  region: null,
  people: 1,
  names: ['Dana'],
  ...fields,
});
const said = (...places: Parameters<typeof holidaysAhead>[0]) =>
  holidaysAhead(places, ahead).map(({ date, name, country }) => `${date} ${country} ${name}`);

describe('holidays ahead', () => {
  it('are those of each country, the first day first, and where most people are first of one day', () => {
    const days = said(place({}), place({ country: 'PL', timezone: 'Europe/Warsaw', people: 3 }));
    expect(days[0]).toBe('2026-12-24 PL Christmas Eve');
    expect(days).toContain("2027-01-01 DE New Year's Day");
    expect(days.toSorted((a, b) => a.slice(0, 10).localeCompare(b.slice(0, 10)))).toEqual(days);
  });

  it('say nothing of days on which nobody is written to', () => {
    // 26 December 2026 is a Saturday.
    expect(said(place({})).some((day) => day.startsWith('2026-12-26'))).toBe(false);
    const everyDay = { ...window, days: ['sat' as const] };
    expect(holidaysAhead([place({})], { ...ahead, window: everyDay })[0]?.date).toBe('2026-12-26');
  });

  it('are named where they are not left out, too', () => {
    const asked = { ...ahead, window: { ...window, skipHolidays: false } };
    expect(holidaysAhead([place({})], asked)).toEqual(holidaysAhead([place({})], ahead));
  });

  it('are one for all of a country, whatever clocks they are on', () => {
    const places = [
      place({ country: 'ES', timezone: 'Europe/Madrid', people: 3, names: ['Ana', 'Bea', 'Cid'] }),
      place({ country: 'ES', timezone: 'Atlantic/Canary', people: 2, names: ['Dan', 'Eva'] }),
    ];
    const days = holidaysAhead(places, ahead).filter(({ date }) => date === '2027-01-01');
    expect(days).toEqual([
      {
        date: '2027-01-01',
        name: "New Year's Day",
        country: 'ES',
        region: null,
        people: 5,
        names: ['Ana', 'Bea', 'Cid'],
      },
    ]);
  });

  it('are the next few', () => expect(holidaysAhead([place({})], { ...ahead, most: 1 })).toHaveLength(1));

  it('are none where nobody is', () => expect(said()).toEqual([]));
});
