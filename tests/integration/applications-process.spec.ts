import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const MAIN = join(process.cwd(), 'dist/apps/applications/src/main.bundle.js');
const KEY = Buffer.alloc(32, 7).toString('base64');

jest.setTimeout(60_000);

interface Started {
  child: ChildProcess;
  /** What it wrote to stderr. */
  said: () => string;
}

describe('the HTTP service as a process', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  function start(env: Record<string, string>): Started {
    const child = fork(MAIN, [], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { DATABASE_URL: db.apiUrl, REKINDLE_SECRET_KEY: KEY, LOG_LEVEL: 'warn', ...env },
    });
    let text = '';
    child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return { child, said: () => text };
  }

  async function startReady(env: Record<string, string>): Promise<ChildProcess> {
    const { child, said } = start(env);
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => [said()]),
    ])) as unknown[];
    expect(message).toEqual({ ready: true });
    return child;
  }

  async function stop(child: ChildProcess): Promise<unknown[]> {
    child.kill('SIGTERM');
    return once(child, 'exit');
  }

  async function freePort(): Promise<number> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    return port;
  }

  describe('says in one line why it cannot start', () => {
    it.each<[string, Record<string, string>, RegExp]>([
      ['no key', { REKINDLE_SECRET_KEY: '' }, /REKINDLE_SECRET_KEY/],
      ['a key too short', { REKINDLE_SECRET_KEY: 'c2hvcnQ=' }, /REKINDLE_SECRET_KEY must be 32 bytes in base64/],
      ['a port that is none', { PORT: '70000' }, /PORT/],
      [
        'a database that is not there',
        { DATABASE_URL: 'postgres://a:geheim@127.0.0.1:1/x' },
        /database.*DATABASE_URL/i,
      ],
    ])('%s', async (_what, env, line) => {
      const { child, said } = start({ PORT: '0', ...env });
      expect(await once(child, 'exit')).toEqual([1, null]);
      expect(said()).toMatch(line);
      expect(said().trim().split('\n')).toHaveLength(1);
      expect(said()).not.toMatch(/geheim|\n\s+at /);
    });

    it('a port that is taken', async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const { child, said } = start({ PORT: String(port) });
      expect(await once(child, 'exit')).toEqual([1, null]);
      expect(said()).toBe(
        `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or set PORT to another port.\n`,
      );
      other.close();
    });
  });

  it('takes the owner and the token from its environment, at every start anew', async () => {
    const port = await freePort();
    const me = async (token: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/me`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return { status: response.status, body: (await response.json()) as { name: string; email: string | null } };
    };
    const first = await startReady({ PORT: String(port), REKINDLE_API_TOKEN: 'first-token', OWNER_NAME: 'Олена' });
    expect(await me('first-token')).toMatchObject({ status: 200, body: { name: 'Олена', email: null } });
    expect(await stop(first)).toEqual([0, null]);

    const email = 'olena@example.org';
    const second = await startReady({ PORT: String(port), REKINDLE_API_TOKEN: 'second-token', OWNER_EMAIL: email });
    expect(await me('first-token')).toMatchObject({ status: 401 });
    expect(await me('second-token')).toMatchObject({ status: 200, body: { name: 'Олена', email } });
    expect(await stop(second)).toEqual([0, null]);
  });

  it('answers what is under way before it stops', async () => {
    const port = await freePort();
    const child = await startReady({ PORT: String(port), REKINDLE_API_TOKEN: 'stop-token' });
    await db.query('begin');
    await db.query('lock table companies in access exclusive mode');
    const answer = fetch(`http://127.0.0.1:${port}/api/v1/companies`, {
      method: 'POST',
      headers: { authorization: 'Bearer stop-token', 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Under way' }),
    });
    const waiting = 'select 1 from pg_locks where not granted and relation = $1::regclass';
    await eventually(() => db.query(waiting, ['companies']), { what: 'a request that waits for the table' });
    child.kill('SIGTERM');
    const refused = () =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        ({ ok }) => !ok,
        () => true,
      );
    await eventually(refused, { what: 'that new requests are refused' });
    await db.query('commit');
    expect((await answer).status).toBe(201);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
