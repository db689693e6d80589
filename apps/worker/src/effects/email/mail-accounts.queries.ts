/** Whether the server takes mail from us, in its rows: decided on the database's clock, each change in one statement. */
import type { Facts, Sentence } from '@app/contracts';
import { type FollowUp, MailAccount } from '@app/database';
import { type EntityManager, In, IsNull, Not } from 'typeorm';

/** Through which all mail leaves; any other one is a candidate as its sender. */
export const SHARED = '00000000-0000-0000-0000-000000000000';

type Row = Pick<FollowUp, 'id' | 'candidateId'>;
const accountsOf = ({ candidateId }: Row): string[] => [SHARED, candidateId];

/** Another server or login has refused nothing yet. */
export async function reopenIfChanged(tx: EntityManager, fingerprint: string): Promise<void> {
  await tx.query(
    `update mail_accounts set fingerprint = $1, refused_at = null, refused_recipient = null, why_code = null,
       why_facts = '{}', closed_at = null, try_at = null, trying = null, told_at = null, opened_at = now(), changed_at = now() where fingerprint <> $1`,
    [fingerprint],
  );
}

/** For people, who want to know where their mail goes. */
export async function nameServer(tx: EntityManager, fingerprint: string, server: string): Promise<void> {
  await tx.query(
    `insert into mail_accounts as a (id, fingerprint, server) values ($1, $2, $3)
     on conflict (id) do update set server = $3 where a.server is distinct from $3`,
    [SHARED, fingerprint, server],
  );
}

/** `once an hour`: whether this mail is the one with which a closed account is tried now. One sender alone gets this answer. */
export async function takeTry(tx: EntityManager, row: Row, now: Date): Promise<boolean> {
  const closed = await tx.find(MailAccount, {
    where: { id: In(accountsOf(row)), closedAt: Not(IsNull()) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  if (closed.length === 0 || closed.some(({ tryAt }) => tryAt! > now)) return false;
  await tx.query(
    `update mail_accounts set try_at = now() + interval '1 hour', trying = $2 where id = any($1) and closed_at is not null`,
    [accountsOf(row), row.id],
  );
  return true;
}

/** It did not go after all, so another one may. */
export async function giveTryBack(tx: EntityManager, row: Row): Promise<void> {
  await tx.query(`update mail_accounts set try_at = now(), trying = null where id = any($1) and trying = $2`, [
    accountsOf(row),
    row.id,
  ]);
}

/** The first of a row of refusals begins it, one for somebody else closes the account. An account that is not this one any more hears nothing of it. */
export async function refused(
  tx: EntityManager,
  { id, fingerprint, recipient, why }: { id: string; fingerprint: string; recipient: string; why: Sentence },
): Promise<void> {
  await tx.query(
    `insert into mail_accounts as a (id, candidate_id, fingerprint, refused_at, refused_recipient, why_code, why_facts)
       values ($1::uuid, nullif($1::uuid, $6::uuid), $2, now(), $3, $4, $5)
     on conflict (id) do update set
       refused_at = coalesce(a.refused_at, now()), refused_recipient = coalesce(a.refused_recipient, $3),
       why_code = $4, why_facts = $5,
       closed_at = case when a.refused_recipient <> $3 then coalesce(a.closed_at, now()) else a.closed_at end,
       try_at = case when a.closed_at is null and a.refused_recipient <> $3 then now() + interval '1 hour' else a.try_at end
     where a.fingerprint = $2`,
    [id, fingerprint, recipient, why.code, JSON.stringify(why.facts), SHARED],
  );
}

/** A mail was taken, so the row of refusals is over; what waited for that is found by the relay. */
export async function accepted(tx: EntityManager, row: Row, fingerprint: string): Promise<void> {
  await tx.query(
    `update mail_accounts set refused_at = null, refused_recipient = null, why_code = null, why_facts = '{}', closed_at = null,
       try_at = null, trying = null, told_at = null, opened_at = now() where id = any($1) and refused_at is not null and fingerprint = $2`,
    [accountsOf(row), fingerprint],
  );
}

/** A try is over, whatever came of it: the next one is in an hour. */
export async function endTry(tx: EntityManager, row: Row): Promise<void> {
  await tx.query(`update mail_accounts set trying = null where id = any($1) and trying = $2`, [
    accountsOf(row),
    row.id,
  ]);
}

/** Whether others went since this mail was last refused: then it is this one that the server does not want. */
export async function hasTakenOthers(
  tx: EntityManager,
  { refusedAt, refusedAlone, ...row }: Row & Pick<FollowUp, 'refusedAt' | 'refusedAlone'>,
): Promise<boolean> {
  if (refusedAt === null) return false;
  const accounts = await tx.findBy(MailAccount, { id: In(accountsOf(row)) });
  if (accounts.some(({ changedAt }) => changedAt !== null && changedAt >= refusedAt)) return false;
  return refusedAlone || accounts.some(({ openedAt }) => openedAt !== null && openedAt >= refusedAt);
}

export async function leaveAlone(tx: EntityManager, { id }: Row, isAlone: boolean): Promise<void> {
  await tx.query(
    `update follow_ups set refused_at = now(), refused_alone = $2,
       refused_until = now() + case when $2 then interval '1 day' else interval '1 hour' end where id = $1`,
    [id, isAlone],
  );
}

export interface RefusedAccount {
  id: string;
  since: Date;
  code: string;
  facts: Facts;
}

/** Those of whose refusal nobody was told yet, marked as told. */
export async function markTold(tx: EntityManager, ids: readonly string[]): Promise<RefusedAccount[]> {
  const [rows]: [RefusedAccount[], number] = await tx.query(
    `update mail_accounts set told_at = now() where id = any($1) and refused_at is not null and told_at is null
     returning id, refused_at as since, why_code as code, why_facts as facts`,
    [ids],
  );
  return rows;
}

/** How often each of these was tried, the tries in which it was us that was refused left out, by id; those that are forgotten count no more. */
export async function ownTries(tx: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
  const rows: { id: string; count: number }[] = await tx.query(
    `select follow_up_id as id, count(*)::int as count from follow_up_attempts
     where follow_up_id = any($1) and outcome is distinct from 'mailbox_refused' group by follow_up_id`,
    [ids],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
