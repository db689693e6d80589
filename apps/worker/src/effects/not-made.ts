import { say } from '@app/contracts';
import { FollowUp, ledger, outbox } from '@app/database';
import { whyOf } from '@app/follow-ups';
import { withoutCredentials, type Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';

/**
 * Ends a follow-up whose mail cannot be made, so that nobody tries it for ever. Where the database was the trouble, this fails
 * as well, and the follow-up stays as it was.
 */
export async function endNotMade(tx: EntityManager, ids: Ids, row: FollowUp, error: unknown): Promise<void> {
  const why = say('not_made', { said: withoutCredentials((error as Error).message).slice(0, 500) });
  const lease = { leaseToken: null, leaseUntil: null, phase: null, heldWhy: null, heldUntil: null };
  await tx.update(FollowUp, { id: row.id }, { ...lease, state: 'failed', updatedAt: () => 'now()' });
  await ledger.write(tx, row, { by: 'sender', what: say('failed'), why });
  const data = { ...ledger.factOf(row), ...whyOf(why) };
  await outbox.append(tx, ids, { candidateId: row.candidateId, type: 'follow_up.failed.v1', data });
}
