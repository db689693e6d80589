import { Touch } from '@app/database';
import type { EntityManager } from 'typeorm';
import type { TouchesQuery } from './contacts.schemas.js';

export function touchesPage(tx: EntityManager, contactId: string, { limit, cursor }: TouchesQuery): Promise<Touch[]> {
  const touches = tx.createQueryBuilder(Touch, 'touch').where('touch.contact_id = :contactId', { contactId });
  if (cursor) touches.andWhere('(touch.at, touch.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
  return touches
    .orderBy('touch.at', 'DESC')
    .addOrderBy('touch.id', 'DESC')
    .limit(limit + 1)
    .getMany();
}

/** Everything that happened moves the clock of warmth, wherever it comes from. */
export async function insertTouch(
  tx: EntityManager,
  touch: Pick<Touch, 'id' | 'candidateId' | 'contactId' | 'kind' | 'direction' | 'at' | 'text'> &
    Partial<Pick<Touch, 'followUpId'>>,
): Promise<void> {
  await tx.insert(Touch, touch);
  await tx.query('update contacts set last_touch_at = greatest(last_touch_at, $2) where id = $1', [
    touch.contactId,
    touch.at,
  ]);
}

/** What did not happen moves it back. */
export async function deleteTouch(tx: EntityManager, id: string): Promise<void> {
  const touch = await tx.findOneBy(Touch, { id });
  if (touch === null) return;
  await tx.delete(Touch, { id });
  await tx.query(
    'update contacts set last_touch_at = (select max(at) from touches where contact_id = $1) where id = $1',
    [touch.contactId],
  );
}
