import { Candidate, outbox, rowLock } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Acceptance } from './looking.policy.js';

/** Every row of theirs refers to the candidate: whoever writes one meanwhile is not kept waiting. */
export const lockedCandidate = (tx: EntityManager, id: string): Promise<Candidate> =>
  tx.findOneOrFail(Candidate, { where: { id }, ...rowLock(true) });

/** `fields`: what is said to have changed; the rest is nobody else's business. */
export async function changeCandidate(
  tx: EntityManager,
  ids: Ids,
  { id }: Candidate,
  columns: Partial<Pick<Candidate, 'name' | 'email' | 'settings' | 'lookingOffBy'>>,
  fields: readonly string[],
): Promise<void> {
  await tx.update(Candidate, { id }, { ...columns, updatedAt: () => 'now()' });
  if (fields.length === 0) return;
  const data = { fields: [...fields] };
  await outbox.append(tx, ids, { candidateId: id, type: 'settings.changed.v1', data });
}

/** Applications that are accepted now, since when, and whether life went on after it. */
export const standingAcceptances = (tx: EntityManager, candidateId: string): Promise<Acceptance[]> =>
  tx.query(
    `select a.id as "applicationId", accepted.at,
       exists (select from applications o where o.candidate_id = $1 and o.id <> a.id and not o.sample and o.applied_at > accepted.at) as "isFollowed"
     from applications a cross join lateral (
       select at from stage_changes where candidate_id = $1 and application_id = a.id and to_stage = 'accepted' order by id desc limit 1
     ) accepted
     where a.candidate_id = $1 and a.stage = 'accepted' and not a.sample`,
    [candidateId],
  );
