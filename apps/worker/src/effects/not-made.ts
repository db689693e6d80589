import { say, type Sentence } from '@app/contracts';
import { FollowUp, ledger, outbox } from '@app/database';
import { whyOf } from '@app/follow-ups';
import { withoutCredentials, type Ids } from '@app/platform';
import { type EntityManager, QueryFailedError } from 'typeorm';

/** Why a mail cannot be made. What the database refused is none of it: it is thrown on, and the row stays as it was. */
export function notMade(error: unknown): Sentence {
  if (error instanceof QueryFailedError) throw error;
  return say('not_made', { said: withoutCredentials((error as Error).message).slice(0, 500) });
}

/** Ends a follow-up whose mail cannot be made, so that nobody tries it for ever. */
export async function endNotMade(tx: EntityManager, ids: Ids, row: FollowUp, why: Sentence): Promise<void> {
  const lease = { leaseToken: null, leaseUntil: null, phase: null, heldWhy: null, heldUntil: null };
  await tx.update(FollowUp, { id: row.id }, { ...lease, state: 'failed', updatedAt: () => 'now()' });
  await ledger.write(tx, row, { by: 'sender', what: say('failed'), why });
  const data = { ...ledger.factOf(row), ...whyOf(why) };
  await outbox.append(tx, ids, { candidateId: row.candidateId, type: 'follow_up.failed.v1', data });
}
