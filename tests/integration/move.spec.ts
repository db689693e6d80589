/** An installation with letters waiting, moved from its embedded Postgres to another server whose transactions are numbered lower. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readyDatabase } from '../../apps/local/src/database/database.js';
import { ensureDatabase } from '../../apps/local/src/database/owner.js';
import { startCluster } from '../../apps/local/src/postgres/cluster.js';
import { ApplicationsProcess } from '../support/applications.process.js';
import { AT_ONCE } from '../support/arrange.js';
import { DEBIAN_POSTGRES, debianPostgres } from '../support/debian-postgres.js';
import { eventually } from '../support/eventually.js';
import { allRows, askAt } from '../support/every-row.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(600_000);

const run = promisify(execFile);
const MAIN = (name: string) => join(process.cwd(), `dist/apps/local/src/${name}.js`);
const program = (name: string, dataDir: string, ...args: string[]) =>
  run(process.execPath, [MAIN(name), ...args], { env: { PATH: process.env.PATH, DATA_DIR: dataDir } }).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  );

interface Server {
  /** Its superuser's. */
  url: string;
  stop(): Promise<void>;
}

async function secondCluster(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rekindle-moved-'));
  const cluster = await startCluster({ dataDir, durable: false });
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const SERVERS: [string, () => Promise<Server>][] = [['a second embedded Postgres', secondCluster]];
if (DEBIAN_POSTGRES) SERVERS.push(["Debian's Postgres 15", debianPostgres]);
else
  process.stderr.write(
    'postgresql-15 is not installed: moving to it is skipped (Debian: apt-get install postgresql-15).\n',
  );

interface Followed {
  data: { id: string; type: string }[];
  nextCursor: string | null;
}

describe.each(SERVERS)('moved to %s', (_name, open) => {
  let dataDir: string;
  let server: Server;
  let targetUrl: string;
  let asSuperuser: string;
  let smtp: ScriptedSmtpServer;
  let before: Record<string, string[]>;
  let cursor: string;
  let followed: string[];
  let letters: string[];

  const eventsAfter = (api: ApplicationsProcess, from: string): Promise<Followed> =>
    api.expect('GET', `/events?limit=100${from && `&cursor=${encodeURIComponent(from)}`}`);

  async function sourceAt(work: (url: string) => Promise<void>): Promise<void> {
    const cluster = await startCluster({ dataDir });
    try {
      await work(await ensureDatabase(cluster.url, 'rekindle'));
    } finally {
      await cluster.stop();
    }
  }

  beforeAll(async () => {
    [dataDir, server, smtp] = await Promise.all([
      mkdtemp(join(tmpdir(), 'rekindle-move-')),
      open(),
      ScriptedSmtpServer.listen(),
    ]);
    targetUrl = await ownedDatabase(server.url);
    asSuperuser = server.url.replace(/[^/]*$/, 'moved');
    await sourceAt(async (url) => {
      const { apiUrl, workerUrl } = await readyDatabase(dataDir, url, url);
      // As a server that has lived for a while.
      await askAt(url, 'do $$ begin for n in 1..30000 loop perform pg_current_xact_id(); commit; end loop; end $$');
      const api = await ApplicationsProcess.start(apiUrl);
      const worker = await WorkerProcess.start({ databaseUrl: workerUrl, smtpUrl: smtp.url });
      await api.expect('PATCH', '/settings', AT_ONCE);
      for (const who of ['ada', 'bob', 'cy']) {
        const contact = { name: `${who} Ito`, email: `${who}@people.example` };
        const body = { companyName: `${who} Inc`, title: `Engineer "${who}", \\N \\. {}`, stage: 'interview', contact };
        const { id } = await api.expect<{ id: string }>('POST', '/applications', body);
        await api.expect('POST', `/applications/${id}/rejection`, {});
        if (who !== 'ada') continue;
        await eventually(() => smtp.messages.length === 1, { what: 'the first letter' });
        // The others wait.
        await api.expect('PATCH', '/settings', { feedbackRequest: { delay: 'P2D' } });
      }
      await eventually(() => isQuiet(url), { what: 'every fact being handled' });
      await worker.stop();
      const seen = await eventually(async () => {
        const page = await eventsAfter(api, '');
        return page.data.some(({ type }) => type === 'follow_up.sent.v1') && page;
      });
      followed = seen.data.map(({ id }) => id);
      // Somebody who has read all but the last one.
      const page = await api.expect<Followed>('GET', `/events?limit=${followed.length - 1}`);
      cursor = page.nextCursor!;
      await api.stop();
      before = await allRows(url);
      const waiting = await askAt<{ id: string }>(
        url,
        `select id from follow_ups where kind = 'feedback_request' and state = 'waiting'`,
      );
      letters = waiting.map(({ id }) => id);
      expect(letters).toHaveLength(2);
    });
  });
  afterAll(async () => {
    await server.stop();
    await smtp.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('says what it needs', async () => {
    expect(await program('move-main', dataDir)).toContain('npm run move -- postgres://');
  });

  it('leaves nothing where it breaks off, and refuses while somebody works on either side', async () => {
    const { apiUrl } = await readyDatabase(dataDir, targetUrl, targetUrl);
    await askAt(asSuperuser, 'alter table rejections add constraint broken check (false)');
    expect(await program('move-main', dataDir, targetUrl)).toMatch(/Nothing was moved: .*violates check constraint/);
    expect(await askAt(asSuperuser, 'select 1 from companies')).toEqual([]);
    await askAt(asSuperuser, 'alter table rejections drop constraint broken');

    const api = await ApplicationsProcess.start(apiUrl);
    expect(await program('move-main', dataDir, targetUrl)).toContain('Services are connected');
    await api.stop();
    expect(await program('move-main', dataDir, targetUrl)).toContain('holds rows already');
    await askAt(asSuperuser, 'delete from candidates');
    await sourceAt(async () => {
      expect(await program('move-main', dataDir, targetUrl)).toMatch(/is in use by process/);
    });
  });

  it('has every row as it was, once', async () => {
    expect(await program('move-main', dataDir, targetUrl)).toMatch(/Moved: \d+ rows/);
    expect(await allRows(asSuperuser)).toEqual(before);
    expect(await program('move-main', dataDir, targetUrl)).toContain('there already');
  });

  it('starts no more where it came from', async () => {
    expect(await program('main', dataDir)).toMatch(/was moved to .*set DATABASE_URL/);
  });

  it('goes on: a follower from its cursor, and each waiting letter once', async () => {
    const { apiUrl, workerUrl } = await readyDatabase(dataDir, targetUrl, targetUrl);
    const api = await ApplicationsProcess.start(apiUrl);
    const whole = await eventsAfter(api, '');
    expect(whole.data.map(({ id }) => id)).toEqual(followed);
    expect((await eventsAfter(api, cursor)).data.map(({ id }) => id)).toEqual(followed.slice(-1));

    await askAt(
      asSuperuser,
      `update follow_ups set due_at = now() - interval '1 second' where id = any ('{${letters}}')`,
    );
    const worker = await WorkerProcess.start({ databaseUrl: workerUrl, smtpUrl: smtp.url });
    await eventually(() => smtp.messages.length >= 3, { what: 'the letters that waited' });
    await eventually(() => isQuiet(asSuperuser), { what: 'every fact being handled' });
    const next = await eventually(async () => {
      const page = await eventsAfter(api, cursor);
      return page.data.filter(({ type }) => type === 'follow_up.sent.v1').length === 2 && page;
    });
    expect(next.data.map(({ id }) => id).filter((id) => followed.includes(id))).toEqual(followed.slice(-1));
    await Promise.all([worker.stop(), api.stop()]);
    expect(smtp.messages.map(({ to }) => to).toSorted()).toEqual([
      'ada@people.example',
      'bob@people.example',
      'cy@people.example',
    ]);
  });
});

async function isQuiet(url: string): Promise<boolean> {
  const open = await askAt(url, `select 1 from outbox union all select 1 from follow_ups where state = 'sending'`);
  return open.length === 0;
}

/** Its owner is no superuser, as on most servers. */
async function ownedDatabase(superuserUrl: string): Promise<string> {
  await askAt(superuserUrl, `create role owner_of_moved login createrole password 'owner'`);
  await askAt(superuserUrl, 'create database moved owner owner_of_moved');
  const url = new URL(superuserUrl);
  [url.username, url.password, url.pathname] = ['owner_of_moved', 'owner', '/moved'];
  return url.href;
}
