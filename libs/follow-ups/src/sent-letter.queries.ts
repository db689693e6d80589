/** What follows from a letter that went, whoever says so: the mail server's 250, or the candidate. */
import { type FollowUp, ledger, outbox, Touch } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';

/** It is a touch like any other, and a fact. `at`: when it was handed over. */
export async function recordSent(tx: EntityManager, ids: Ids, letter: FollowUp, at: Date): Promise<void> {
  const { id, candidateId, contactId, messageId } = letter;
  if (contactId !== null) {
    const touch = { id: ids.next(), candidateId, contactId, kind: 'mail', direction: 'out', at, text: null } as const;
    await tx.insert(Touch, { ...touch, followUpId: id });
    await tx.query('update contacts set last_touch_at = greatest(last_touch_at, $2) where id = $1', [contactId, at]);
    const data = { contactId, touchId: touch.id, kind: touch.kind, direction: touch.direction, at: at.toISOString() };
    await outbox.append(tx, ids, { candidateId, type: 'contact.touched.v1', data });
  }
  const data = { ...ledger.factOf(letter), messageId };
  await outbox.append(tx, ids, { candidateId, type: 'follow_up.sent.v1', data });
}
