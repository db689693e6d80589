import type { ObservedStatus, VacancyStatus } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { conclude, evidence } from './vacancy.policy.js';

const [early, before, now] = ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => new Date(`${day}T12:00Z`)) as [
  Date,
  Date,
  Date,
];
const vacancy = (status: VacancyStatus) => ({
  status,
  observedAt: before,
  closedAt: status === 'closed' || status === 'reopened' ? early : null,
  url: 'https://jobs.example/1',
  postingId: '4711',
});
const seen = (status: ObservedStatus, changes: object = {}) => ({
  status,
  at: now,
  url: null,
  postingId: null,
  ...changes,
});

describe('a vacancy', () => {
  it.each<[VacancyStatus, ObservedStatus, VacancyStatus, 'closed' | 'reopened' | null]>([
    ['open', 'open', 'open', null],
    ['open', 'missing', 'missing', null],
    ['open', 'closed', 'closed', 'closed'],
    ['missing', 'open', 'open', null],
    ['missing', 'missing', 'missing', null],
    ['missing', 'closed', 'closed', 'closed'],
    ['closed', 'open', 'reopened', 'reopened'],
    ['closed', 'missing', 'closed', null],
    ['closed', 'closed', 'closed', null],
    ['reopened', 'open', 'reopened', null],
    ['reopened', 'missing', 'missing', null],
    ['reopened', 'closed', 'closed', 'closed'],
  ])('%s, seen %s, is %s (%s)', (status, observed, expected, concluded) => {
    expect(conclude(vacancy(status), seen(observed))).toMatchObject({ status: expected, concluded, observedAt: now });
  });

  it('closes at the moment it was seen closed, and keeps that moment until it closes again', () => {
    expect(conclude(vacancy('open'), seen('closed')).closedAt).toBe(now);
    expect(conclude(vacancy('closed'), seen('closed')).closedAt).toBe(early);
    expect(conclude(vacancy('closed'), seen('open')).closedAt).toBe(early);
    expect(conclude(vacancy('reopened'), seen('closed')).closedAt).toBe(now);
  });

  it.each<[VacancyStatus, ObservedStatus]>([
    ['open', 'closed'],
    ['closed', 'open'],
    ['missing', 'open'],
  ])('%s is not changed by what was seen %s before the last look', (status, observed) => {
    const known = vacancy(status);
    expect(conclude(known, seen(observed, { at: early }))).toEqual({
      status,
      observedAt: before,
      closedAt: known.closedAt,
      concluded: null,
    });
  });

  it('never looked at takes the first word', () => {
    const fresh = { ...vacancy('open'), observedAt: null };
    expect(conclude(fresh, seen('closed', { at: early }))).toMatchObject({ status: 'closed', concluded: 'closed' });
  });
});

describe('the evidence of a reopening', () => {
  it('is that somebody said so, and what else agrees', () => {
    const closed = vacancy('closed');
    expect(evidence(closed, seen('open'))).toEqual({ grade: 'observed', matched: ['vacancy'], daysAbsent: 59 });
    expect(evidence(closed, seen('open', { postingId: '4711', url: closed.url })).matched).toEqual([
      'vacancy',
      'posting_id',
      'url',
    ]);
    expect(evidence(closed, seen('open', { postingId: '4712' })).matched).toEqual(['vacancy']);
  });
});
