import { type FollowUp, Reflection, Rejection } from '@app/database';
import { type EntityManager, IsNull } from 'typeorm';
import { isSettled, settledFor } from './reflection.policy.js';

export const reflectionOf = (tx: EntityManager, applicationId: string): Promise<Reflection | null> =>
  tx.findOneBy(Reflection, { applicationId });

interface Of {
  applicationId: string;
  candidateId: string;
  rejectionId: string;
}

/** What was never written begins with it. In the candidate's turn, so that it begins once. */
export async function writeReflection(
  tx: EntityManager,
  row: Reflection | null,
  { applicationId, candidateId, rejectionId }: Of,
  columns: Partial<Reflection>,
): Promise<void> {
  if (row === null) await tx.insert(Reflection, { applicationId, candidateId, rejectionId, ...columns });
  else await tx.update(Reflection, { applicationId }, { ...columns, rejectionId, updatedAt: () => 'now()' });
}

const lookedAt = ({ kind, applicationId, candidateId, rejectionId }: FollowUp): Of | null =>
  kind === 'reflection' && applicationId !== null && rejectionId !== null
    ? { applicationId, candidateId, rejectionId }
    : null;

/** The reminder is done, and so is what it reminds of; of a no that was taken back there is nothing. */
export async function recordLookBack(tx: EntityManager, reminder: FollowUp, at: Date): Promise<void> {
  const of = lookedAt(reminder);
  if (of === null || !(await tx.existsBy(Rejection, { id: of.rejectionId, revokedAt: IsNull() }))) return;
  const row = await reflectionOf(tx, of.applicationId);
  if (isSettled(settledFor(row, of.rejectionId))) return;
  await writeReflection(tx, row, of, { lookedBackAt: at, skippedAt: null });
}

export async function takeBackLookBack(tx: EntityManager, reminder: FollowUp): Promise<void> {
  const of = lookedAt(reminder);
  const row = of && (await reflectionOf(tx, of.applicationId));
  if (of === null || row === null || !isSettled(settledFor(row, of.rejectionId))) return;
  await writeReflection(tx, row, of, { lookedBackAt: null, skippedAt: null });
}
