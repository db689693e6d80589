/** The reminder for the evening before an interview. */
import { eveningBefore } from '@app/follow-ups';
import type { Planned } from './planned.js';

export function planInterviewPrep(facts: { scheduledAt: Date; timezone: string; now: Date }): Planned | null {
  const { scheduledAt, timezone, now } = facts;
  if (scheduledAt <= now) return null;
  const evening = eveningBefore(scheduledAt, timezone);
  return {
    kind: 'interview_prep',
    audience: 'candidate',
    state: 'waiting',
    dueAt: evening < now ? now : evening,
    why: 'An interview is scheduled: the evening before is for preparing.',
    details: { interviewAt: scheduledAt.toISOString() },
  };
}
