/** Somebody asked to be left in peace: the word goes by every address they have or had, to whoever is at one of them. */
import { addressMarks, Contact, outbox } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';

/** The addresses are marked, and whoever is there is opted out as well, each with a fact of their own. In the candidate's turn. */
export async function optOut(
  tx: EntityManager,
  ids: Ids,
  { candidateId, id, keys }: { candidateId: string; id: string; keys: readonly string[] },
): Promise<void> {
  if (keys.length === 0) return;
  await addressMarks.put(tx, candidateId, keys, 'opted_out');
  const others = await tx
    .createQueryBuilder(Contact, 'contact')
    .where('contact.email_key = any(:keys) and contact.id <> :id', { keys, id })
    .andWhere('not contact.do_not_contact and contact.deleted_at is null')
    .orderBy('contact.id')
    .setLock('for_no_key_update')
    .getMany();
  for (const { id: contactId } of others) {
    await tx.update(Contact, { id: contactId }, { doNotContact: true, updatedAt: () => 'now()' });
    await outbox.append(tx, ids, { candidateId, type: 'contact.opted_out.v1', data: { contactId } });
  }
  for (const other of others) await optOut(tx, ids, { candidateId, id: other.id, keys: addressMarks.keysOf(other) });
}
