import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { Client } from 'pg';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';
import { OWNED_TABLES } from '../support/one-row-each.js';
import { StreamReader } from '../support/stream-reader.js';

const AUTHORIZED = { authorization: `Bearer ${TOKEN}` };

/** What is written there shows nowhere, or comes with a row that is told. */
const NOT_TOLD = [
  'address_marks',
  // A merge is told as the two people that it changes.
  'contact_merge_rows',
  'contact_merges',
  'deletions',
  'events',
  'follow_up_attempts',
  'idempotency_keys',
  'new_role_notes',
  // What it holds is told.
  'samples',
  'sightings',
  'test_letters',
];

/** They are there before anybody shows them. */
const NOT_TOLD_WHEN_MADE = ['boards', 'outbox'];

let api: ApplicationsApi;
const readers: StreamReader[] = [];
beforeAll(async () => {
  api = await startApplicationsApi();
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});
afterAll(() => api.stop());

async function listen(headers: Record<string, string> = AUTHORIZED): Promise<StreamReader> {
  const reader = (await StreamReader.open(api.url, headers)).read();
  readers.push(reader);
  return reader;
}
const listeners = () =>
  api.db.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name like '% listens'`,
  );
const signIn = async () => {
  const { headers, id } = await api.call('POST', '/api/v1/session', { token: TOKEN }, { authorization: '' });
  return { id, cookie: headers.get('set-cookie')!.split(';', 1)[0]! };
};
const told = (payload: unknown) => api.db.query(`select pg_notify('rekindle_changed', $1)`, [JSON.stringify(payload)]);

describe('the stream', () => {
  it('says by name what was committed, to its candidate alone', async () => {
    const mine = await listen();
    const { id: stranger, authorization } = await api.addStranger();
    const theirs = await listen({ authorization });
    const { headers, statusCode } = mine.response;
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('content-encoding');
    const { id } = await api.call('POST', '/api/v1/companies', { name: 'Acme' });
    await mine.hears({ kind: 'company', id });
    expect(mine.text).toMatch(/^retry: 300\n\n/);
    const { id: company } = await api.call('POST', '/api/v1/companies', { name: 'Beta' });
    await mine.hears({ kind: 'company', id: company });
    // That they came to be may still be on its way to them.
    expect(theirs.changes.filter(({ kind, id: of }) => kind !== 'all' && of !== stranger)).toEqual([]);
  });

  it('says nothing of what was refused', async () => {
    const reader = await listen();
    const name = randomUUID();
    const { id } = await api.call('POST', '/api/v1/companies', { name });
    expect((await api.call('POST', '/api/v1/companies', { name })).status).toBe(409);
    const { id: last } = await api.call('POST', '/api/v1/companies', { name: randomUUID() });
    await reader.hears({ id: last });
    expect(reader.changes.filter(({ kind }) => kind === 'company').map((change) => change.id)).toEqual([id, last]);
  });

  it('opens while all places of the account are taken, waiting ones included', async () => {
    await api.db.query('begin');
    await api.db.query('lock table companies');
    const statuses: number[] = [];
    const ask = async () => {
      statuses.push((await api.call('POST', '/api/v1/companies', { name: randomUUID() })).status);
    };
    const asked = Array.from({ length: 45 }, ask);
    await eventually(() => statuses.includes(429), { what: 'no place being left' });
    expect((await listen()).response.statusCode).toBe(200);
    await api.db.query('commit');
    await Promise.all(asked);
  });

  it('holds none of the six places, and eight of it are enough', async () => {
    for (let count = 0; count < 8; count += 1) expect((await listen()).response.statusCode).toBe(200);
    expect((await api.call('GET', '/api/v1/me')).status).toBe(200);
    expect((await listen()).response.statusCode).toBe(429);
    readers[0]!.close();
    await eventually(async () => (await listen()).response.statusCode === 200, { what: 'a place for another one' });
  });

  it('gives back the place of whoever left before they were known', async () => {
    await api.db.query('begin');
    await api.db.query('lock table credentials');
    const asked = Array.from({ length: 8 }, () =>
      get(`${api.url}/api/v1/stream`, { headers: AUTHORIZED, agent: false }),
    );
    const waiting = `select count(*)::int as count from pg_locks where relation = 'credentials'::regclass and not granted`;
    await eventually(async () => (await api.db.query<{ count: number }>(waiting))[0]!.count >= 8, {
      what: 'all waiting',
    });
    for (const request of asked) request.on('error', () => undefined).destroy();
    // Its answer comes after the service has seen them go.
    await api.call('GET', '/health/live');
    await api.db.query('commit');
    await eventually(async () => (await listen()).response.statusCode === 200, { what: 'a place' });
    for (let count = 1; count < 8; count += 1) expect((await listen()).response.statusCode).toBe(200);
  });

  it('answers HEAD and goes', async () => {
    const answer = await fetch(`${api.url}/api/v1/stream`, { method: 'HEAD', headers: AUTHORIZED });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  });

  it('is refused to whoever shows nothing', async () => {
    expect((await listen({})).response.statusCode).toBe(401);
  });

  it('ends when its session is revoked', async () => {
    const { id, cookie } = await signIn();
    const [reader, other] = [await listen({ cookie }), await listen()];
    await api.call('DELETE', `/api/v1/sessions/${id}`);
    await reader.ends();
    expect(other.hasEnded).toBe(false);
  });

  it('ends when its session has expired, at the next comment', async () => {
    const { id, cookie } = await signIn();
    const [reader, other] = [await listen({ cookie }), await listen()];
    await api.db.query('update credentials set expires_at = now() where id = $1', [id]);
    await reader.ends(40_000);
    await eventually(() => other.text.includes('\n\n:\n\n'), { what: 'a comment' });
    expect(other.hasEnded).toBe(false);
  });

  it('has one connection that listens; when that is lost, everything is to be read again', async () => {
    const [reader] = [await listen(), await listen()];
    const [{ pid }] = (await eventually(listeners)) as [{ pid: number }];
    expect(await listeners()).toHaveLength(1);
    await api.db.query('select pg_terminate_backend($1)', [pid]);
    const heard = reader.changes.length;
    await eventually(() => reader.changes.slice(heard).some(({ kind }) => kind === 'all'), { what: 'hearing all' });
    const { id } = await api.call('POST', '/api/v1/companies', { name: randomUUID() });
    await reader.hears({ id });
  });

  it('tells of a board to those who watch it', async () => {
    const stranger = await api.addStranger();
    const [mine, theirs] = [await listen(), await listen({ authorization: stranger.authorization })];
    const { id } = await api.call('POST', '/api/v1/boards', { provider: 'greenhouse', slug: 'acme' });
    await mine.hears({ kind: 'board', id });
    const [heard, heardByThem] = [mine.changes.length, theirs.changes.length];
    await told([null, [['board', id, null, null]]]);
    await eventually(() => mine.changes.slice(heard).some((change) => change.id === id), { what: 'the reading' });
    await told([stranger.id, [['company', id, null, null]]]);
    await theirs.hears({ kind: 'company' });
    expect(theirs.changes.slice(heardByThem).map(({ kind }) => kind)).toEqual(['company']);
  });

  it('says that everything changed at once, and then once a second', async () => {
    const reader = await listen();
    const alls = () => reader.changes.filter(({ kind }) => kind === 'all').length;
    for (let count = 0; count < 30; count += 1) await told([OWNER_ID, 'all']);
    const { id } = await api.call('POST', '/api/v1/companies', { name: randomUUID() });
    await reader.hears({ kind: 'company', id });
    // A slow machine may need more than a second for thirty.
    expect(alls()).toBeGreaterThanOrEqual(1);
    expect(alls()).toBeLessThan(5);
    const heard = alls();
    await eventually(() => alls() > heard, { what: 'what came meanwhile' });
  });

  it('lets go of a reader that does not read', async () => {
    const idle = await StreamReader.open(api.url, AUTHORIZED);
    readers.push(idle);
    const rows = Array.from({ length: 60 }, () => ['company', randomUUID(), randomUUID(), null]);
    for (let burst = 0; burst < 30; burst += 1)
      await Promise.all(Array.from({ length: 100 }, () => told([OWNER_ID, rows])));
    await idle.read().ends();
    expect(idle.response.complete).toBe(false);
  });

  it('ends with the service', async () => {
    const other = await startApplicationsApi();
    const reader = (await StreamReader.open(other.url, AUTHORIZED)).read();
    await other.stop();
    await reader.ends();
  });
});

const MAKE_COMPANIES = `insert into companies (id, candidate_id, name, name_key) select id, $2, id, id from unnest($1::uuid[]) id`;
const telling = async (trigger: string) => {
  const found = await api.db.query<{ name: string }>(
    'select tgrelid::regclass::text as name from pg_trigger where tgname = $1',
    [trigger],
  );
  return found.map(({ name }) => name);
};

describe('what is written', () => {
  it('is told by every table of candidates that is shown', async () => {
    const tables = [...OWNED_TABLES, 'boards', 'candidates'];
    const changed = await telling('tells');
    expect([...changed, ...NOT_TOLD].toSorted()).toEqual(tables.toSorted());
    const made = await telling('tells_made');
    expect([...made, ...NOT_TOLD_WHEN_MADE].toSorted()).toEqual(changed.toSorted());
  });

  it('is said once by a statement: each row that it makes, or that they are many', async () => {
    const client = new Client({ connectionString: api.db.ownerUrl, options: '-c app.tells=on' });
    const said: string[] = [];
    client.on('notice', ({ message = '' }) => said.push(message));
    await client.connect();
    const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
    const [none, few, many] = [ids(0), ids(20), ids(21)];
    for (const made of [none, few, many]) await client.query(MAKE_COMPANIES, [made, OWNER_ID]);
    await client.end();
    expect(said).toEqual([few.map((id) => `told company ${OWNER_ID} ${id} - -`).join('\n'), `told all ${OWNER_ID}`]);
  });

  it('is heard of every row that a statement made', async () => {
    const reader = await listen();
    const ids = Array.from({ length: 3 }, () => randomUUID());
    const database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    await database.asCandidate(OWNER_ID, (tx) => tx.query(MAKE_COMPANIES, [ids, OWNER_ID]));
    for (const id of ids) await reader.hears({ kind: 'company', id });
    const heard = reader.changes.length;
    const many = Array.from({ length: 21 }, () => randomUUID());
    await database.asCandidate(OWNER_ID, (tx) => tx.query(MAKE_COMPANIES, [many, OWNER_ID]));
    await eventually(() => reader.changes.slice(heard).some(({ kind }) => kind === 'all'), { what: 'hearing all' });
    await database.close();
  });
});
