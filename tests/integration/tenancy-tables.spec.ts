/** Every table and both roles, where the owner of the tables is no superuser, as on most servers. */
import { API_ROLE, Database, prepareDatabase, urlOfRole, WORKER_ROLE } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { oneRowEach, OWNED_TABLES } from '../support/one-row-each.js';
import { createDatabase, type TestDatabase } from '../support/test-database.js';

/** What the worker sees while it is nobody: what is due, of everybody. The API sees nothing. */
const SEEN_BY_NOBODY = [
  'deletions',
  'follow_ups',
  'idempotency_keys',
  'imports',
  'mail_accounts',
  'new_role_notes',
  'outbox',
  'page_readings',
  'sightings',
  'test_letters',
  'watches',
  'webhook_deliveries',
];
/** Of those, what the worker may also take away. */
const TAKEN_BY_NOBODY = new Set(['idempotency_keys', 'new_role_notes', 'sightings']);

describe('every table that belongs to candidates', () => {
  let db: TestDatabase;
  let owner: string;
  let ownerUrl: string;
  let roles: Record<string, Database>;
  const [mine, theirs, boardId] = [randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    db = await createDatabase('template1');
    const name = new URL(db.ownerUrl).pathname.slice(1);
    owner = `owner_of_${name}`;
    await db.query(`create role ${owner} login createrole password 'owner'`);
    await db.query(`grant ${API_ROLE}, ${WORKER_ROLE} to ${owner} with admin option`);
    await db.query(`alter database ${name} owner to ${owner}`);
    ownerUrl = urlOfRole(db.ownerUrl, owner, 'owner');
    await prepareDatabase({ ownerUrl, apiPassword: 'api', workerPassword: 'worker' });
    await db.query(`insert into boards (id, provider, slug) values ($1, 'greenhouse', 'acme')`, [boardId]);
    for (const id of [mine, theirs]) {
      await db.query('insert into candidates (id) values ($1)', [id]);
      await oneRowEach(db, id, boardId);
    }
    const [api, worker] = await Promise.all(
      [db.apiUrl, db.workerUrl].map((url) => Database.connect(url, { name: 'test', poolSize: 1 })),
    );
    roles = { [API_ROLE]: api!, [WORKER_ROLE]: worker! };
  });
  afterAll(async () => {
    for (const role of Object.values(roles)) await role.close();
    await db.drop();
  });

  const EACH = [API_ROLE, WORKER_ROLE].flatMap((role) => OWNED_TABLES.map((table) => [role, table] as const));

  /** Rows that a statement reached, and what it would have done is undone; `no right` where the role may not do it at all. */
  async function reached(role: string, as: string | null, sql: string): Promise<string[] | 'no right'> {
    let rows: { candidate_id: string }[] = [];
    const work = async (tx: EntityManager) => {
      const answer = await tx.query(sql);
      rows = Array.isArray(answer[0]) ? answer[0] : answer;
      throw new Error('undone');
    };
    const database = roles[role]!;
    const said = await (as === null ? database.acrossCandidates(work) : database.asCandidate(as, work)).then(
      () => '',
      (error: Error) => error.message,
    );
    if (/permission denied/.test(said)) return 'no right';
    expect(said).toBe('undone');
    return rows.map((row) => row.candidate_id);
  }

  it('stands in the list, is forced, and so is every other one', async () => {
    const owned = await db.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'candidate_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    expect(owned.map(({ name }) => name)).toEqual(OWNED_TABLES.toSorted());
    const open = await db.query(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  it.each(EACH)('%s sees only its own candidate’s rows of %s', async (role, table) => {
    const seen = await reached(role, mine, `select candidate_id from ${table}`);
    expect(seen === 'no right' || seen.every((id) => id === mine)).toBe(true);
    const isHidden = role === WORKER_ROLE && ['credentials', 'reflections'].includes(table);
    const isOfSweeps = role === API_ROLE && ['sightings', 'new_role_notes'].includes(table);
    expect(seen).toEqual(isHidden || isOfSweeps ? 'no right' : [mine]);
  });

  it.each(EACH)('%s changes and takes only its own candidate’s rows of %s', async (role, table) => {
    for (const sql of [`delete from ${table}`, `update ${table} set candidate_id = candidate_id`]) {
      const touched = await reached(role, mine, `${sql} where candidate_id = '${theirs}' returning candidate_id`);
      expect(touched === 'no right' || touched.length === 0).toBe(true);
    }
  });

  it.each(EACH)('%s sees as nobody only what is due of %s', async (role, table) => {
    const seen = await reached(role, null, `select candidate_id from ${table}`);
    const isSeen = role === WORKER_ROLE && SEEN_BY_NOBODY.includes(table);
    expect(seen === 'no right' ? [] : seen.toSorted()).toEqual(isSeen ? [mine, theirs].toSorted() : []);
  });

  it.each(OWNED_TABLES)('the worker as nobody takes nothing of %s that it has not outlived', async (table) => {
    const taken = await reached(WORKER_ROLE, null, `delete from ${table} returning candidate_id`);
    const isTaken = TAKEN_BY_NOBODY.has(table);
    expect(taken === 'no right' ? [] : taken.toSorted()).toEqual(isTaken ? [mine, theirs].toSorted() : []);
  });

  it('is bound for its owner too, who is a member of the worker’s role and sees no more than that', async () => {
    const asOwner = await Database.connect(ownerUrl, { name: 'test', poolSize: 1 });
    const seen: string[] = [];
    for (const table of OWNED_TABLES) {
      const rows: unknown[] = await asOwner.acrossCandidates((tx) => tx.query(`select 1 from ${table}`));
      if (rows.length > 0) seen.push(table);
    }
    expect(seen.toSorted()).toEqual(SEEN_BY_NOBODY);
    await asOwner.close();
  });

  it.each([API_ROLE, WORKER_ROLE])('%s reaches nothing that no list names', async (role) => {
    const [reach] = await db.query(
      `select has_table_privilege($1, 'migrations', 'select, insert, update, delete, truncate') as migrations,
         has_table_privilege($1, 'event_clock', 'insert, update, delete, truncate') as clock,
         has_schema_privilege($1, 'public', 'create') as creates,
         has_database_privilege($1, current_database(), 'connect') as connects,
         exists (select from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
           and has_table_privilege($1, c.oid, 'truncate, references, trigger')) as more`,
      [role],
    );
    expect(reach).toEqual({ migrations: false, clock: false, creates: false, connects: true, more: false });
  });

  it('lets the API make no temporary table; the queue of the worker needs them', async () => {
    const [may] = await db.query(
      `select has_database_privilege($1, current_database(), 'temporary') as api,
         has_database_privilege($2, current_database(), 'temporary') as worker`,
      [API_ROLE, WORKER_ROLE],
    );
    expect(may).toEqual({ api: false, worker: true });
  });
});
