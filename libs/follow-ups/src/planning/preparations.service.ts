import { say } from '@app/contracts';
import { Application, candidateWithSettings, databaseNow, FollowUp, Interview, ledger, outbox } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { planInterviewPrep, type Preparation, preparationSteps, type Step } from './interview.policy.js';
import { end } from './changing.queries.js';
import { insertPlanned } from './planning.queries.js';

/** One preparation for each interview ahead, brought to what the rows say: messages may come in any order, and again. */
export class Preparations {
  constructor(private readonly ids: Ids) {}

  async set(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    const interviews = await tx.find(Interview, { where: { applicationId }, order: { scheduledAt: 'ASC', id: 'ASC' } });
    const rows = await tx.find(FollowUp, {
      where: { applicationId, kind: 'interview_prep' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (interviews.length === 0 && rows.length === 0) return;
    const application = await tx.findOneBy(Application, { id: applicationId });
    const { settings } = await candidateWithSettings(tx, candidateId);
    const steps = preparationSteps({
      stage: application?.deletedAt === null ? application.stage : null,
      interviews,
      preparations: rows.map(preparationOf).toReversed(),
      timezone: settings.timezone,
      now: await databaseNow(tx),
    });
    for (const step of steps) await this.take(tx, { candidateId, application, interviews, rows }, step);
  }

  private async take(tx: EntityManager, around: Surroundings, step: Step): Promise<void> {
    if (step.to === 'plan') return this.plan(tx, around, step);
    const row = around.rows.find(({ id }) => id === step.preparation.id)!;
    if (step.to === 'end') {
      return end(tx, this.ids, row, { by: 'stop_rule', code: step.why, why: say(step.why) });
    }
    return step.to === 'move' ? this.move(tx, row, step) : this.restore(tx, row, step);
  }

  private async plan(
    tx: EntityManager,
    { candidateId, application, interviews }: Surroundings,
    { interview, due, heldWhy }: Extract<Step, { to: 'plan' }>,
  ): Promise<void> {
    const since = interviews.find(({ id }) => id === interview.id)!.createdAt;
    const { id: applicationId, contactId } = application!;
    // A message may plan several of them, so none is the source of one.
    const origin = { candidateId, sourceId: null, applicationId, contactId, interviewId: interview.id, since };
    await insertPlanned(tx, this.ids, origin, planInterviewPrep(due, heldWhy));
  }

  private async move(tx: EntityManager, row: FollowUp, { due, preparation }: Change): Promise<void> {
    await tx.update(FollowUp, { id: row.id }, { ...columnsOf(row, due), updatedAt: () => 'now()' });
    const isElsewhere = preparation.interviewAt?.getTime() !== due.interviewAt.getTime();
    if (!isElsewhere && row.dueAt.getTime() === due.dueAt.getTime()) return;
    const dueAt = due.dueAt.toISOString();
    const interviewAt = due.interviewAt.toISOString();
    const why = isElsewhere ? say('interview_at', { interviewAt, dueAt }) : say('zone_changed', { dueAt });
    await ledger.write(tx, row, { by: 'clock', what: say('moved'), why });
  }

  /** What stopped it has passed. */
  private async restore(tx: EntityManager, row: FollowUp, { due }: Change): Promise<void> {
    const wasHeld = row.priorState === 'held';
    const back = wasHeld
      ? ({ state: 'held', heldWhy: row.priorHeldWhy, heldUntil: row.priorHeldUntil } as const)
      : ({ state: 'waiting' } as const);
    await tx.update(
      FollowUp,
      { id: row.id },
      { ...columnsOf(row, due), ...back, ...NOT_ENDED, updatedAt: () => 'now()' },
    );
    await ledger.write(tx, row, { by: 'plan', what: say('planned_again'), why: say('interview_ahead_again') });
    const data = { ...ledger.factOf(row), dueAt: due.dueAt.toISOString() };
    await outbox.append(tx, this.ids, { candidateId: row.candidateId, type: 'follow_up.planned.v1', data });
  }
}

interface Surroundings {
  candidateId: string;
  application: Application | null;
  interviews: readonly Interview[];
  rows: readonly FollowUp[];
}
type Change = Extract<Step, { to: 'move' | 'restore' }>;

const NOT_ENDED = { endedBy: null, endedWhy: null, priorState: null, priorHeldWhy: null, priorHeldUntil: null };

const columnsOf = ({ details }: FollowUp, { dueAt, plannedDueAt, interviewAt }: Change['due']) => ({
  dueAt,
  plannedDueAt,
  details: { ...details, interviewAt: interviewAt.toISOString() },
});

function preparationOf(row: FollowUp): Preparation {
  const { interviewAt } = (row.details ?? {}) as { interviewAt?: string };
  return {
    ...row,
    interviewAt: interviewAt === undefined ? null : new Date(interviewAt),
    isFrozen: row.messageId !== null,
  };
}
