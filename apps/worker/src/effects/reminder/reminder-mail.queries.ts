/** The rows of one mail to the candidate: claimed, renewed, settled and put back together, locked in the order of their ids. */
import { type FollowUpKind, say } from '@app/contracts';
import { FollowUp, ledger } from '@app/database';
import type { FollowUpText } from '@app/follow-ups';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS } from '../../lease.js';
import type { ReminderClaim } from './reminder-claim.js';

/** More than anybody reads in one mail; what is left goes in the next. */
const MOST = 100;

const lockedRows = (tx: EntityManager, candidateId: string) =>
  tx
    .createQueryBuilder(FollowUp, 'f')
    .where('f.candidate_id = :candidateId', { candidateId })
    .orderBy('f.id')
    .setLock('pessimistic_write');

/** What has come due and is in no mail that may have arrived. */
export function dueAndFree(
  tx: EntityManager,
  { candidateId }: FollowUp,
  kinds: readonly FollowUpKind[],
  now: Date,
): Promise<FollowUp[]> {
  return lockedRows(tx, candidateId)
    .andWhere(`f.kind in (:...kinds) and f.state in ('waiting', 'retrying') and f.due_at <= :now`, { kinds, now })
    .andWhere('f.digest_id is null and f.mime is null and not f.sample')
    .limit(MOST)
    .getMany();
}

/** This row and whatever was frozen into one message with it, also what has left it meanwhile. */
export function frozenTogether(tx: EntityManager, { id, candidateId, digestId }: FollowUp): Promise<FollowUp[]> {
  return lockedRows(tx, candidateId)
    .addSelect('f.mime')
    .andWhere(digestId === null ? 'f.id = :id' : 'f.digest_id = :digestId', { id, digestId })
    .getMany();
}

export interface Freight {
  /** The first one holds the message. */
  rows: readonly FollowUp[];
  words: Map<string, FollowUpText>;
  messageId: string;
  mime: Buffer;
  address: string;
  isRepeat: boolean;
}

export async function take(tx: EntityManager, freight: Freight): Promise<ReminderClaim> {
  const { rows, words, messageId, mime, address, isRepeat } = freight;
  const token = randomUUID();
  const leader = rows[0]!;
  const ids = rows.map(({ id }) => id);
  await tx.query(
    `update follow_ups set state = 'sending', attempt = attempt + 1, lease_token = $2,
       lease_until = clock_timestamp() + make_interval(secs => $3), phase = 'connect', message_id = $4, digest_id = $5,
       mime = case when id = $6 then $7::bytea end, recipient = case when id = $6 then $8 end,
       held_why = null, held_until = null, prior_state = null, prior_held_why = null, prior_held_until = null,
       updated_at = now() where id = any($1)`,
    [ids, token, LEASE_SECONDS, messageId, rows.length > 1 ? leader.id : null, leader.id, mime, address],
  );
  await tx.query(
    `insert into follow_up_attempts (follow_up_id, attempt, candidate_id)
     select id, attempt, candidate_id from follow_ups where id = any($1)`,
    [ids],
  );
  for (const row of rows)
    await ledger.write(tx, row, { by: 'sender', what: say('sending'), why: say('try', { number: row.attempt + 1 }) });
  return {
    candidateId: leader.candidateId,
    members: rows.map(({ id, attempt }) => ({ id, attempt: attempt + 1, ...words.get(id)! })),
    attempt: Math.min(...rows.map(({ attempt }) => attempt)) + 1,
    token,
    messageId,
    envelope: { from: address, to: address, mime },
    isRepeat,
  };
}

export interface Claimed {
  candidateId: string;
  token: string;
  members: readonly { id: string; attempt: number }[];
}

const idsOf = ({ members }: Claimed) => members.map(({ id }) => id);

export async function renew(tx: EntityManager, claim: ReminderClaim): Promise<void> {
  const rows = await ours(tx, claim);
  await tx.query(
    `update follow_ups set lease_until = now() + make_interval(secs => $2)
     where id = any($1) and (phase = 'data' or lease_until >= now())`,
    [rows.map(({ id }) => id), LEASE_SECONDS],
  );
}

/** Those that are still this claim's to write to, under a lock until the transaction ends. */
export function ours(tx: EntityManager, claim: Claimed): Promise<FollowUp[]> {
  return lockedRows(tx, claim.candidateId)
    .andWhere(`f.id in (:...ids) and f.lease_token = :token and f.state = 'sending'`, {
      ids: idsOf(claim),
      token: claim.token,
    })
    .getMany();
}

export async function enterData(tx: EntityManager, claim: ReminderClaim): Promise<void> {
  await tx.query(
    `update follow_ups set phase = 'data', lease_until = now() + make_interval(secs => $2), updated_at = now()
     where id = any($1)`,
    [idsOf(claim), LEASE_SECONDS],
  );
  await tx.query(
    `update follow_up_attempts a set data_at = clock_timestamp()
     from unnest($1::uuid[], $2::int[]) as m (id, attempt) where a.follow_up_id = m.id and a.attempt = m.attempt`,
    [idsOf(claim), claim.members.map(({ attempt }) => attempt)],
  );
}

export async function endAttempts(tx: EntityManager, claim: Claimed, outcome: string, reply: string): Promise<void> {
  await tx.query(
    `update follow_up_attempts a set ended_at = clock_timestamp(), outcome = $3, reply = $4
     from unnest($1::uuid[], $2::int[]) as m (id, attempt) where a.follow_up_id = m.id and a.attempt = m.attempt`,
    [idsOf(claim), claim.members.map(({ attempt }) => attempt), outcome, reply.slice(0, 1_000)],
  );
}

/** The message is forgotten, and what nobody is sending any more waits again; its Message-ID is not given a second time. */
export async function putBack(tx: EntityManager, rows: readonly FollowUp[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const [waiting]: [{ id: string }[], number] = await tx.query(
    `update follow_ups set state = 'waiting', lease_token = null, lease_until = null, phase = null, updated_at = now()
     where id = any($1) and state = 'sending' returning id`,
    [ids],
  );
  await tx.query(`update follow_ups set digest_id = null, mime = null, recipient = null where id = any($1)`, [ids]);
  for (const row of rows.filter(({ id }) => waiting.some((other) => other.id === id)))
    await ledger.write(tx, row, { by: 'sender', what: say('put_back'), why: say('mail_changed') });
}
