import { refusal } from '@app/contracts';
import { deletion } from '@app/database';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS } from '../lease.js';

export interface Whose {
  id: string;
  candidateId: string;
  token: string;
}

export interface Untouched {
  id: string;
  vacancyId: string;
}

const OURS = `lease_token = $3 and state = 'undoing'`;

export async function claimUndo(tx: EntityManager, { id, candidateId, token }: Whose): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(
    `update imports set lease_token = $3, lease_until = now() + make_interval(secs => $4)
     where id = $1 and candidate_id = $2 and state = 'undoing' and retry_at <= now()
       and (lease_until is null or lease_until < now())`,
    [id, candidateId, token, LEASE_SECONDS],
  );
  return count === 1;
}

export async function renewUndo(tx: EntityManager, { id, candidateId, token }: Whose): Promise<void> {
  await tx.query(
    `update imports set lease_until = now() + make_interval(secs => $4) where id = $1 and candidate_id = $2 and ${OURS}`,
    [id, candidateId, token, LEASE_SECONDS],
  );
}

export async function releaseUndo(tx: EntityManager, { id, candidateId, token }: Whose): Promise<void> {
  await tx.query(`update imports set lease_until = null where id = $1 and candidate_id = $2 and ${OURS}`, [
    id,
    candidateId,
    token,
  ]);
}

/** It cannot go on now: in a while, longer each time; in the end it says so, and may be asked for again. */
export async function putOffUndo(
  tx: EntityManager,
  { id, candidateId, token }: Whose,
  { error, retry }: { error: string; retry(failures: number): { seconds: number; park: boolean } },
): Promise<void> {
  const [row]: { failures: number }[] = await tx.query(
    `select failures from imports where id = $1 and candidate_id = $2 and ${OURS} for no key update`,
    [id, candidateId, token],
  );
  if (row === undefined) return;
  const failures = row.failures + 1;
  const { seconds, park } = retry(failures);
  const { code, facts } = refusal('internal_error', { of: 'import_undo' });
  await tx.query(
    `update imports set failures = $4, last_error = $5, lease_until = null, retry_at = now() + make_interval(secs => $6),
       state = case when $7 then 'failed' else state end, why_code = case when $7 then $8 else why_code end,
       why_facts = case when $7 then $9::jsonb else why_facts end
     where id = $1 and candidate_id = $2 and ${OURS}`,
    [id, candidateId, token, failures, error, seconds, park, code, JSON.stringify(facts)],
  );
}

/** Another worker may have gone on with it. */
export async function isStillUndone(tx: EntityManager, { id, candidateId, token }: Whose): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from imports where id = $1 and candidate_id = $2 and ${OURS} for no key update`,
    [id, candidateId, token],
  );
  return rows.length === 1;
}

/** As they were recorded, locked: no write came to their row, and nothing was planned or noted for them. */
export function untouchedOf(tx: EntityManager, { id, candidateId }: Whose, most: number): Promise<Untouched[]> {
  return tx.query(
    `select a.id, a.vacancy_id as "vacancyId" from applications a
     where a.candidate_id = $1 and a.import_id = $2 and a.version = 1 and a.contact_id is null
       and not exists (select from interviews i where i.candidate_id = $1 and i.application_id = a.id)
       and not exists (select from follow_ups f where f.candidate_id = $1 and f.application_id = a.id)
     order by a.id limit $3 for update of a`,
    [candidateId, id, most],
  );
}

/** As by hand: hidden for 30 days, and nobody is asked any more for what no application is for. */
export async function removeAll(
  tx: EntityManager,
  { id, candidateId }: Whose,
  untouched: readonly Untouched[],
): Promise<void> {
  await deletion.hideApplications(
    tx,
    candidateId,
    untouched.map((application) => application.id),
  );
  await tx.query(
    `update watches w set paused = true where w.candidate_id = $1 and w.vacancy_id = any ($2) and not w.paused
       and not exists (select from applications a where a.candidate_id = $1 and a.vacancy_id = w.vacancy_id)`,
    [candidateId, untouched.map(({ vacancyId }) => vacancyId)],
  );
  await tx.query(
    `update imports set removed = removed + $3, failures = 0, lease_until = now() + make_interval(secs => $4)
     where id = $1 and candidate_id = $2`,
    [id, candidateId, untouched.length, LEASE_SECONDS],
  );
}

export async function endUndo(tx: EntityManager, { id, candidateId, token }: Whose): Promise<void> {
  await tx.query(
    `update imports set state = 'undone', lease_until = null, why_code = null, why_facts = '{}', kept = (
       select count(*) from applications a where a.candidate_id = $2 and a.import_id = $1) where id = $1 and candidate_id = $2 and ${OURS}`,
    [id, candidateId, token],
  );
}
