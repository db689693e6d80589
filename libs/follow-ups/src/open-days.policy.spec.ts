import { DEFAULT_SETTINGS, type SendingWindow } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openDays } from './open-days.policy.js';
import { insideWindow } from './sending-window.policy.js';

const window: SendingWindow = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '11:00',
  skipHolidays: true,
};
const berlin = { timezone: 'Europe/Berlin', country: 'DE', region: null, window };

describe('the open days of a place', () => {
  it('are its mornings, and the others by name', () => {
    const { openings, closedDays } = openDays({
      ...berlin,
      from: new Date('2026-12-23T12:00:00Z'),
      to: new Date('2026-12-28T12:00:00Z'),
    });
    expect(openings.map(({ start, end }) => `${start.toISOString()} ${end.toISOString()}`)).toEqual([
      '2026-12-28T08:00:00.000Z 2026-12-28T10:00:00.000Z',
    ]);
    expect(closedDays).toEqual([
      { date: '2026-12-24', code: 'holiday', name: 'Christmas Eve' },
      { date: '2026-12-25', code: 'holiday', name: 'Christmas Day' },
      { date: '2026-12-26', code: 'holiday', name: 'Boxing Day' },
      { date: '2026-12-27', code: 'weekday', name: null },
    ]);
  });

  it('an eve that the library does not know is named by the day after', () => {
    const day = { from: new Date('2026-12-24T12:00:00Z'), to: new Date('2026-12-24T20:00:00Z') };
    const { closedDays } = openDays({ ...berlin, timezone: 'Europe/London', country: 'GB', ...day });
    expect(closedDays).toEqual([{ date: '2026-12-24', code: 'holiday', name: 'Eve of Christmas Day' }]);
  });

  it('whoever has no country has no holidays, and whoever does not skip them none either', () => {
    const christmas = { from: new Date('2026-12-25T00:00:00Z'), to: new Date('2026-12-25T12:00:00Z') };
    for (const place of [{ country: null }, { window: { ...window, skipHolidays: false } }]) {
      expect(openDays({ ...berlin, ...place, ...christmas }).closedDays).toEqual([]);
    }
  });

  it('an opening at an edge is whole', () => {
    const { openings } = openDays({
      ...berlin,
      from: new Date('2026-12-01T09:00:00Z'),
      to: new Date('2026-12-02T08:00:01Z'),
    });
    expect(openings.map(({ start }) => start.toISOString())).toEqual([
      '2026-12-01T08:00:00.000Z',
      '2026-12-02T08:00:00.000Z',
    ]);
  });

  it('agree with the window: a letter may go in an opening and nowhere else', () => {
    const zones = ['Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'Pacific/Apia'];
    const minute = fc.integer({ min: Date.UTC(2026, 9, 20), max: Date.UTC(2027, 1, 1) });
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom(...zones),
        fc.constantFrom('DE', 'JP', 'US', null),
        (ms, timezone, country) => {
          const at = new Date(ms);
          const place = { timezone, country, region: null, window: { ...DEFAULT_SETTINGS.sendingWindow, ...window } };
          const { openings } = openDays({ ...place, from: at, to: new Date(ms + 1) });
          expect(openings.some(({ start, end }) => start <= at && at < end)).toBe(insideWindow({ at, ...place }));
        },
      ),
    );
  });
});
