import { refusal } from '@app/contracts';
import { Credential } from '@app/database';
import { RuleViolation } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { PageById } from './sessions.schemas.js';

/** More than these are nobody's: the longest open go first. */
const MOST_SESSIONS = 100;
const STANDS = `revoked_at is null and expires_at > now() and (idle_until is null or idle_until > now())`;

export interface NewCredential {
  id: string;
  candidateId: string;
  name: string;
  hash: Buffer;
  scopes: string[] | null;
  openedBy: string | null;
}

/** `caller_of` moves the shorter of the two ends with every use. */
export async function insertSession(tx: EntityManager, session: NewCredential): Promise<void> {
  const { candidateId } = session;
  const ends = {
    lastUsedAt: () => 'now()',
    expiresAt: () => `now() + interval '90 days'`,
    idleUntil: () => `now() + interval '14 days'`,
  };
  await forgetEnded(tx, candidateId);
  await tx
    .createQueryBuilder()
    .insert()
    .into(Credential)
    .values({ ...session, kind: 'session', ...ends })
    .execute();
  await tx.query(
    `delete from credentials where candidate_id = $1 and id in
       (select id from credentials where candidate_id = $1 and kind = 'session' order by created_at desc, id desc offset $2)`,
    [candidateId, MOST_SESSIONS],
  );
}

/** When it expires. */
export async function insertCode(tx: EntityManager, code: NewCredential): Promise<Date> {
  const { id, candidateId } = code;
  const expiresAt = () => `now() + interval '10 minutes'`;
  await forgetEnded(tx, candidateId);
  await tx
    .createQueryBuilder()
    .insert()
    .into(Credential)
    .values({ ...code, kind: 'code', expiresAt })
    .execute();
  return (await tx.findOneByOrFail(Credential, { id, candidateId })).expiresAt!;
}

/** By whom it was made; null where somebody else was first. */
export async function useUp(
  tx: EntityManager,
  candidateId: string,
  codeId: string,
): Promise<{ openedBy: string | null } | null> {
  const [rows] = (await tx.query(
    `update credentials set revoked_at = now()
     where candidate_id = $1 and id = $2 and kind = 'code' and ${STANDS} returning opened_by as "openedBy"`,
    [candidateId, codeId],
  )) as [{ openedBy: string | null }[]];
  return rows[0] ?? null;
}

/** Newest first; one more than asked for, so that it shows whether there is a next page. */
export function sessionsPage(
  tx: EntityManager,
  candidateId: string,
  { limit, cursor }: PageById,
): Promise<Credential[]> {
  const query = tx
    .createQueryBuilder(Credential, 'c')
    .where(`c.candidate_id = :candidateId and c.kind = 'session' and ${STANDS}`, { candidateId });
  if (cursor) query.andWhere('c.id < :before', { before: cursor[0] });
  return query
    .orderBy('c.id', 'DESC')
    .take(limit + 1)
    .getMany();
}

export async function revokeSession(tx: EntityManager, candidateId: string, id: string): Promise<void> {
  const [, count] = (await tx.query(
    `update credentials set revoked_at = now() where candidate_id = $1 and id = $2 and kind = 'session' and ${STANDS}`,
    [candidateId, id],
  )) as [unknown, number];
  if (count === 0) throw new RuleViolation(refusal('not_found', { what: 'session', id }), { kind: 'not_found' });
}

async function forgetEnded(tx: EntityManager, candidateId: string): Promise<void> {
  await tx.query(`delete from credentials where candidate_id = $1 and kind <> 'token' and not (${STANDS})`, [
    candidateId,
  ]);
}
