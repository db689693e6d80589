import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { firstOpening, openingsOn } from './opening.policy.js';

const DAILY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function openings(date: string, hours: string, timezone: string) {
  const [from = '', to = ''] = hours.split('-');
  const found = openingsOn(Temporal.PlainDate.from(date), { days: [...DAILY], from, to }, timezone);
  return found.map(({ start, end }) => `${start.toISOString().slice(5, 16)} to ${end.toISOString().slice(5, 16)}`);
}

describe('the openings of a day', () => {
  it.each([
    ['an ordinary day', '2026-11-24', '09:00-11:30', 'Europe/Kyiv', ['11-24T07:00 to 11-24T09:30']],
    ['a whole day ends at 24:00', '2026-11-24', '00:00-24:00', 'Asia/Kathmandu', ['11-23T18:15 to 11-24T18:15']],
    ['a start in the gap opens after it', '2026-03-29', '03:30-05:00', 'Europe/Kyiv', ['03-29T01:00 to 03-29T02:00']],
    ['an end in the gap closes before it', '2026-03-29', '02:00-03:30', 'Europe/Kyiv', ['03-29T00:00 to 03-29T01:00']],
    ['hours inside the gap never come', '2026-03-29', '03:00-04:00', 'Europe/Kyiv', []],
    [
      'a window around the gap is an hour shorter',
      '2026-03-29',
      '02:00-05:00',
      'Europe/Kyiv',
      ['03-29T00:00 to 03-29T02:00'],
    ],
    [
      'a window around the overlap is longer',
      '2026-10-25',
      '02:00-05:00',
      'Europe/Kyiv',
      ['10-24T23:00 to 10-25T03:00'],
    ],
    [
      'hours inside the overlap come twice',
      '2026-10-25',
      '03:15-03:45',
      'Europe/Kyiv',
      ['10-25T00:15 to 10-25T00:45', '10-25T01:15 to 10-25T01:45'],
    ],
    ['the gap of half an hour', '2026-10-04', '02:10-03:00', 'Australia/Lord_Howe', ['10-03T15:30 to 10-03T16:00']],
    ['the overlap of half an hour', '2026-04-05', '01:00-02:00', 'Australia/Lord_Howe', ['04-04T14:00 to 04-04T15:30']],
    ['a day that a zone left out', '2011-12-30', '00:00-24:00', 'Pacific/Apia', []],
    ['the day after it', '2011-12-31', '09:00-10:00', 'Pacific/Apia', ['12-30T19:00 to 12-30T20:00']],
    ['midnight itself skipped', '2026-04-24', '00:00-02:00', 'Africa/Cairo', ['04-23T22:00 to 04-23T23:00']],
    ['the last hour of a day twice', '2026-10-29', '23:00-24:00', 'Africa/Cairo', ['10-29T20:00 to 10-29T22:00']],
  ])('%s', (_rule, date, hours, timezone, expected) => {
    expect(openings(date, hours, timezone)).toEqual(expected);
  });
});

describe('the first opening', () => {
  const from = new Date('2026-11-24T12:00Z');
  const hours = { days: [...DAILY], from: '09:00', to: '10:00' };

  it('leaves closed days out', () => {
    const isClosed = (date: Temporal.PlainDate) => date.toString() < '2026-12-01';
    expect(firstOpening(from, hours, 'UTC', isClosed).start).toEqual(new Date('2026-12-01T09:00Z'));
  });

  it('reaches over a year of closed days', () => {
    const isClosed = (date: Temporal.PlainDate) => date.toString() < '2027-12-24';
    expect(firstOpening(from, hours, 'UTC', isClosed).start).toEqual(new Date('2027-12-24T09:00Z'));
  });

  it('ignores closed days rather than never to open', () => {
    expect(firstOpening(from, hours, 'UTC', () => true).start).toEqual(new Date('2026-11-25T09:00Z'));
  });

  it('says what a window lacks that can never open', () => {
    expect(() => firstOpening(from, { ...hours, days: [] }, 'UTC', () => false)).toThrow('at least one day');
  });
});
