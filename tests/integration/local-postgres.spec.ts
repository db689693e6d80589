/** The embedded Postgres by itself: as root and as an ordinary user, stopped in order and killed. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { startCluster } from '../../apps/local/src/postgres/cluster.js';
import { commandOf, hasEnded, isAlive, parentOf } from '../../apps/local/src/process-life.js';

const PATIENCE = 180_000;
const NOBODY = { uid: 65534, gid: 65534 };
const built = join(process.cwd(), 'dist/apps/local/src/postgres/cluster.js');
const isRoot = process.getuid?.() === 0;
const canBeNobody = isRoot && spawnSync(process.execPath, [built], NOBODY).status === 0;

const STARTER = `
  const { startCluster } = await import(${JSON.stringify(pathToFileURL(built).href)});
  const cluster = await startCluster({ dataDir: process.argv[1], durable: false });
  process.once('SIGTERM', () => cluster.stop().then(() => process.exit(0)));
  process.stdout.write(JSON.stringify({ url: cluster.url, directory: cluster.directory }) + '\\n');
`;

/** A program of its own that starts a cluster, so that it can be killed or be somebody else. */
async function aStarter(dataDir: string, user = {}) {
  const starter = spawn(process.execPath, ['--input-type=module', '-e', STARTER, dataDir], {
    ...user,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: starter.stdout }), 'line');
  const { url, directory }: { url: string; directory: string } = JSON.parse(line);
  return { starter, url, directory, postmaster: await postmasterOf(directory) };
}

async function postmasterOf(directory: string): Promise<number> {
  return Number.parseInt(await readFile(join(directory, 'postmaster.pid'), 'utf8'), 10);
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function answerAfterRestart(dataDir: string): Promise<unknown[]> {
  const cluster = await startCluster({ dataDir, durable: false });
  try {
    return await ask(cluster.url, 'select answer from kept');
  } finally {
    await cluster.stop();
  }
}

const KEEP = 'create table kept as select 42 as answer';

describe('the embedded Postgres', () => {
  let scratch: string;
  let dataDir: string;

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'rekindle-cluster-'));
    await chmod(scratch, 0o755);
    dataDir = join(scratch, 'data');
  });
  afterEach(() => rm(scratch, { recursive: true, force: true }));

  it(
    'speaks UTF-8, sorts the same on every machine, keeps UTC and its password to itself',
    async () => {
      const cluster = await startCluster({ dataDir, durable: false });
      try {
        const facts = await ask(
          cluster.url,
          `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
                  datlocprovider as provider, datlocale as locale, upper('ß') || upper('ї') as upper
             from pg_database where datname = 'postgres'`,
        );
        expect(facts).toEqual([{ encoding: 'UTF8', zone: 'UTC', provider: 'b', locale: 'C.UTF-8', upper: 'ßЇ' }]);
        expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
        await expect(ask(cluster.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
          code: '28P01',
        });
      } finally {
        await cluster.stop();
      }
    },
    PATIENCE,
  );

  it(
    'keeps its data over a restart and leaves nothing running',
    async () => {
      const cluster = await startCluster({ dataDir });
      const postmaster = await postmasterOf(cluster.directory);
      await ask(cluster.url, KEEP);
      await cluster.stop();
      expect(isAlive(postmaster)).toBe(false);
      expect(await answerAfterRestart(dataDir)).toEqual([{ answer: 42 }]);
    },
    PATIENCE,
  );

  it(
    'refuses a second start on the same data while the first one runs',
    async () => {
      const cluster = await startCluster({ dataDir, durable: false });
      try {
        await expect(startCluster({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`);
        expect(await ask(cluster.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      } finally {
        await cluster.stop();
      }
    },
    PATIENCE,
  );

  it(
    'ends by itself when its starter is killed',
    async () => {
      const { starter, url, postmaster } = await aStarter(dataDir);
      await ask(url, KEEP);
      starter.kill('SIGKILL');
      expect(await hasEnded(postmaster, 60_000)).toBe(true);
      expect(await answerAfterRestart(dataDir)).toEqual([{ answer: 42 }]);
    },
    PATIENCE,
  );

  it(
    'is ended by the next start when its keeper was killed too',
    async () => {
      const { starter, url, postmaster } = await aStarter(dataDir);
      await ask(url, KEEP);
      const keeper = await parentOf(postmaster);
      expect(await commandOf(keeper ?? 0)).toContain('keeper');
      starter.kill('SIGKILL');
      process.kill(keeper ?? 0, 'SIGKILL');
      expect(await answerAfterRestart(dataDir)).toEqual([{ answer: 42 }]);
      expect(isAlive(postmaster)).toBe(false);
    },
    PATIENCE,
  );

  it(
    'is not held up by a process number that belongs to somebody else by now',
    async () => {
      const { starter, url, directory } = await aStarter(dataDir);
      await ask(url, KEEP);
      const pidFile = join(directory, 'postmaster.pid');
      const left = await readFile(pidFile, 'utf8');
      starter.kill('SIGTERM');
      await once(starter, 'exit');
      const stranger = spawn('sleep', ['600'], isRoot ? NOBODY : {});
      try {
        await writeFile(pidFile, left.replace(/^\d+/, String(stranger.pid)));
        if (isRoot) await chown(pidFile, NOBODY.uid, NOBODY.gid);
        expect(await answerAfterRestart(dataDir)).toEqual([{ answer: 42 }]);
        expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
      } finally {
        stranger.kill();
      }
    },
    PATIENCE,
  );

  (isRoot ? it : it.skip)(
    'started by root below a folder that others may not enter, lives elsewhere and is found again',
    async () => {
      await mkdir(dataDir);
      await chmod(scratch, 0o700);
      const cluster = await startCluster({ dataDir, durable: false });
      try {
        await ask(cluster.url, KEEP);
        await cluster.stop();
        expect(cluster.directory.startsWith(scratch)).toBe(false);
        expect((await stat(cluster.directory)).uid).toBe(NOBODY.uid);
        expect(await answerAfterRestart(dataDir)).toEqual([{ answer: 42 }]);
      } finally {
        await rm(dirname(cluster.directory), { recursive: true, force: true });
      }
    },
    PATIENCE,
  );

  (canBeNobody ? it : it.skip)(
    'started by an ordinary user, is that user’s own',
    async () => {
      await mkdir(dataDir);
      await chown(dataDir, NOBODY.uid, NOBODY.gid);
      const { starter, url, directory } = await aStarter(dataDir, NOBODY);
      expect(await ask(url, KEEP)).toEqual([]);
      starter.kill('SIGTERM');
      await once(starter, 'exit');
      expect(directory).toBe(join(dataDir, 'postgres'));
      expect((await stat(directory)).uid).toBe(NOBODY.uid);
    },
    PATIENCE,
  );
});
