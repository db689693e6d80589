/** `npm run torture:guards`: takes one guard after the other out of a copy of the project; the torture has to notice. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GUARDS } from '../tests/torture/guards/guards.mjs';
import { Copy } from './torture-guards-copy.mjs';
import { asRun, baselineOf, nameOf, report, verdict } from './torture-guards-run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(root, 'docs', 'reliability.md');
const [BEGIN, END] = ['<!-- guards: begin -->', '<!-- guards: end -->'];

const asked = settings();
const wanted = (asked.only ?? '').toLowerCase();
const guards = GUARDS.filter(({ guard, harness }) => `${guard} ${nameOf(harness)}`.toLowerCase().includes(wanted));
if (guards.length === 0) stop(2, `Neither a guard nor its harness is called something with "${wanted}"`);

const copy = Copy.of(root);
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (isStopped) return;
    isStopped = true;
    say('Stopping');
    copy.end('SIGTERM');
    setTimeout(() => copy.end('SIGKILL'), 5_000).unref();
  });
}
try {
  process.exitCode = await main();
} finally {
  copy.remove();
}

async function main() {
  const stale = GUARDS.map(({ guard, edits }) => ({ guard, edits: copy.stale(edits) }));
  for (const { guard, edits } of stale) {
    for (const { file, find } of edits)
      say(`The list is out of date: "${guard}" looks for this once in ${file}:\n${find}`);
  }
  if (stale.some(({ edits }) => edits.length > 0)) return 1;

  const startedAt = Date.now();
  if (!(await isBuilt())) return 1;
  for (const run of asked.baseline ? baselineOf(guards) : []) {
    const { isRed, ran, counts, failures } = await report(copy, run);
    if (isStopped) return 130;
    const isGreen = !isRed && ran > 0 && Object.keys(counts).length === 0;
    say(`${isGreen ? 'green' : 'RED'} with every guard in its place: ${run.spec}, ${ran} tests`);
    if (!isGreen) return fail(failures);
  }
  const results = [];
  for (const guard of guards) {
    const result = await without(guard);
    if (isStopped) return 130;
    results.push({ ...guard, ...result });
    say(`${result.isNoticed ? 'noticed' : 'UNNOTICED'}: ${guard.guard}: ${result.reported}`);
  }
  const text = tableOf(results);
  const minutes = Math.round((Date.now() - startedAt) / 60_000);
  say(`\n${text}\n\n${minutes} minutes`);
  if (asked.write && !asked.only) write(text, minutes);
  return results.every(({ isNoticed }) => isNoticed) ? 0 : 1;
}

async function without({ edits, harness, ...expected }) {
  const putBack = copy.apply(edits);
  try {
    if (!isFromSources(harness, edits) && !(await isBuilt()))
      return { isNoticed: false, reported: 'it did not compile' };
    const seen = await report(copy, asRun(harness));
    const result = verdict(expected, seen);
    if (!result.isNoticed && !isStopped) fail(seen.failures);
    return result;
  } finally {
    putBack();
    if (edits.some(isAboutTables) && !isStopped) await isBuilt();
  }
}

/** The simulation runs from the sources; only the tables are made by what was built. */
function isFromSources(harness, edits) {
  return harness.simulation !== undefined && !edits.some(isAboutTables);
}

function isAboutTables({ file }) {
  return file.includes('/migrations/');
}

async function isBuilt() {
  const code = await copy.node([join(copy.folder, 'scripts', 'build.mjs')]);
  if (code !== 0 && !isStopped) fail([]);
  return code === 0;
}

function fail(failures) {
  say([...failures, readFileSync(copy.log, 'utf8').slice(-3_000)].join('\n'));
  return 1;
}

function tableOf(results) {
  const lines = [
    ['guard taken out', 'harness', 'reported'],
    ['---', '---', '---'],
    ...results.map(({ guard, harness, reported }) => [guard, nameOf(harness), reported]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function write(text, minutes) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.slice(0, page.indexOf(BEGIN) + BEGIN.length), page.slice(page.indexOf(END))];
  const made = `Made by \`npm run torture:guards\` on ${new Date().toISOString().slice(0, 10)} in ${minutes} minutes.`;
  writeFileSync(PAGE, `${before}\n\n${made}\n\n${text}\n\n${after}`);
  spawnSync(process.execPath, [join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', PAGE]);
}

function settings() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        write: { type: 'boolean', default: false },
        baseline: { type: 'boolean', default: true },
      },
      allowNegative: true,
    });
    return values;
  } catch (error) {
    return stop(2, `${error.message}\nnpm run torture:guards -- [--only part-of-a-name] [--no-baseline] [--write]`);
  }
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function stop(code, text) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
