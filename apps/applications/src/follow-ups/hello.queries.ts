import { type FollowUp, outbox } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { insertTouch } from '../contacts/touches.queries.js';

/** A check-in or half-year that is done counts as said hello: a touch that stops no letter, from which the clock goes on. */
export async function recordHello(tx: EntityManager, ids: Ids, reminder: FollowUp, at: Date): Promise<void> {
  const { candidateId, contactId, kind } = reminder;
  if (contactId === null || (kind !== 'check_in' && kind !== 'half_year')) return;
  const touch = { id: ids.next(), candidateId, contactId, kind: 'note', direction: null, at, text: null } as const;
  await insertTouch(tx, { ...touch, followUpId: reminder.id });
  const data = { contactId, touchId: touch.id, kind: touch.kind, direction: null, at: at.toISOString() };
  await outbox.append(tx, ids, { candidateId, type: 'contact.touched.v1', data });
}
