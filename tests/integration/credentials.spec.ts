/** Who comes in, as the database decides it, where the owner of the tables is no superuser, as on most servers. */
import { OWNER_ID } from '@app/contracts';
import { type CredentialKind, Database, prepareDatabase, urlOfRole } from '@app/database';
import { secretHash } from '@app/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Credentials1765670000000 } from '../../libs/database/src/migrations/0015-credentials.js';
import { type FormerDatabase, formerDatabase, SCHEMA_0005 } from '../support/former-version.js';

let db: FormerDatabase;
let ownerUrl: string;
let api: Database;
let tokens: { id: string; candidateId: string; hash: Buffer }[];
beforeAll(async () => {
  db = await formerDatabase(SCHEMA_0005);
  tokens = await db.query('select id, candidate_id as "candidateId", token_hash as hash from api_tokens order by id');
  const name = new URL(db.ownerUrl).pathname.slice(1);
  ownerUrl = urlOfRole(db.ownerUrl, `owner_of_${name}`, 'owner');
  await prepareDatabase({ ownerUrl, apiPassword: 'api', workerPassword: 'worker' });
  api = await Database.connect(db.apiUrl, { name: 'test', poolSize: 1 });
}, 120_000);
afterAll(async () => {
  await api.close();
  await db.drop();
});

/** Intervals count from now. */
async function given(kind: CredentialKind, ends: { expires?: string; idle?: string; revoked?: string } = {}) {
  const [id, secret] = [randomUUID(), randomUUID()];
  const expires = ends.expires ?? (kind === 'token' ? null : '1 hour');
  const idle = ends.idle ?? (kind === 'session' ? '1 hour' : null);
  await db.query(
    `insert into credentials (id, candidate_id, kind, name, hash, expires_at, idle_until, revoked_at)
     values ($1, $2, $3, $8, $4, now() + $5::interval, now() + $6::interval, now() + $7::interval)`,
    [id, OWNER_ID, kind, secretHash(secret), expires, idle, ends.revoked ?? null, id],
  );
  return { id, hash: secretHash(secret) };
}

const rowOf = async (id: string) =>
  (
    await db.query<{ used: number | null; idle: number | null }>(
      `select extract(epoch from now() - last_used_at)::int as used, extract(epoch from idle_until - now())::int as idle
       from credentials where id = $1`,
      [id],
    )
  )[0]!;

async function as(url: string, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql, values)
    .then(({ rows }) => rows as unknown[])
    .finally(() => client.end());
}

describe('a credential lets in', () => {
  it('who had a token before the upgrade, each as who they are', async () => {
    expect(tokens.length).toBeGreaterThan(2);
    for (const { id, candidateId, hash } of tokens) {
      expect(await api.callerOf(hash, 'token')).toEqual({ id, candidateId, scopes: null });
    }
  });

  it.each<CredentialKind>(['token', 'session', 'code'])('%s as what it is, and as nothing else', async (kind) => {
    const { id, hash } = await given(kind);
    for (const shown of ['token', 'session', 'code'] as const) {
      const holder = await api.callerOf(hash, shown);
      expect([shown, holder?.id]).toEqual([shown, shown === kind ? id : undefined]);
    }
  });

  it.each<[string, CredentialKind, Parameters<typeof given>[1]]>([
    ['a token that is revoked', 'token', { revoked: '-1 second' }],
    ['a token that has expired', 'token', { expires: '-1 second' }],
    ['a session that is revoked', 'session', { revoked: '-1 second' }],
    ['a session that has expired', 'session', { expires: '-1 second' }],
    ['a session that nobody used for too long', 'session', { idle: '-1 second' }],
    ['a code that was used', 'code', { revoked: '-1 second' }],
    ['a code that has expired', 'code', { expires: '-1 second' }],
  ])('not %s', async (_what, kind, ends) => {
    expect(await api.callerOf((await given(kind, ends)).hash, kind)).toBeNull();
  });

  it('nobody by what is not known', async () => {
    expect(await api.callerOf(secretHash('nobody'), 'token')).toBeNull();
    expect(await api.callerOf(Buffer.alloc(0), 'token')).toBeNull();
  });
});

describe('a use is noted', () => {
  it('once a minute, and moves the end of an idle session', async () => {
    const { id, hash } = await given('session', { expires: '90 days', idle: '1 day' });
    await api.callerOf(hash, 'session');
    expect(await rowOf(id)).toEqual({ used: 0, idle: expect.closeTo(14 * 86_400, -1) });
    const age = (seconds: number) =>
      db.query(
        `update credentials set last_used_at = now() - $2 * interval '1 second', idle_until = now() + interval '1 day' where id = $1`,
        [id, seconds],
      );
    await age(50);
    await api.callerOf(hash, 'session');
    expect(await rowOf(id)).toEqual({ used: expect.closeTo(50, -1), idle: expect.closeTo(86_400, -1) });
    await age(61);
    await api.callerOf(hash, 'session');
    expect(await rowOf(id)).toEqual({ used: 0, idle: expect.closeTo(14 * 86_400, -1) });
  });

  it('but moves it never beyond the end that no use moves', async () => {
    const { id, hash } = await given('session', { expires: '3 days' });
    await api.callerOf(hash, 'session');
    expect((await rowOf(id)).idle).toBeCloseTo(3 * 86_400, -1);
  });

  it('of a token as well, which has no such end', async () => {
    const { id, hash } = await given('token');
    await api.callerOf(hash, 'token');
    expect(await rowOf(id)).toEqual({ used: 0, idle: null });
  });

  it('without waiting for who holds the row', async () => {
    const { id, hash } = await given('session');
    const holder = new Client({ connectionString: db.ownerUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from credentials where id = $1 for update', [id]);
    expect(await api.callerOf(hash, 'session')).toMatchObject({ id });
    await holder.end();
  });
});

describe('who asks', () => {
  const CALL = `select * from caller_of($1, 'token')`;

  it('sees with the statement alone: the next one on the same connection sees nothing', async () => {
    const { hash } = await given('token');
    expect(await api.callerOf(hash, 'token')).not.toBeNull();
    expect(await api.acrossCandidates((tx) => tx.query('select id from credentials'))).toEqual([]);
  });

  it('is the API, or the owner who may act for it, and the worker never', async () => {
    const { hash } = await given('token');
    expect(await as(db.apiUrl, CALL, [hash])).toHaveLength(1);
    await expect(as(db.workerUrl, CALL, [hash])).rejects.toThrow(/permission denied/);
    expect(await as(ownerUrl, CALL, [hash])).toHaveLength(1);
    expect(await as(ownerUrl, 'select id from credentials')).toEqual([]);
  });

  it('asks with its own rights, in one prepared statement', async () => {
    const [asked] = await db.query(`select prosecdef as definer from pg_proc where proname = 'caller_of'`);
    expect(asked).toEqual({ definer: false });
    const prepared = await api.acrossCandidates((tx) => tx.query(`select name from pg_prepared_statements`));
    expect(prepared).toEqual([{ name: 'caller_of' }]);
  });
});

it('the former version finds its tokens again, and no session, when the tables are set back', async () => {
  const opened = [await given('session'), await given('code')];
  const source = await new DataSource({ type: 'postgres', url: ownerUrl, installExtensions: false }).initialize();
  const runner = source.createQueryRunner();
  const migration = new Credentials1765670000000();
  await migration.down(runner);
  const former = await db.query<(typeof tokens)[number]>(
    'select id, candidate_id as "candidateId", token_hash as hash from api_tokens',
  );
  expect(former).toEqual(expect.arrayContaining(tokens));
  expect(former.filter(({ id }) => opened.some((one) => one.id === id))).toEqual([]);
  const [table] = await db.query(
    `select relforcerowsecurity as forced, (select array_agg(polname::text order by polname) from pg_policy where polrelid = c.oid) as policies
     from pg_class c where relname = 'api_tokens'`,
  );
  expect(table).toEqual({ forced: true, policies: ['own_rows', 'shown_token'] });
  await migration.up(runner);
  await source.destroy();
  for (const { id, hash } of tokens) expect(await api.callerOf(hash, 'token')).toMatchObject({ id });
});
