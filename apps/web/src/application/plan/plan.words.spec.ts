import { describe, expect, it } from '@jest/globals';
import { readerOf } from '../../time/reader.policy.js';
import { caption } from './plan.words.js';

const yours = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T08:00:00Z') };
const drawn = (start: string, end: string) => ({
  timezone: 'Europe/Berlin',
  openings: [{ start, end }],
  closedDays: [],
});
const said = (start: string, end: string) => caption(drawn(start, end), 'Dana Ito', yours);

describe('when a letter may arrive', () => {
  it('is in a part of a day where it is within one', () => {
    expect(said('2026-12-01T08:00:00Z', '2026-12-01T10:30:00Z')).toContain(
      'A letter may arrive in Dana Ito’s morning, 09:00 to 11:30.',
    );
    expect(said('2026-12-01T08:00:00Z', '2026-12-01T11:00:00Z')).toContain('in Dana Ito’s morning, 09:00 to 12:00.');
  });

  it('names no part where it is the whole day, or several', () => {
    expect(said('2026-11-30T23:00:00Z', '2026-12-01T23:00:00Z')).toContain(
      'A letter to Dana Ito may arrive from 00:00 to 24:00.',
    );
    expect(said('2026-12-01T08:00:00Z', '2026-12-01T17:00:00Z')).toContain(
      'A letter to Dana Ito may arrive from 09:00 to 18:00.',
    );
  });
});
