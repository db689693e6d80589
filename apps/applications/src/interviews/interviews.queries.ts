import { refusal } from '@app/contracts';
import { type Application, Interview, outbox } from '@app/database';
import { type Ids, RuleViolation } from '@app/platform';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { requireRoom } from './interview.policy.js';
import type { InterviewsQuery } from './interviews.schemas.js';

export function interviewsPage(
  tx: EntityManager,
  applicationId: string,
  { limit, cursor }: InterviewsQuery,
): Promise<Interview[]> {
  return tx.find(Interview, {
    where: { applicationId, ...(cursor && { scheduledAt: MoreThan(new Date(cursor[0])) }) },
    order: { scheduledAt: 'ASC', id: 'ASC' },
    take: limit + 1,
  });
}

/** The earliest first. */
export function interviewsOf(tx: EntityManager, applicationIds: string[]): Promise<Interview[]> {
  return tx.find(Interview, {
    where: { applicationId: In(applicationIds) },
    order: { scheduledAt: 'ASC', id: 'ASC' },
  });
}

export async function interviewById(tx: EntityManager, applicationId: string, id: string): Promise<Interview> {
  const interview = await tx.findOneBy(Interview, { id, applicationId });
  if (interview !== null) return interview;
  throw new RuleViolation(refusal('not_found', { what: 'interview', id }), { kind: 'not_found' });
}

export const interviewAt = (tx: EntityManager, applicationId: string, scheduledAt: Date): Promise<Interview | null> =>
  tx.findOneBy(Interview, { applicationId, scheduledAt });

type Of = Pick<Application, 'id' | 'candidateId'>;

/** Writes the interview and says so; under the application's lock, so that one hour is one interview. */
export async function insertInterview(
  tx: EntityManager,
  ids: Ids,
  { id: applicationId, candidateId }: Of,
  scheduledAt: Date,
): Promise<Interview> {
  requireRoom(await tx.countBy(Interview, { applicationId }));
  const id = ids.next();
  await tx.insert(Interview, { id, candidateId, applicationId, scheduledAt });
  const data = { applicationId, interviewId: id, scheduledAt: scheduledAt.toISOString() };
  await outbox.append(tx, ids, { candidateId, type: 'application.interview_scheduled.v1', data });
  return tx.findOneByOrFail(Interview, { id });
}

/** A stage that is said again with its hour says nothing new. */
export async function addUnlessThere(tx: EntityManager, ids: Ids, application: Of, scheduledAt: Date): Promise<void> {
  if ((await interviewAt(tx, application.id, scheduledAt)) === null) {
    await insertInterview(tx, ids, application, scheduledAt);
  }
}
