/** `npm run fuzz`: asks the HTTP service for everything in its description, rightly and wrongly, and counts what came of it. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(root, 'docs', 'reliability.md');
const [BEGIN, END] = ['<!-- fuzz: begin -->', '<!-- fuzz: end -->'];

function settings() {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '10' },
        seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
        write: { type: 'boolean', default: false },
      },
    });
    if (!/^\d{1,4}(\.\d)?$/.test(values.minutes) || Number(values.minutes) === 0)
      throw new Error('--minutes is a number such as 10 or 0.5');
    if (!/^\d{1,10}$/.test(values.seed)) throw new Error('--seed is a whole number');
    return values;
  } catch (error) {
    process.stderr.write(`${error.message}\nnpm run fuzz -- [--minutes 10] [--seed N] [--write]\n`);
    process.exit(2);
  }
}

const asked = settings();
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
const scratch = mkdtempSync(join(tmpdir(), 'rekindle-fuzz-'));
const results = join(scratch, 'fuzz.json');
const env = { ...process.env, FUZZ_MINUTES: asked.minutes, FUZZ_SEED: asked.seed, FUZZ_RESULTS: results };
const command = `npm run fuzz -- --minutes ${asked.minutes} --seed ${asked.seed}`;
process.stdout.write(`${command}\n`);
if (node(join(root, 'scripts', 'build.mjs')).status !== 0) process.exit(1);
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { status } = node(...flags, jest, '--runInBand', 'tests/fuzz/fuzz.spec.ts');
const counted = read(results);
rmSync(scratch, { recursive: true, force: true });
if (counted !== null) {
  const text = told(counted);
  process.stdout.write(`\n${text}\n`);
  if (asked.write) write(`Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)}.\n\n${text}`);
}
process.exitCode = status ?? 1;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function told({ operations, requests, succeeded, refused, byRule, strangers, moods, faults }) {
  const lines = [
    ['operations', operations],
    ['requests', requests],
    ['of them valid by the description', moods.valid],
    ['nearly valid', moods.nearly],
    ['hostile', moods.hostile],
    ['by another account', moods.stranger],
    ['answered 2xx', succeeded],
    ['refused 4xx', refused],
    ['of them valid by the description, against a rule that it tells in words', byRule],
    ['404 to another account', strangers],
    ['faults: 5xx, another status or body than described, a trace, a body taken against its schema', faults.length],
  ];
  return ['| what | count |', '| --- | --: |', ...lines.map(([what, count]) => `| ${what} | ${count} |`)].join('\n');
}

/** Between the two marks of the page. */
function write(text) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.slice(0, page.indexOf(BEGIN) + BEGIN.length), page.slice(page.indexOf(END))];
  writeFileSync(PAGE, `${before}\n\n${text}\n\n${after}`);
  spawnSync(process.execPath, [join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', PAGE]);
}
