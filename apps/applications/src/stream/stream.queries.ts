import type { EntityManager } from 'typeorm';

/** Of these tokens and sessions, those that still let somebody in. An open stream is no use of them: it keeps none alive. */
export async function standing(tx: EntityManager, candidateId: string, credentialIds: string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select id from credentials where candidate_id = $1 and id = any($2) and revoked_at is null
       and (expires_at is null or expires_at > now()) and (idle_until is null or idle_until > now())`,
    [candidateId, credentialIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of these boards, those that the candidate watches. */
export async function watchedOf(tx: EntityManager, candidateId: string, boardIds: string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select distinct board_id as id from watches where candidate_id = $1 and board_id = any($2) and not paused',
    [candidateId, boardIds],
  );
  return rows.map(({ id }) => id);
}
