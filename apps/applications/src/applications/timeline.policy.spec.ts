import { describe, expect, it } from '@jest/globals';
import { type Happening, narrate } from './timeline.policy.js';

const touch = { type: 'touch', kind: 'call', direction: null, contactName: 'Ada', text: null } as const;

describe('the timeline says', () => {
  it.each<[string, Happening]>([
    ['Recorded as applied', { type: 'recorded', to: 'applied' }],
    ['Moved from applied to screening', { type: 'stage_changed', from: 'applied', to: 'screening', scheduledAt: null }],
    [
      'Moved from screening to interview, scheduled for 2026-03-01T09:00:00.000Z',
      { type: 'stage_changed', from: 'screening', to: 'interview', scheduledAt: '2026-03-01T09:00:00.000Z' },
    ],
    [
      'Interview scheduled for 2026-03-01T09:00:00.000Z',
      { type: 'interview_scheduled', scheduledAt: '2026-03-01T09:00:00.000Z' },
    ],
    [
      'Interview moved from 2026-03-01T09:00:00.000Z to 2026-03-02T09:00:00.000Z',
      { type: 'interview_moved', from: '2026-03-01T09:00:00.000Z', scheduledAt: '2026-03-02T09:00:00.000Z' },
    ],
    [
      'Interview of 2026-03-02T09:00:00.000Z taken away',
      { type: 'interview_cancelled', scheduledAt: '2026-03-02T09:00:00.000Z' },
    ],
    ['Rejected at offer', { type: 'rejected', stage: 'offer', category: null, words: null, revoked: false }],
    [
      'Rejected at interview, hard skills: We need Rust. (taken back later)',
      { type: 'rejected', stage: 'interview', category: 'hard_skills', words: 'We need Rust.', revoked: true },
    ],
    ['Call with Ada', touch],
    ['Mail from Ada: See you', { ...touch, kind: 'mail', direction: 'in', text: 'See you' }],
    ['Mail to Ada', { ...touch, kind: 'mail', direction: 'out' }],
    [
      'Feedback request to Ada: planned — a human was involved',
      { type: 'follow_up', kind: 'feedback_request', contactName: 'Ada', what: 'planned', why: 'a human was involved' },
    ],
    ['Reflection: sent', { type: 'follow_up', kind: 'reflection', contactName: null, what: 'sent', why: null }],
    ['The vacancy opened again', { type: 'vacancy_reopened' }],
  ])('%s', (expected, happening) => {
    expect(narrate(happening)).toBe(expected);
  });
});
