import { describe, expect, it } from '@jest/globals';
import { instantIn, linkedInDate } from './linkedin-date.policy.js';

const read = (text: string) => linkedInDate(text)?.toString() ?? null;

describe('a date as LinkedIn writes it', () => {
  it.each([
    ['11/13/23, 9:42 AM', '2023-11-13T09:42:00'],
    ['1/26/22, 1:04 PM', '2022-01-26T13:04:00'],
    ['11/9/23, 12:00 AM', '2023-11-09T00:00:00'],
    ['11/9/23, 12:30 PM', '2023-11-09T12:30:00'],
    ['11/13/23, 9:42\u202FAM', '2023-11-13T09:42:00'],
    ['11/13/23, 9:42\u00A0pm', '2023-11-13T21:42:00'],
    [' 2/29/24, 11:59 PM ', '2024-02-29T23:59:00'],
    ['6/1/2020, 11:51 AM', '2020-06-01T11:51:00'],
    ['1/2/00, 3:04 AM', '2000-01-02T03:04:00'],
  ])('%j is %s', (text, local) => {
    expect(read(text)).toBe(local);
  });

  it.each([
    '',
    '13/11/23, 9:42 AM',
    '2/30/24, 9:42 AM',
    '2/29/23, 9:42 AM',
    '11/13/23, 0:42 AM',
    '11/13/23, 13:42 PM',
    '11/13/23, 9:60 AM',
    '11/13/23 ',
    '11/13/23, 9:42',
    '2023-11-13T09:42:00Z',
    '11/13/123, 9:42 AM',
    '11/13/1023, 9:42 AM',
    'yesterday',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a time without a zone', () => {
  const at = (timezone: string, text: string) => instantIn(timezone, linkedInDate(text)!).toISOString();

  it('is read in the candidate’s zone, with the offset of that day', () => {
    expect(at('UTC', '11/13/23, 9:42 AM')).toBe('2023-11-13T09:42:00.000Z');
    expect(at('Europe/Kyiv', '7/24/23, 6:45 AM')).toBe('2023-07-24T03:45:00.000Z');
    expect(at('Europe/Kyiv', '1/24/23, 6:45 AM')).toBe('2023-01-24T04:45:00.000Z');
    expect(at('Asia/Kolkata', '11/9/23, 12:00 AM')).toBe('2023-11-08T18:30:00.000Z');
  });

  it('that the clocks skipped is read as if they had not', () => {
    expect(at('America/New_York', '3/10/24, 2:30 AM')).toBe('2024-03-10T07:30:00.000Z');
  });

  it('that came twice is the first of the two', () => {
    expect(at('America/New_York', '11/3/24, 1:30 AM')).toBe('2024-11-03T05:30:00.000Z');
  });
});
