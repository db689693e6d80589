/** The rows of test letters: leased, renewed and settled on the database's clock. */
import type { Sentence, TestState } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS } from '../../lease.js';

export interface Leased {
  id: string;
  candidateId: string;
  token: string;
}

/** The letter that it is of; null where somebody else has it, or it is over. */
export async function take(tx: EntityManager, { id, candidateId, token }: Leased): Promise<string | null> {
  const [rows]: [{ follow_up_id: string }[], number] = await tx.query(
    `update test_letters set state = 'sending', lease_token = $3, lease_until = now() + make_interval(secs => $4)
     where id = $1 and candidate_id = $2 and (state = 'waiting' or (state = 'sending' and lease_until < now()))
     returning follow_up_id`,
    [id, candidateId, token, LEASE_SECONDS],
  );
  return rows[0]?.follow_up_id ?? null;
}

export async function renew(tx: EntityManager, { id, candidateId, token }: Leased): Promise<void> {
  await tx.query(
    `update test_letters set lease_until = now() + make_interval(secs => $4)
     where id = $1 and candidate_id = $2 and lease_token = $3 and state = 'sending'`,
    [id, candidateId, token, LEASE_SECONDS],
  );
}

export async function settle(
  tx: EntityManager,
  { id, candidateId, token }: Leased,
  state: Extract<TestState, 'sent' | 'failed'>,
  why: Sentence,
): Promise<void> {
  await tx.query(
    `update test_letters set state = $4, why_code = $5, why_facts = $6, ended_at = now(), lease_token = null, lease_until = null
     where id = $1 and candidate_id = $2 and lease_token = $3`,
    [id, candidateId, token, state, why.code, JSON.stringify(why.facts)],
  );
}
