/** What holds for a sending window in every time zone, checked against the clock of `Intl` rather than our own. */
import { describe, expect, it, jest } from '@jest/globals';
import { type SendingWindow, WEEKDAYS } from '@app/contracts';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { zoned } from './duration.policy.js';
import { minutesOf } from './opening.policy.js';
import { insideWindow, nextInWindow } from './sending-window.policy.js';

const ZONES = Intl.supportedValuesOf('timeZone');
const QUARTER = 15 * 60_000;
const START = Date.UTC(2024, 0, 1);
const END = Date.UTC(2031, 0, 1);

interface Change {
  timezone: string;
  at: number;
}

function changesOf(timezone: string): Change[] {
  const changes: Change[] = [];
  let local: Temporal.ZonedDateTime | null = zoned(new Date(START), timezone);
  while ((local = local.getTimeZoneTransition('next')) && local.epochMilliseconds < END) {
    changes.push({ timezone, at: local.epochMilliseconds });
  }
  return changes;
}

const formats = new Map(
  ZONES.map((timeZone) => {
    const format = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return [timeZone, new Intl.DateTimeFormat('en-GB', { timeZone, ...format })];
  }),
);

/** The wall clock as the platform shows it. */
function clockOf(timezone: string): (at: number) => { weekday: string; minute: number } {
  return (at) => {
    const [weekday = '', time = ''] = formats.get(timezone)?.format(at).split(/,? /) ?? [];
    return { weekday: weekday.toLowerCase(), minute: minutesOf(time) };
  };
}

/** Edges on the quarter hour, as all offsets since 2024 are: then each quarter is wholly inside or wholly outside. */
const windows: fc.Arbitrary<SendingWindow> = fc
  .record({
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ days, edges }) => {
    const [from = '', to = ''] = edges.sort((a, b) => a - b).map(timeOfQuarter);
    return { days, from, to, skipHolidays: true };
  });

function timeOfQuarter(quarter: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`;
}

function expectFirstMomentInWindow(from: number, window: SendingWindow, timezone: string): void {
  const place = { window, timezone, country: null };
  const find = () => nextInWindow({ ...place, from: new Date(from), spreadKey: `${from}` }).getTime();
  const result = find();
  const clock = clockOf(timezone);
  const isInside = (at: number) => {
    const { weekday, minute } = clock(at);
    return (
      window.days.some((day) => day === weekday) && minute >= minutesOf(window.from) && minute < minutesOf(window.to)
    );
  };

  expect(find()).toBe(result);
  expect(result).toBeGreaterThanOrEqual(from);
  expect(isInside(result)).toBe(true);
  expect(insideWindow({ at: new Date(result), ...place })).toBe(true);
  if (isInside(from)) expect(result).toBe(from);
  // Backwards from the result: the rest of its own opening, then nothing open down to `from`.
  let at = Math.floor(result / QUARTER) * QUARTER;
  while (at > from && isInside(at)) at -= QUARTER;
  for (; at > from; at -= QUARTER)
    if (isInside(at)) throw new Error(`an opening was skipped at ${new Date(at).toISOString()}`);
}

jest.setTimeout(120_000);

describe('in every time zone', () => {
  it('the first opening is found around every change of the clocks from 2024 to 2030', () => {
    const hours = fc.integer({ min: -40, max: 8 });
    const changes = ZONES.flatMap(changesOf);
    expect(changes.length).toBeGreaterThan(1000);
    const samples = fc.sample(fc.tuple(windows, hours), { numRuns: changes.length, seed: 2024 });
    changes.forEach(({ timezone, at }, index) => {
      const [window, lead] = samples[index] as [SendingWindow, number];
      const daily: SendingWindow = { ...window, days: [...WEEKDAYS] };
      expectFirstMomentInWindow(at + lead * 3_600_000, daily, timezone);
      // Narrow, on the night of the change itself: the window that gaps swallow and overlaps repeat.
      const { minute } = clockOf(timezone)(at);
      const quarter = Math.min(95, Math.max(0, Math.floor(minute / 15) - 4 + (index % 8)));
      const narrow = { ...daily, from: timeOfQuarter(quarter), to: timeOfQuarter(quarter + 1) };
      expectFirstMomentInWindow(at + lead * 3_600_000, narrow, timezone);
    });
  });

  it('the first opening is found from any moment, for any window', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), windows, fc.integer({ min: START, max: END }), (timezone, window, from) =>
        expectFirstMomentInWindow(from, window, timezone),
      ),
      { numRuns: 1000 },
    );
  });

  it('a letter goes at the same time on the wall in every season', () => {
    const winter = Temporal.PlainDate.from('2027-01-13');
    const summer = Temporal.PlainDate.from('2027-07-14');
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), windows, fc.string(), (timezone, window, spreadKey) => {
        const [a, b] = [winter, summer].map((day) => {
          const from = new Date(day.toZonedDateTime({ timeZone: timezone }).epochMilliseconds - 1);
          const place = { window: { ...window, days: ['wed' as const] }, timezone, country: null };
          return zoned(nextInWindow({ ...place, from, spreadKey }), timezone)
            .toPlainTime()
            .toString();
        });
        expect(a).toBe(b);
      }),
      { numRuns: 1000 },
    );
  });
});
