import { OWNER_ID } from '@app/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { problem } from '../../apps/applications/src/http/problem.js';
import { type Answer, type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';
import { open } from '../support/raw-http.js';

const COMPANIES = '/api/v1/companies';
const [AT_ONCE, WAITING] = [6, 32];

let api: ApplicationsApi;
let other: { authorization: string };
const secondToken = randomUUID();
beforeAll(async () => {
  api = await startApplicationsApi();
  other = await api.addStranger();
  await api.db.query(
    `insert into credentials (id, candidate_id, kind, name, hash) values ($1, $2, 'token', 'second', $3)`,
    [randomUUID(), OWNER_ID, createHash('sha256').update(secondToken).digest()],
  );
});
afterAll(() => api.stop());

const statuses = (answers: Answer[]) => answers.map(({ status }) => status).toSorted();
const times = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, index) => one(index));
const me = (as?: Record<string, string>) => api.call('GET', '/api/v1/me', undefined, as);

describe('while one account has many requests under way', () => {
  const controllers: AbortController[] = [];
  const answers: Promise<Answer | null>[] = [];
  const refused: Answer[] = [];

  /** Each waits for the table, in its transaction. */
  const send = (headers: Record<string, string> = {}) => {
    const controller = new AbortController();
    controllers.push(controller);
    const answer = fetch(`${api.url}${COMPANIES}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: randomUUID() }),
      signal: controller.signal,
    }).then(
      async (response) => {
        const body = (await response.json()) as Answer['body'];
        const seen = { status: response.status, headers: response.headers, body, id: '', data: [] };
        if (response.status === 429) refused.push(seen);
        return seen;
      },
      () => null,
    );
    answers.push(answer);
  };
  const inTheDatabase = async () =>
    (await api.db.query(`select 1 from pg_locks where not granted and relation = 'companies'::regclass`)).length;
  const isTrue = (what: string, condition: () => Promise<boolean> | boolean) => eventually(condition, { what });

  beforeEach(async () => {
    for (const list of [controllers, answers, refused]) list.length = 0;
    await api.db.query('begin');
    await api.db.query('lock table companies in access exclusive mode');
  });
  afterEach(() => api.db.query('rollback'));
  const letGo = async () => {
    await api.db.query('commit');
    return (await Promise.all(answers)).filter((answer) => answer !== null);
  };

  it('six are in the database, a queue waits outside, and the rest is asked to come again', async () => {
    times(64, () => send());
    await isTrue('the refusals', () => refused.length === 64 - AT_ONCE - WAITING);
    await isTrue('those that run', async () => (await inTheDatabase()) === AT_ONCE);
    expect(problem.parse(refused[0]!.body)).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(refused[0]!.headers.get('retry-after')).toBe('1');
    // Nobody else waits for any of it: the service has ten connections.
    expect(statuses(await Promise.all(times(20, () => me(other))))).toEqual(Array(20).fill(200));
    expect(await inTheDatabase()).toBe(AT_ONCE);
    expect(statuses(await letGo())).toEqual([
      ...Array(AT_ONCE + WAITING).fill(201),
      ...Array(64 - AT_ONCE - WAITING).fill(429),
    ]);
  });

  it('whoever hangs up in the queue makes room, and whoever hangs up while it runs does not until it is over', async () => {
    times(AT_ONCE, () => send());
    await isTrue('those that run', async () => (await inTheDatabase()) === AT_ONCE);
    times(WAITING + 1, () => send());
    await isTrue('a full queue', () => refused.length === 1);
    for (const controller of controllers.splice(AT_ONCE, 10)) controller.abort();
    for (const controller of controllers.splice(0, AT_ONCE)) controller.abort();
    // One by one, since how soon the service hears of somebody who is gone is the network's to say.
    for (let taken = 0; taken < 9;) {
      const before = refused.length;
      send();
      await isTrue(
        'an answer, or a place in the queue',
        async () => refused.length > before || (await me(other)).status === 200,
      );
      if (refused.length === before) taken += 1;
    }
    expect(await inTheDatabase()).toBe(AT_ONCE);
    const done = await letGo();
    expect(done.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(WAITING - 1);
  });

  it('two tokens of one account have one queue', async () => {
    times(32, () => send());
    times(32, () => send({ authorization: `Bearer ${secondToken}` }));
    await isTrue('the refusals', () => refused.length === 64 - AT_ONCE - WAITING);
    await isTrue('those that run', async () => (await inTheDatabase()) === AT_ONCE);
    await letGo();
  });
});

describe('a place is given back', () => {
  const post = (body: unknown, headers = {}) => api.call('POST', COMPANIES, body, headers);
  it.each<[string, () => Promise<unknown>]>([
    ['by an answer', () => me()],
    ['by a list', () => api.call('GET', `${COMPANIES}?limit=1`)],
    ['by HEAD', () => fetch(`${api.url}/api/v1/me`, { method: 'HEAD', headers: { authorization: `Bearer ${TOKEN}` } })],
    ['by a body that is no JSON', () => post('{')],
    ['by a body that is too large', () => post({ name: 'A'.repeat(1_048_577) })],
    ['by a media type that nobody takes', () => post('Acme', { 'content-type': 'text/plain' })],
    ['by an unknown field', () => post({ nonsense: 1 })],
    ['by what is not there', () => api.call('GET', `${COMPANIES}/${randomUUID()}`)],
    ['by a file where none is taken', () => post('a,b', { 'content-type': 'text/csv' })],
    ['by a key that is none', () => post({ name: 'A' }, { 'idempotency-key': 'x'.repeat(256) })],
    ['by a stale version', () => api.call('PATCH', '/api/v1/me', { name: 'Olena' }, { 'if-match': 'W/"1"' })],
  ])('%s', async (_how, ask) => {
    for (let count = 0; count <= AT_ONCE + WAITING; count += AT_ONCE) await Promise.all(times(AT_ONCE, ask));
    expect((await me()).status).toBe(200);
  });

  it('by a connection that ends in a body', async () => {
    const head = `POST ${COMPANIES} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\n`;
    for (let round = 0; round < 8; round += 1) {
      const sockets = await Promise.all(times(AT_ONCE, () => open(api.url)));
      for (const socket of sockets) socket.write(`${head}Content-Length: 50\r\n\r\n{"na`);
      for (const socket of sockets) socket.destroy();
    }
    expect((await me()).status).toBe(200);
  });
});
