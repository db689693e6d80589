/** The owner account and the token that the environment opens it with, brought up to date at every start. */
import { OWNER_ID } from '@app/contracts';
import { ApiToken, Candidate, type Database } from '@app/database';
import type { Ids } from '@app/platform';
import { type EntityManager, Not } from 'typeorm';
import type { Env } from './env.js';
import { firstTimezone } from './host-timezone.policy.js';
import { tokenHash } from './http/bearer-guard.js';

const TOKEN_NAME = 'environment';

export async function ensureOwner(database: Database, ids: Ids, env: Env): Promise<void> {
  await database.asCandidate(OWNER_ID, async (tx) => {
    await ensureAccount(tx, env);
    await ensureToken(tx, ids, env.REKINDLE_API_TOKEN);
  });
}

/** The host's time zone is kept when the account is made: a host that moves later moves no letter. */
async function ensureAccount(tx: EntityManager, { OWNER_NAME, OWNER_EMAIL }: Env): Promise<void> {
  const settings = { timezone: firstTimezone(Intl.DateTimeFormat().resolvedOptions().timeZone) };
  const owner = { id: OWNER_ID, name: OWNER_NAME ?? 'Candidate', email: OWNER_EMAIL ?? null, settings };
  await tx.createQueryBuilder().insert().into(Candidate).values(owner).orIgnore().execute();
  const given = { ...(OWNER_NAME && { name: OWNER_NAME }), ...(OWNER_EMAIL && { email: OWNER_EMAIL }) };
  if (Object.keys(given).length > 0) await tx.update(Candidate, { id: OWNER_ID }, given);
}

/** A token that the environment no longer names opens nothing any more. */
async function ensureToken(tx: EntityManager, ids: Ids, token: string | undefined): Promise<void> {
  const named = { candidateId: OWNER_ID, name: TOKEN_NAME };
  if (token === undefined) {
    await tx.delete(ApiToken, named);
    return;
  }
  const hash = tokenHash(token);
  await tx.delete(ApiToken, { ...named, tokenHash: Not(hash) });
  const row = { id: ids.next(), ...named, tokenHash: hash };
  await tx.createQueryBuilder().insert().into(ApiToken).values(row).orIgnore().execute();
}
