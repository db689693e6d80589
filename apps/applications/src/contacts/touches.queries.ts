import { refusal } from '@app/contracts';
import { Touch } from '@app/database';
import { RuleViolation } from '@app/platform';
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

/** What was recorded by hand; what came of something else goes with that. */
export async function recordedTouch(
  tx: EntityManager,
  { contactId, touchId }: { contactId: string; touchId: string },
): Promise<Touch> {
  const touch = await tx.findOneBy(Touch, { id: touchId, contactId });
  if (touch === null)
    throw new RuleViolation(refusal('not_found', { what: 'touch', id: touchId }), { kind: 'not_found' });
  if (touch.kind === 'rejection') throw new RuleViolation(refusal('touch_stays', { of: 'rejection' }));
  if (touch.followUpId !== null) throw new RuleViolation(refusal('touch_stays', { of: 'follow_up' }));
  return touch;
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
