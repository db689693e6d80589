/** `npm run fairness`: how long one account waits for its own data while another keeps 64 requests in flight. */
import { fork, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from './free-port.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [inFlight = 64, asked = 300] = process.argv.slice(2).map(Number);
if (!(inFlight > 0) || !(asked > 0)) {
  process.stderr.write('npm run fairness -- [requests in flight, 64] [requests measured each time, 300]\n');
  process.exit(1);
}
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { startCluster } = await import(join(root, 'dist/apps/local/src/postgres/cluster.js'));
const { API_ROLE, prepareDatabase, urlOfRole } = await import(join(root, 'dist/libs/database/src/index.js'));

const dataDir = mkdtempSync(join(tmpdir(), 'rekindle-fairness-'));
const cluster = await startCluster({ dataDir, durable: false });
const owner = new pg.Client({ connectionString: cluster.url });
await owner.connect();
await prepareDatabase({ ownerUrl: cluster.url, apiPassword: 'api', workerPassword: 'worker' });
const port = await freePort();
const service = fork(join(root, 'dist/apps/applications/src/main.bundle.js'), [], {
  execArgv: [],
  env: {
    DATABASE_URL: urlOfRole(cluster.url, API_ROLE, 'api'),
    REKINDLE_SECRET_KEY: randomBytes(32).toString('base64'),
    PORT: String(port),
    LOG_LEVEL: 'warn',
  },
});
await once(service, 'message');

const [a, b] = [await account('A'), await account('B')];
for (let n = 0; n < 100; n += 1) await ask(a, 'POST', '/applications', { companyName: `C${n}`, title: 'Engineer' });
for (let n = 0; n < 200; n += 1) await ask(b, 'GET', '/me');

process.stdout.write(`GET /me of B, ${asked} times one after the other; A keeps ${inFlight} requests in flight\n`);
const alone = await medianOfB();
process.stdout.write(`${'nothing'.padEnd(44)} ${line(alone)}\n`);
let turn = 0;
await beside('GET /me', () => ask(a, 'GET', '/me'));
await beside('GET /applications?limit=100', () => ask(a, 'GET', '/applications?limit=100'));
await beside('PATCH /settings', () => ask(a, 'PATCH', '/settings', { mailbox: { dailyCap: 1 + (turn += 1) } }));
await beside('POST /companies with a key', () => ask(a, 'POST', '/companies', { name: randomUUID() }, randomUUID()));

service.kill('SIGTERM');
await once(service, 'exit');
await owner.end();
await cluster.stop();
rmSync(dataDir, { recursive: true, force: true });

async function beside(what, one) {
  const over = new AbortController();
  const counts = {};
  const lanes = Array.from({ length: inFlight }, async () => {
    while (!over.signal.aborted) {
      const { status, retryAfter } = await one();
      counts[status] = (counts[status] ?? 0) + 1;
      if (retryAfter) await pause(retryAfter * 1000);
    }
  });
  await pause(1000);
  const busy = await medianOfB();
  over.abort();
  await Promise.all(lanes);
  const times = `${(busy.median / alone.median).toFixed(1)} times`;
  process.stdout.write(`${what.padEnd(30)} ${times.padStart(13)} ${line(busy)}   A: ${JSON.stringify(counts)}\n`);
}

async function medianOfB() {
  const took = [];
  for (let n = 0; n < asked; n += 1) {
    const started = performance.now();
    const { status } = await ask(b, 'GET', '/me');
    if (status !== 200) throw new Error(`GET /me answered ${status}`);
    took.push(performance.now() - started);
  }
  took.sort((one, other) => one - other);
  return { median: took[Math.floor(asked / 2)], slow: took[Math.floor(asked * 0.99)] };
}

function line({ median, slow }) {
  return `median ${median.toFixed(1).padStart(6)} ms, 99 % ${slow.toFixed(1).padStart(6)} ms`;
}

async function account(name) {
  const [id, token] = [randomUUID(), randomUUID()];
  await owner.query('insert into candidates (id, name) values ($1, $2)', [id, name]);
  await owner.query(
    `insert into credentials (id, candidate_id, kind, name, hash) values ($1, $2, 'token', 'fairness', $3)`,
    [randomUUID(), id, createHash('sha256').update(token).digest()],
  );
  return { token, agent: new Agent({ keepAlive: true }) };
}

/** By Node's own client: what is measured shares two cores with whoever measures. */
async function ask({ token, agent }, method, path, body, key) {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body && { 'content-type': 'application/json' }),
    ...(key && { 'idempotency-key': key }),
  };
  const sent = request({ host: '127.0.0.1', port, path: `/api/v1${path}`, method, headers, agent });
  sent.end(body && JSON.stringify(body));
  const [response] = await once(sent, 'response');
  response.resume();
  await once(response, 'end');
  return { status: response.statusCode, retryAfter: Number(response.headers['retry-after'] ?? 0) };
}
