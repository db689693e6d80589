import { describe, expect, it } from '@jest/globals';
import { firstTimezone, timezoneWarning } from './host-timezone.policy.js';

describe('a new account begins with the time zone of its host', () => {
  it.each([
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Etc/GMT-3', 'Etc/GMT-3'],
    ['UTC', 'UTC'],
  ])('%s', (named, expected) => {
    expect(firstTimezone(named)).toBe(expected);
  });

  it.each([undefined, '', 'Etc/Unknown', 'Foo/Bar', '+02:00', ':/etc/localtime'])('UTC, where that is %j', (named) => {
    expect(firstTimezone(named)).toBe('UTC');
  });
});

describe('a time zone of the host that nobody knows', () => {
  it.each([
    ['Foo/Bar', 'Etc/Unknown'],
    ['Europe/Kiyv', 'UTC'],
    ['+02:00', undefined],
  ])('is told, with what it counts as: TZ=%s', (TZ, named) => {
    expect(timezoneWarning(TZ, named)).toContain(`TZ is "${TZ}"`);
    expect(timezoneWarning(TZ, named)).toContain('counts as UTC');
  });

  it.each([
    [undefined, 'UTC'],
    ['', 'UTC'],
    ['UTC', 'UTC'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    [':/etc/localtime', 'Europe/Kyiv'],
  ])('is no other one: TZ=%j', (TZ, named) => expect(timezoneWarning(TZ, named)).toBeNull());
});
