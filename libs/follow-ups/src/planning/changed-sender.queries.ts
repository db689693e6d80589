import type { EntityManager } from 'typeorm';

/** What a server refused of the former address says nothing of the new one. */
export async function forgetRefusals(tx: EntityManager, candidateId: string): Promise<void> {
  await tx.query(
    `update mail_accounts set refused_at = null, refused_recipient = null, why_code = null, why_facts = '{}', closed_at = null,
       try_at = null, trying = null, told_at = null, opened_at = now(), changed_at = now() where id = $1`,
    [candidateId],
  );
}
