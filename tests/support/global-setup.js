/** Starts the real parts once per run: an embedded Postgres with a migrated template, and a Redis where there is one. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../../dist/apps/local/src/postgres/cluster.js';
import { prepareDatabase } from '../../dist/libs/database/src/index.js';

export default async function globalSetup() {
  const dataDir = mkdtempSync(join(tmpdir(), 'rekindle-test-'));
  const cluster = await startCluster({ dataDir, durable: false });
  await makeTemplate(cluster.url);
  process.env.TEST_POSTGRES_URL = cluster.url;
  const redis = await startRedis();
  if (redis) process.env.TEST_REDIS_URL = redis.url;
  globalThis.testParts = { cluster, redis, dataDir };
}

async function makeTemplate(superuserUrl) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('create database rekindle_template');
  await client.end();
  const url = new URL(superuserUrl);
  url.pathname = '/rekindle_template';
  await prepareDatabase({ ownerUrl: url.href, apiPassword: 'api', workerPassword: 'worker' });
}

async function startRedis() {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    const hint =
      'redis-server is not installed: tests that need it are skipped (Debian: apt-get install redis-server).';
    if (process.env.CI === 'true') throw new Error(hint);
    process.stderr.write(`${hint}\n`);
    return null;
  }
  const port = await freePort();
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: 'ignore',
    },
  );
  return { url: `redis://127.0.0.1:${port}`, stop: () => server.kill('SIGKILL') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
