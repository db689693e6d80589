import { say, type TimelineCode } from '@app/contracts';
import { timelineSentence } from '@app/follow-ups';
import { describe, expect, it } from '@jest/globals';
import { happening, partsOf, type Told } from './timeline.policy.js';

const touch = { kind: 'call', direction: null, contactName: 'Ada', text: null };

describe('the timeline says', () => {
  it.each<[string, TimelineCode, Told]>([
    ['Recorded as applied', 'recorded', { to: 'applied' }],
    ['Moved from applied to screening', 'stage_changed', { from: 'applied', to: 'screening', scheduledAt: null }],
    [
      'Moved from screening to interview, scheduled for 2026-03-01T09:00:00.000Z',
      'stage_changed',
      { from: 'screening', to: 'interview', scheduledAt: '2026-03-01T09:00:00.000Z' },
    ],
    [
      'Interview scheduled for 2026-03-01T09:00:00.000Z',
      'interview_scheduled',
      { scheduledAt: '2026-03-01T09:00:00.000Z' },
    ],
    [
      'Interview moved from 2026-03-01T09:00:00.000Z to 2026-03-02T09:00:00.000Z',
      'interview_moved',
      { from: '2026-03-01T09:00:00.000Z', scheduledAt: '2026-03-02T09:00:00.000Z' },
    ],
    [
      'Interview of 2026-03-02T09:00:00.000Z taken away',
      'interview_cancelled',
      { scheduledAt: '2026-03-02T09:00:00.000Z' },
    ],
    ['Rejected at offer', 'rejected', { stage: 'offer', category: null, words: null, revoked: false }],
    [
      'Rejected at interview, hard skills: We need Rust. (taken back later)',
      'rejected',
      { stage: 'interview', category: 'hard_skills', words: 'We need Rust.', revoked: true },
    ],
    ['Call with Ada', 'touch', touch],
    ['Mail from Ada: See you', 'touch', { ...touch, kind: 'mail', direction: 'in', text: 'See you' }],
    ['Mail to Ada', 'touch', { ...touch, kind: 'mail', direction: 'out' }],
    [
      'Feedback request to Ada: planned — They gave their reasons: a thank-you.',
      'follow_up',
      { kind: 'feedback_request', contactName: 'Ada', what: say('planned'), why: say('thanks') },
    ],
    ['Reflection: sent', 'follow_up', { kind: 'reflection', contactName: null, what: say('sent') }],
    ['The vacancy opened again', 'vacancy_reopened', {}],
  ])('%s', (expected, code, told) => {
    expect(timelineSentence(happening(code, told), 'en')).toBe(expected);
  });

  it('no more than its sentence: the ids of an event are no facts', () => {
    const at = '2026-03-01T09:00:00.000Z';
    expect(happening('interview_scheduled', { applicationId: 'a', scheduledAt: at })).toEqual({
      code: 'interview_scheduled',
      facts: { scheduledAt: at },
    });
  });

  it('what was done and why with their own facts', () => {
    const told = { kind: 'thank_you', contactName: 'Ada', what: say('moved'), why: say('touch_moved', { dueAt: 'D' }) };
    expect(happening('follow_up', told).facts).toEqual({
      kind: 'thank_you',
      contactName: 'Ada',
      what: 'moved',
      why: 'touch_moved',
      'why.dueAt': 'D',
    });
  });

  it.each<[TimelineCode, Told, object]>([
    ['recorded', { to: 'applied' }, { to: 'applied' }],
    ['stage_changed', { from: 'applied', to: 'offer', scheduledAt: null }, { from: 'applied', to: 'offer' }],
    ['interview_moved', { from: 'A', scheduledAt: 'B' }, { from: 'A', to: 'B' }],
    ['interview_scheduled', { scheduledAt: 'B' }, {}],
    ['touch', { ...touch, kind: 'mail', direction: 'in' }, { kind: 'mail', direction: 'in' }],
    ['touch', touch, { kind: 'call' }],
    ['follow_up', { kind: 'reflection', what: say('moved'), why: null }, { kind: 'reflection', what: 'moved' }],
    ['vacancy_closed', {}, {}],
  ])('the parts of %s that a program asks for', (code, told, parts) => {
    expect(partsOf(happening(code, told))).toEqual(parts);
  });
});
