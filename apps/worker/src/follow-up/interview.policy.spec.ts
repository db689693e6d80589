import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { planInterviewPrep } from './interview.policy.js';

const prep = (scheduledAt: string, now: string, timezone = 'Europe/Kyiv') =>
  planInterviewPrep({ scheduledAt: new Date(scheduledAt), timezone, now: new Date(now) });

describe('the preparation for an interview', () => {
  it.each([
    ['at 18:00 the evening before', '2026-11-26T12:00:00Z', '2026-11-24T10:00:00Z', '2026-11-25T16:00:00Z'],
    [
      "by the candidate's calendar, not Greenwich's",
      '2026-11-25T22:30:00Z',
      '2026-11-24T10:00:00Z',
      '2026-11-25T16:00:00Z',
    ],
    [
      'at 18:00 on the wall when the clocks change that night',
      '2026-10-25T08:00:00Z',
      '2026-10-20T10:00:00Z',
      '2026-10-24T15:00:00Z',
    ],
    ['at once, when that evening is over', '2026-11-26T12:00:00Z', '2026-11-25T21:00:00Z', '2026-11-25T21:00:00Z'],
  ])('comes %s', (_rule, scheduledAt, now, dueAt) => {
    expect(prep(scheduledAt, now)).toMatchObject({
      kind: 'interview_prep',
      audience: 'candidate',
      state: 'waiting',
      dueAt: new Date(dueAt),
      details: { interviewAt: new Date(scheduledAt).toISOString() },
    });
  });

  it('does not come for an interview that is over, or that begins now', () => {
    expect(prep('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z')).toBeNull();
    expect(prep('2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z')).toBeNull();
  });

  it('comes neither in the past nor after the interview, wherever and whenever', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const timezone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(moment, timezone, fc.integer({ min: 1, max: 40 * 86_400_000 }), (now, zone, ahead) => {
        const scheduledAt = new Date(now.getTime() + ahead);
        const dueAt = planInterviewPrep({ scheduledAt, timezone: zone, now })!.dueAt;
        expect(dueAt >= now && dueAt < scheduledAt).toBe(true);
      }),
    );
  });
});
