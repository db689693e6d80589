import { describe, expect, it } from '@jest/globals';
import { readerOf } from './reader.policy.js';
import { bothClocks } from './two-clocks.policy.js';

const yours = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T06:12:00Z') };

describe('two clocks', () => {
  it('say one moment once where both show the same', () => {
    expect(bothClocks(new Date('2026-12-03T09:14:00Z'), 'Europe/Kyiv', yours)).toEqual({
      first: 'Thu 3 Dec, 11:14',
      city: null,
      own: '',
    });
    expect(bothClocks(new Date('2026-12-03T09:14:00Z'), 'Europe/Helsinki', yours).city).toBeNull();
    expect(bothClocks(new Date('2026-12-03T09:14:00Z'), null, yours).city).toBeNull();
  });

  it('say theirs first, and the hour of yours', () => {
    expect(bothClocks(new Date('2026-12-03T09:14:00Z'), 'Europe/Berlin', yours)).toEqual({
      first: 'Thu 3 Dec, 10:14',
      city: 'Berlin',
      own: '11:14',
    });
  });

  it('name the day of yours where it is another', () => {
    expect(bothClocks(new Date('2026-12-03T23:30:00Z'), 'America/New_York', yours)).toEqual({
      first: 'Thu 3 Dec, 18:30',
      city: 'New York',
      own: 'Fri 4 Dec, 01:30',
    });
  });
});
