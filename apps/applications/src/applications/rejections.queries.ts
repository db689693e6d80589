import type { Stage } from '@app/contracts';
import { type Rejection, StageChange } from '@app/database';
import type { EntityManager } from 'typeorm';
import { deleteTouch, insertTouch } from '../contacts/touches.queries.js';

/** A rejection is a touch of the contact. The touch has the rejection's id, so that it goes where the rejection goes. */
export async function moveTouchOfRejection(
  tx: EntityManager,
  { id, candidateId, receivedAt, reasonWords }: Rejection,
  contactId: string | null,
): Promise<void> {
  await deleteTouch(tx, id);
  if (contactId === null) return;
  const what = { kind: 'rejection', direction: 'in', at: receivedAt, text: reasonWords } as const;
  await insertTouch(tx, { id, candidateId, contactId, ...what });
}

/** The stage that the latest rejection ended. */
export async function stageBeforeRejection(tx: EntityManager, applicationId: string): Promise<Stage> {
  const { fromStage } = await tx.findOneOrFail(StageChange, {
    where: { applicationId, toStage: 'rejected' },
    order: { id: 'DESC' },
  });
  return fromStage ?? 'applied';
}
