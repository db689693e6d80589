import type { Notice, Sentence } from '@app/contracts';
import type { Reading } from '@app/recording';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS } from '../lease.js';

export interface Claim {
  id: string;
  candidateId: string;
  token: string;
  file: Buffer;
  timezone: string;
  /** Its times are judged as of then, however late it is read and however often. */
  sentAt: Date;
  position: number;
}

type Whose = Pick<Claim, 'id' | 'token'>;
const OURS = `lease_token = $2 and state = 'running'`;

export async function claim(tx: EntityManager, id: string, token: string): Promise<Omit<Claim, 'candidateId'> | null> {
  const [rows]: [Omit<Claim, 'candidateId'>[], number] = await tx.query(
    `update imports set state = 'running', started_at = coalesce(started_at, now()), lease_token = $2,
       lease_until = now() + make_interval(secs => $3)
     where id = $1 and state in ('waiting', 'running') and retry_at <= now()
       and (lease_until is null or lease_until < now())
     returning id, lease_token as token, file, timezone, created_at as "sentAt", position`,
    [id, token, LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

export async function renew(tx: EntityManager, { id, token }: Whose): Promise<void> {
  await tx.query(`update imports set lease_until = now() + make_interval(secs => $3) where id = $1 and ${OURS}`, [
    id,
    token,
    LEASE_SECONDS,
  ]);
}

/** So that another worker goes on at once. */
export async function release(tx: EntityManager, { id, token }: Whose): Promise<void> {
  await tx.query(`update imports set lease_until = null where id = $1 and ${OURS}`, [id, token]);
}

/** Once: whoever goes on with it finds the same in the file. */
export async function keepReading(tx: EntityManager, { id, token }: Whose, reading: Reading): Promise<void> {
  const { rows, applications, repeated, problems, problemCount } = reading;
  await tx.query(
    `update imports set rows = $3, applications = $4, unchanged = $5, problems = $6, problem_count = $7
     where id = $1 and ${OURS} and rows is null`,
    [id, token, rows, applications.length, repeated, JSON.stringify(problems), problemCount],
  );
}

/** Until the end of the transaction: a stop comes before it or after it. */
export async function isStillOurs(tx: EntityManager, { id, token }: Whose): Promise<boolean> {
  const rows: unknown[] = await tx.query(`select 1 from imports where id = $1 and ${OURS} for no key update`, [
    id,
    token,
  ]);
  return rows.length === 1;
}

export interface Advance {
  taken: number;
  created: number;
  notice: Notice | null;
}

export async function advance(tx: EntityManager, id: string, { taken, created, notice }: Advance): Promise<void> {
  await tx.query(
    `update imports set position = position + $2, created = created + $3, unchanged = unchanged + $2 - $3,
       notice = coalesce($4, notice), failures = 0, lease_until = now() + make_interval(secs => $5) where id = $1`,
    [id, taken, created, notice, LEASE_SECONDS],
  );
}

export async function end(tx: EntityManager, { id, token }: Whose): Promise<void> {
  await tx.query(
    `update imports set state = 'done', file = null, ended_at = now(), lease_until = null where id = $1 and ${OURS}`,
    [id, token],
  );
}

export async function fail(tx: EntityManager, { id, token }: Whose, why: Sentence): Promise<void> {
  await tx.query(
    `update imports set state = 'failed', file = null, ended_at = now(), lease_until = null, why_code = $3, why_facts = $4
     where id = $1 and ${OURS}`,
    [id, token, why.code, JSON.stringify(why.facts)],
  );
}

export async function failuresOf(tx: EntityManager, { id, token }: Whose): Promise<number> {
  const rows: { failures: number }[] = await tx.query(
    `select failures from imports where id = $1 and ${OURS} for no key update`,
    [id, token],
  );
  return rows[0]?.failures ?? 0;
}

export async function tryLater(
  tx: EntityManager,
  { id, token }: Whose,
  { failures, seconds, error }: { failures: number; seconds: number; error: string },
): Promise<void> {
  await tx.query(
    `update imports set failures = $3, last_error = $5, lease_until = null,
       retry_at = now() + make_interval(secs => $4) where id = $1 and ${OURS}`,
    [id, token, failures, seconds, error],
  );
}
