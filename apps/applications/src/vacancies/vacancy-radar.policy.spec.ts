import { describe, expect, it } from '@jest/globals';
import { shownReopening } from './vacancy-radar.policy.js';

const [closedAt, at] = ['2026-01-01T12:00:00.000Z', '2026-02-01T12:00:00.000Z'];
const seen = { observedAt: new Date(at), postingId: '4712', url: 'https://jobs.example/4712' };

describe('what a door that opened is shown with', () => {
  it('is both postings, where a sweep saw them', () => {
    const evidence = {
      grade: 'same_requisition' as const,
      matched: ['requisition'],
      daysAbsent: 31,
      previousPostingId: '4711',
      previousUrl: 'https://jobs.example/4711',
      previousTitle: 'Engineer',
      title: 'Engineer (m/w/d)',
      lastSeenAt: '2025-12-31T12:00:00.000Z',
      firstSeenAt: at,
    };
    expect(shownReopening({ ...seen, reopening: { closedAt, evidence } })).toEqual({
      at,
      closedAt,
      grade: 'same_requisition',
      matched: ['requisition'],
      daysAbsent: 31,
      before: {
        postingId: '4711',
        title: 'Engineer',
        url: 'https://jobs.example/4711',
        seenAt: '2025-12-31T12:00:00.000Z',
      },
      now: { postingId: '4712', title: 'Engineer (m/w/d)', url: 'https://jobs.example/4712', seenAt: at },
    });
  });

  it('is what somebody said, where nobody saw more', () => {
    const evidence = { grade: 'observed' as const, matched: ['vacancy'], daysAbsent: 31 };
    expect(shownReopening({ ...seen, postingId: null, reopening: { closedAt, evidence } })).toMatchObject({
      before: { postingId: null, title: null, url: null, seenAt: null },
      now: { postingId: null, title: null, url: 'https://jobs.example/4712', seenAt: null },
    });
  });
});
