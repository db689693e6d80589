/** `npm run web:speed`: how long the app takes over an account of years, in Chromium; writes docs/speed.md. */
import { fork, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { fillAccount, idsIn } from './web-speed-account.mjs';
import { deedsOf, screensOf } from './web-speed-deeds.mjs';
import { missedIn, pageOf } from './web-speed-page.mjs';
import { SpeedReader } from './web-speed-reader.mjs';
import { freePort } from './free-port.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(root, 'docs', 'speed.md');
const [times = 20] = process.argv.slice(2).map(Number);
if (!(times > 0)) {
  process.stderr.write('npm run web:speed -- [times each, 20]\n');
  process.exit(1);
}
const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(program)) {
  process.stderr.write(`Chromium is not at ${program}; say in CHROMIUM where it is\n`);
  process.exit(1);
}
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { startCluster } = await import(join(root, 'dist/apps/local/src/postgres/cluster.js'));
const { captureMail } = await import(join(root, 'dist/apps/local/src/captured-mail/captured-mail.js'));
const { API_ROLE, prepareDatabase, urlOfRole, WORKER_ROLE } = await import(
  join(root, 'dist/libs/database/src/index.js')
);
const { OWNER_ID } = await import(join(root, 'dist/libs/contracts/src/index.js'));

const dataDir = mkdtempSync(join(tmpdir(), 'rekindle-speed-'));
const cluster = await startCluster({ dataDir });
const owner = new pg.Client({ connectionString: cluster.url });
await owner.connect();
await prepareDatabase({ ownerUrl: cluster.url, apiPassword: 'api', workerPassword: 'worker' });
const mail = await captureMail(dataDir);
const [port, token, secretKey] = [await freePort(), `rkd_${randomUUID()}`, randomBytes(32).toString('base64')];
const url = `http://127.0.0.1:${port}`;
const service = await run('applications', {
  DATABASE_URL: urlOfRole(cluster.url, API_ROLE, 'api'),
  PORT: String(port),
  REKINDLE_API_TOKEN: token,
  OWNER_NAME: 'Olena Koval',
  OWNER_EMAIL: 'olena@example.org',
  TZ: 'Europe/Kyiv',
  CAPTURED_MAIL_DIR: mail.directory,
});
const account = await fillAccount(owner, OWNER_ID);
const ids = await idsIn(owner);
const transport = createTransport(mail.url);
for (let n = 1; n <= 200; n += 1) {
  await transport.sendMail({
    from: 'olena@example.org',
    to: `c${n}@firm.example`,
    subject: `Mail ${n}`,
    text: 'Hello,\n\nthank you.\n',
  });
}
transport.close();
const worker = await run('worker', {
  DATABASE_URL: urlOfRole(cluster.url, WORKER_ROLE, 'worker'),
  SMTP_URL: mail.url,
  MAIL_CAPTURED: 'true',
});

const reader = await SpeedReader.come(program, url);
await reader.signIn(token);
const screens = [];
for (const [name, place] of screensOf(ids)) {
  process.stderr.write(`${name}\n`);
  screens.push({ name, took: await repeated((n) => reader.opens(...place(n))) });
}
const deeds = [];
for (const [place, ...list] of deedsOf(ids)) {
  process.stderr.write(`${list.map(([name]) => name).join('; ')}\n`);
  const took = await repeated(async (n) => {
    await reader.opens(...place(n));
    const each = [];
    for (const [, act, ...wanted] of list) {
      const stands = wanted.map((one) => (typeof one === 'function' ? one(n) : one));
      each.push(await reader.brings((page) => act(page, n), ...stands));
    }
    await planned();
    return each;
  });
  deeds.push(...list.map(([name], index) => ({ name, took: took.map((each) => each[index]) })));
}

const { rows } = await owner.query('show server_version');
const versions = `Node ${process.versions.node}, Chromium ${reader.version()}, Postgres ${rows[0].server_version}`;
const page = await pageOf({ screens, deeds, account, times, versions, cores: cpus().length }, PAGE);
writeFileSync(PAGE, page);
process.stdout.write(page);
await reader.leave();
for (const child of [worker, service]) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}
await owner.end();
await mail.stop();
await cluster.stop();
rmSync(dataDir, { recursive: true, force: true });
const missed = missedIn(screens, deeds);
for (const line of missed) process.stderr.write(`${line}\n`);
process.exit(missed.length === 0 ? 0 : 1);

async function run(name, env) {
  const child = fork(join(root, `dist/apps/${name}/src/main.bundle.js`), [], {
    execArgv: [],
    env: { REKINDLE_SECRET_KEY: secretKey, PUBLIC_URL: url, LOG_LEVEL: 'warn', ...env },
  });
  child.once('exit', (code) => code === 0 || code === null || process.exit(1));
  process.once('exit', () => child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

async function repeated(deed) {
  const took = [];
  for (let n = 0; n < times; n += 1) took.push(await deed(n));
  return took;
}

/** The next one begins when nothing of this one is left to do. */
async function planned() {
  while ((await owner.query('select 1 from outbox where parked_at is null limit 1')).rowCount > 0) await pause(20);
}
