/** When an application has an interview ahead, and how many it keeps. */
import { INTERVIEW_STAGES, refusal, type Stage } from '@app/contracts';
import { RuleViolation } from '@app/platform';

export const MOST_INTERVIEWS = 50;

/** Throws where none can lie ahead. The stage itself stays where it is: whoever interviews moves on when they say so. */
export function requireInterviewStage(stage: Stage): void {
  if ((INTERVIEW_STAGES as readonly Stage[]).includes(stage)) return;
  throw new RuleViolation(refusal('no_interview_ahead', { stage }));
}

export function requireRoom(known: number): void {
  if (known < MOST_INTERVIEWS) return;
  throw new RuleViolation(refusal('too_many_interviews', { most: MOST_INTERVIEWS }));
}
