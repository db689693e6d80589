/** `npm run radar:load`: full sweeps of many watched boards by one worker against a server on this machine: rate and memory. */
import { fork, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [boards = 10_000, postings = 40] = process.argv.slice(2).map(Number);
if (!(boards > 0) || !(postings > 1)) {
  process.stderr.write('npm run radar:load -- [boards, 10000] [postings of each, 40]\n');
  process.exit(1);
}
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { startCluster } = await import(join(root, 'dist/apps/local/src/postgres/cluster.js'));
const { prepareDatabase, urlOfRole, WORKER_ROLE } = await import(join(root, 'dist/libs/database/src/index.js'));

/** Greenhouse's shape; from `gone` on the first posting of every board is not shown. */
const served = { requests: 0, bytes: 0, gone: false };
const server = createServer(({ url }, response) => {
  const [, slug, single] = /boards\/([^/]+)\/jobs(?:\/([^?]+))?/.exec(url);
  const jobs = Array.from({ length: postings }, (_, at) => ({
    id: at + 1,
    title: `Engineer of the ${at}th kind`,
    absolute_url: `https://boards.greenhouse.io/${slug}/jobs/${at + 1}`,
    requisition_id: `R-${slug}-${at}`,
    location: { name: 'Berlin, Germany' },
    departments: [{ name: 'Engineering' }],
    offices: [],
    content: 'We look for somebody who likes to read. '.repeat(50),
  }));
  served.requests += 1;
  const open = served.gone ? jobs.slice(1) : jobs;
  const one = open.find(({ id }) => String(id) === single);
  if (single && !one) return response.writeHead(404).end('{"status":404,"error":"Job not found"}');
  const body = JSON.stringify(single ? one : { jobs: open });
  served.bytes += body.length;
  response.end(body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const dataDir = mkdtempSync(join(tmpdir(), 'rekindle-radar-'));
const cluster = await startCluster({ dataDir, durable: false });
const owner = new pg.Client({ connectionString: cluster.url });
await owner.connect();
await prepareDatabase({ ownerUrl: cluster.url, apiPassword: 'api', workerPassword: 'worker' });
await arrange();

const worker = fork(join(root, 'dist/apps/worker/src/main.bundle.js'), [], {
  execArgv: [],
  env: {
    DATABASE_URL: urlOfRole(cluster.url, WORKER_ROLE, 'worker'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    REKINDLE_SECRET_KEY: randomBytes(32).toString('base64'),
    BOARD_BASE_URLS: JSON.stringify({ greenhouse: `http://127.0.0.1:${server.address().port}` }),
    LOG_LEVEL: 'warn',
  },
});
worker.once('exit', (code) => code === 0 || code === null || process.exit(1));
await once(worker, 'message');

process.stdout.write(`${boards} boards with ${postings} postings each, one worker, queue in Postgres\n`);
await round('first sweep: every posting is new');
await round('second sweep: nothing changed');
served.gone = true;
await round('third sweep: one posting of each is missing');
await round('fourth sweep: it is closed, and who watches is told');

worker.kill('SIGTERM');
await once(worker, 'exit');
await owner.end();
await cluster.stop();
server.close();
rmSync(dataDir, { recursive: true, force: true });

/** Candidates with ten vacancies each, every one on a board of its own. */
async function arrange() {
  const ids = (count) => Array.from({ length: count }, () => randomUUID());
  const [vacancyIds, boardIds, people] = [ids(boards), ids(boards), ids(Math.ceil(boards / 10))];
  const candidateIds = vacancyIds.map((_, at) => people[Math.floor(at / 10)]);
  await owner.query(`insert into candidates (id, name) select id, 'Load' from unnest($1::uuid[]) id`, [people]);
  await owner.query(
    `insert into companies (id, candidate_id, name, name_key) select id, id, 'Load', 'load' from unnest($1::uuid[]) id`,
    [people],
  );
  await owner.query(
    `insert into vacancies (id, candidate_id, company_id, title)
     select id, candidate, candidate, 'Engineer' from unnest($1::uuid[], $2::uuid[]) as v (id, candidate)`,
    [vacancyIds, candidateIds],
  );
  await owner.query(
    `insert into boards (id, provider, slug, next_sweep_at)
     select id, 'greenhouse', 'b' || n, null from unnest($1::uuid[]) with ordinality as board (id, n)`,
    [boardIds],
  );
  await owner.query(
    `insert into watches (id, candidate_id, board_id, vacancy_id, posting_id)
     select gen_random_uuid(), candidate, board, vacancy, '1'
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as w (candidate, board, vacancy)`,
    [candidateIds, boardIds, vacancyIds],
  );
  await owner.query('analyze');
}

async function round(what) {
  const before = { ...served };
  const swept = async () => Number((await owner.query('select count(*) from sweeps')).rows[0].count);
  const goal = (await swept()) + boards;
  const started = performance.now();
  // Absences have to be hours apart.
  await owner.query(
    `update postings set missing_since = missing_since - interval '7 hours', missed_at = missed_at - interval '7 hours'
     where misses > 0`,
  );
  await owner.query('update boards set next_sweep_at = now()');
  while ((await swept()) < goal) await pause(250);
  const seconds = (performance.now() - started) / 1000;
  while ((await owner.query('select 1 from sightings limit 1')).rowCount > 0) await pause(250);
  const told = (performance.now() - started) / 1000;
  const { rows } = await owner.query(
    `select count(*) filter (where outcome in ('ok', 'not_modified')) as good from (select outcome from sweeps order by id desc limit $1) latest`,
    [boards],
  );
  process.stdout.write(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(boards / seconds)} boards/s, everybody told after ${told.toFixed(1)} s, ` +
      `${rows[0].good} good, ${served.requests - before.requests} requests, ` +
      `${Math.round((served.bytes - before.bytes) / 1e6)} MB read, most memory ${mostMemory()}\n`,
  );
}

function mostMemory() {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${worker.pid}/status`, 'utf8'));
    return `${Math.round(kilobytes / 1024)} MB`;
  } catch {
    return 'unknown here';
  }
}
