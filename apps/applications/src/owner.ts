/** The owner account and the token that the environment opens it with, brought up to date at every start. */
import { OWNER_ID } from '@app/contracts';
import { Candidate, Credential, type Database } from '@app/database';
import { type Ids, secretHash } from '@app/platform';
import { changeCandidate, lockedCandidate } from '@app/recording';
import { type EntityManager, Not } from 'typeorm';
import type { Env } from './env.js';
import { firstTimezone } from './host-timezone.policy.js';

const TOKEN_NAME = 'environment';

export async function ensureOwner(database: Database, ids: Ids, env: Env): Promise<void> {
  await database.inTurn(OWNER_ID, async (tx) => {
    await ensureAccount(tx, ids, env);
    await ensureToken(tx, ids, env.REKINDLE_API_TOKEN);
  });
}

/**
 * What the owner said under /me stands: the environment fills what is blank, and says so to what waited for it. The host's time
 * zone is kept when the account is made: a host that moves later moves no letter.
 */
async function ensureAccount(tx: EntityManager, ids: Ids, { OWNER_NAME, OWNER_EMAIL }: Env): Promise<void> {
  const said = { name: OWNER_NAME ?? null, email: OWNER_EMAIL ?? null };
  const id = OWNER_ID;
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(Candidate)
    .values({ id, ...said, settings: { timezone: firstTimezone(Intl.DateTimeFormat().resolvedOptions().timeZone) } })
    .orIgnore()
    .returning('id')
    .execute();
  if ((raw as unknown[]).length === 1) return;
  const owner = await lockedCandidate(tx, id);
  const fields = (['name', 'email'] as const).filter((field) => owner[field] === null && said[field] !== null);
  if (fields.length === 0) return;
  const blanks = Object.fromEntries(fields.map((field) => [field, said[field]]));
  await changeCandidate(tx, ids, owner, blanks, fields);
}

/** A token that the environment no longer names opens nothing any more, nor does what was opened with it. */
async function ensureToken(tx: EntityManager, ids: Ids, token: string | undefined): Promise<void> {
  const named = { candidateId: OWNER_ID, kind: 'token' as const, name: TOKEN_NAME };
  if (token === undefined) {
    await tx.delete(Credential, named);
    return;
  }
  const hash = secretHash(token);
  await tx.delete(Credential, { ...named, hash: Not(hash) });
  const row = { id: ids.next(), ...named, hash };
  await tx.createQueryBuilder().insert().into(Credential).values(row).orIgnore().execute();
}
