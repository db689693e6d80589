/** When an application has an interview ahead, and how many it keeps. */
import { INTERVIEW_STAGES, type Stage } from '@app/contracts';
import { RuleViolation } from '@app/platform';

export const MOST_INTERVIEWS = 50;

const WAY_OUT: Partial<Record<Stage, string>> = {
  saved: 'Move it to applied, or further, with POST /stage first.',
  offer: 'If there is another round, step back to interview with POST /stage first.',
  accepted: 'If there is another round, step back to offer and interview with POST /stage first.',
  rejected: 'If they changed their mind, move it on with POST /stage, or DELETE /rejection if it was a mistake.',
  withdrawn: 'Record it as a new application.',
};

/** Throws where none can lie ahead. The stage itself stays where it is: whoever interviews moves on when they say so. */
export function requireInterviewStage(stage: Stage): void {
  if ((INTERVIEW_STAGES as readonly Stage[]).includes(stage)) return;
  const why = `An application that is ${stage} has no interview ahead. ${WAY_OUT[stage] ?? ''}`;
  throw new RuleViolation('no_interview_ahead', why.trim());
}

export function requireRoom(known: number): void {
  if (known < MOST_INTERVIEWS) return;
  const why = `An application keeps ${MOST_INTERVIEWS} interviews at most. Take away one that is not needed.`;
  throw new RuleViolation('too_many_interviews', why);
}
