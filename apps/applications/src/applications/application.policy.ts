/** How an application moves: which stage follows which, and what a rejection takes. */
import { refusal, REJECTABLE_STAGES, type RejectableStage, type RuleSentences, type Stage } from '@app/contracts';
import { RuleViolation } from '@app/platform';

const FORWARD = ['saved', 'applied', 'screening', 'interview', 'offer', 'accepted'] as const satisfies readonly Stage[];
const rank = (stage: Stage): number => (FORWARD as readonly Stage[]).indexOf(stage);

export interface Standing {
  stage: Stage;
  /** At which stage the standing rejection came. */
  rejectedAt: RejectableStage | null;
}

/** Throws unless `to` follows: any number of steps forward, one back to correct, `withdrawn` from all of these. */
export function requireFollows({ stage, rejectedAt }: Standing, to: Stage, scheduled: boolean): void {
  if (to === 'rejected') throw doesNotFollow(stage, to, 'rejection');
  // Another round, or another hour.
  if (stage === 'interview' && to === 'interview' && scheduled) return;
  if (stage === 'withdrawn') throw doesNotFollow(stage, to, 'withdrawn');
  if (stage === 'rejected') {
    if (rejectedAt !== null && rank(to) > rank(rejectedAt)) return;
    throw doesNotFollow(stage, to, 'rejected');
  }
  const steps = rank(to) - rank(stage);
  if (to === 'withdrawn' || steps > 0 || steps === -1) return;
  throw doesNotFollow(stage, to, 'steps');
}

function doesNotFollow(from: Stage, to: Stage, since: RuleSentences['stage_does_not_follow']['since']): RuleViolation {
  return new RuleViolation(refusal('stage_does_not_follow', { from, to, since }), { pointer: '/stage' });
}

/** When the candidate applied: told, or known once the application leaves `saved`. */
export function appliedAtAfter(appliedAt: Date | null, to: Stage, at: Date): Date | null {
  if (to === 'saved') return null;
  return to === 'withdrawn' ? appliedAt : (appliedAt ?? at);
}

export interface Rejectable {
  stage: Stage;
  appliedAt: Date | null;
  /** Nobody said when: the date gives way to what is told later. */
  appliedAtIsAssumed: boolean;
}

export const isRejectable = (stage: Stage): stage is RejectableStage =>
  (REJECTABLE_STAGES as readonly Stage[]).includes(stage);

export function requireRejectable(stage: Stage): asserts stage is RejectableStage {
  if (isRejectable(stage)) return;
  if (stage === 'rejected') throw new RuleViolation(refusal('already_rejected'));
  if (stage === 'accepted') throw new RuleViolation(refusal('already_accepted'));
  throw new RuleViolation(refusal('not_rejectable', { stage }));
}

/** The moment of application that goes with a rejection received then. */
export function appliedBefore(
  receivedAt: Date,
  { appliedAt, appliedAtIsAssumed }: Omit<Rejectable, 'stage'>,
  pointer = '/receivedAt',
): Date | null {
  if (appliedAt === null || appliedAt <= receivedAt) return appliedAt;
  if (appliedAtIsAssumed) return receivedAt;
  throw new RuleViolation(refusal('before_application', { appliedAt: appliedAt.toISOString() }), {
    kind: 'invalid',
    pointer,
  });
}
