import { describe, expect, it } from '@jest/globals';
import { firstTimezone } from './host-timezone.policy.js';

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
