/** The reminders for the evenings before an application's interviews: which there should be, beside those that are there. */
import { type HeldWhy, INTERVIEW_STAGES, type ReasonCode, say, type Stage, type StoredState } from '@app/contracts';
import { eveningBefore } from '../reminder-time.policy.js';
import type { Planned } from './planned.policy.js';
import { isEndedForNow } from './reconsider.policy.js';

type PreparationEnd = Extract<ReasonCode, `interview_${string}` | 'no_longer_interview' | 'application_deleted'>;

export interface Round {
  id: string;
  scheduledAt: Date;
}

export interface Preparation {
  id: string;
  interviewId: string | null;
  /** The hour that it speaks of. */
  interviewAt: Date | null;
  state: StoredState;
  phase: 'connect' | 'data' | null;
  heldWhy: HeldWhy | null;
  dueAt: Date;
  plannedDueAt: Date | null;
  chosenAt: Date | null;
  endedBy: string | null;
  endedWhy: string | null;
  /** Its words were given to a mail server once. */
  isFrozen: boolean;
}

export interface Rounds {
  /** Null: the application is gone. */
  stage: Stage | null;
  interviews: readonly Round[];
  /** The newest first. */
  preparations: readonly Preparation[];
  timezone: string;
  now: Date;
}

interface Due {
  dueAt: Date;
  plannedDueAt: Date;
  interviewAt: Date;
}

export type Step =
  | { to: 'plan'; interview: Round; due: Due; heldWhy: HeldWhy | null }
  | { to: 'move' | 'restore'; preparation: Preparation; due: Due }
  | { to: 'end'; preparation: Preparation; why: PreparationEnd };

/** What is left to do until each interview ahead has one preparation; nothing once it has. */
export function preparationSteps(rounds: Rounds): Step[] {
  const { interviews, preparations } = rounds;
  const ahead = interviews.filter((interview) => whyNone(interview, rounds) === null);
  const idle = preparations.filter(isStoppable).flatMap((preparation): Step[] => {
    const why = whyNone(
      interviews.find(({ id }) => id === preparation.interviewId),
      rounds,
    );
    return why === null ? [] : [{ to: 'end', preparation, why }];
  });
  return [...idle, ...ahead.flatMap((interview) => stepsOf(interview, rounds))];
}

function whyNone(interview: Round | undefined, { stage, now }: Rounds): PreparationEnd | null {
  if (stage === null) return 'application_deleted';
  if (!interview) return 'interview_gone';
  if (!(INTERVIEW_STAGES as readonly Stage[]).includes(stage)) return 'no_longer_interview';
  return interview.scheduledAt > now ? null : 'interview_over';
}

function stepsOf(interview: Round, { preparations, timezone, now }: Rounds): Step[] {
  const own = preparations.filter(({ interviewId }) => interviewId === interview.id);
  const here = (preparation: Preparation) => isAt(preparation, interview);
  const [pending, ...more] = own.filter(isStoppable);
  const moved = (preparation: Preparation): Step => ({ to: 'end', preparation, why: 'interview_moved' });
  const dueOf = (preparation: Preparation) => dueNow(interview, timezone, now, preparation);
  if (own.some((preparation) => here(preparation) && isSettled(preparation))) {
    return [pending, ...more].filter((preparation) => preparation !== undefined).map(moved);
  }
  if (!pending) {
    const stopped = own.find((preparation) => here(preparation) && isStopped(preparation));
    if (stopped) return isEndedForNow(stopped) ? [{ to: 'restore', preparation: stopped, due: dueOf(stopped) }] : [];
    return [{ to: 'plan', interview, due: dueNow(interview, timezone, now, null), heldWhy: null }];
  }
  const due = dueOf(pending);
  // What a server may have of it speaks of the former hour, and goes or not as it is.
  if (pending.isFrozen && !here(pending)) {
    const anew = { interview, due: dueNow(interview, timezone, now, null), heldWhy: pending.heldWhy };
    return [pending, ...more].map(moved).concat({ to: 'plan', ...anew });
  }
  const isRight = here(pending) && (pending.isFrozen || Number(pending.plannedDueAt) === Number(due.plannedDueAt));
  return [...more.map(moved), ...(isRight ? [] : [{ to: 'move' as const, preparation: pending, due }])];
}

/** At 18:00 the evening before, at once when that is over; the moment that the candidate chose stays, if it is before the interview. */
function dueNow({ scheduledAt }: Round, timezone: string, now: Date, former: Preparation | null): Due {
  const evening = eveningBefore(scheduledAt, timezone);
  const fixed = { plannedDueAt: evening, interviewAt: scheduledAt };
  if (former && isChosen(former) && former.dueAt < scheduledAt) return { ...fixed, dueAt: former.dueAt };
  if (evening > now) return { ...fixed, dueAt: evening };
  return { ...fixed, dueAt: former && former.dueAt <= now ? former.dueAt : now };
}

const isChosen = ({ chosenAt, dueAt, plannedDueAt }: Preparation) =>
  chosenAt !== null && (plannedDueAt === null || dueAt.getTime() !== plannedDueAt.getTime());

const isAt = ({ interviewAt }: Preparation, { scheduledAt }: Round) => interviewAt?.getTime() === scheduledAt.getTime();

const STOPPABLE = new Set<StoredState>(['waiting', 'held', 'sending', 'retrying']);
/** Past `data` the server is reading it already. */
const isStoppable = ({ state, phase }: Preparation) => STOPPABLE.has(state) && phase !== 'data';
const isStopped = ({ state, endedBy }: Preparation) => state === 'cancelled' && endedBy === 'stop_rule';
/** Told, had done, or cancelled by the candidate: that hour needs no other. */
const isSettled = (preparation: Preparation) => !isStoppable(preparation) && !isStopped(preparation);

export function planInterviewPrep({ dueAt, plannedDueAt, interviewAt }: Due, heldWhy: HeldWhy | null): Planned {
  return {
    kind: 'interview_prep',
    audience: 'candidate',
    dueAt,
    plannedDueAt,
    why: say('evening_before'),
    details: { interviewAt: interviewAt.toISOString() },
    ...(heldWhy === null ? { state: 'waiting' } : { state: 'held', heldWhy }),
  };
}
