/** `npm run torture:guards`: takes one guard after the other out of a copy of the project; the torture has to notice. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GUARDS } from '../tests/torture/guards/guards.mjs';
import { Copy } from './torture-guards-copy.mjs';
import { asRun, baselineOf, isSimulated, nameOf, report, verdict } from './torture-guards-run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(root, 'docs', 'reliability.md');
const [BEGIN, END] = ['<!-- guards: begin -->', '<!-- guards: end -->'];

const asked = settings();
const wanted = (asked.only ?? ['']).map((text) => text.toLowerCase());
const guards = GUARDS.filter(({ guard, harness }) =>
  wanted.some((text) => `${guard} ${nameOf(harness)}`.toLowerCase().includes(text)),
);
if (guards.length === 0) stop(2, `Neither a guard nor its harness is called something with "${wanted.join('" or "')}"`);

// The simulation computes and the torture mostly waits: they run beside each other, each on a copy of its own.
const isComputed = ({ harness }) => isSimulated(harness);
const lanes = [guards.filter(isComputed), guards.filter((guard) => !isComputed(guard))]
  .filter((lane) => lane.length > 0)
  .map((lane) => ({ lane, copy: Copy.of(root) }));
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, endAll);
try {
  process.exitCode = await main();
} finally {
  // The Postgres of a run that was stopped still writes while it ends.
  if (isStopped) await pause(5_000);
  for (const { copy } of lanes) copy.remove();
}

async function main() {
  const stale = GUARDS.map(({ guard, edits }) => ({ guard, edits: lanes[0].copy.stale(edits) }));
  for (const { guard, edits } of stale) {
    for (const { file, find } of edits)
      say(`The list is out of date: "${guard}" looks for this once in ${file}:\n${find}`);
  }
  if (stale.some(({ edits }) => edits.length > 0)) return 1;

  const startedAt = Date.now();
  const results = new Map();
  await Promise.all(lanes.map((lane) => run(lane, results)));
  if (isStopped) return 130;
  say(`\n${tableOf(results)}\n\n${Math.round((Date.now() - startedAt) / 60_000)} minutes`);
  return guards.every((guard) => results.get(guard.guard)?.isNoticed) ? 0 : 1;
}

async function run({ lane, copy }, results) {
  if (!(await isBuilt(copy))) return;
  for (const run of asked.baseline ? baselineOf(lane) : []) {
    const { isRed, ran, counts, failures } = await report(copy, run);
    if (isStopped) return;
    const isGreen = !isRed && ran > 0 && Object.keys(counts).length === 0;
    say(`${isGreen ? 'green' : 'RED'} with every guard in its place: ${run.spec}, ${ran} tests`);
    if (!isGreen) fail(copy, failures);
    if (!isGreen) return;
  }
  for (const guard of lane) {
    const result = await without(guard, copy);
    if (isStopped) return;
    results.set(guard.guard, result);
    if (asked.write) write(results);
    say(`${result.isNoticed ? 'noticed' : 'UNNOTICED'}: ${guard.guard}: ${result.reported}`);
  }
}

async function without({ edits, harness, ...expected }, copy) {
  const putBack = copy.apply(edits);
  try {
    if (!isFromSources(harness, edits) && !(await isBuilt(copy)))
      return { isNoticed: false, reported: 'it did not compile' };
    const seen = await report(copy, asRun(harness));
    const result = verdict(expected, seen);
    if (seen.replay) say(`  ${seen.replay}`);
    if (!result.isNoticed && !isStopped) fail(copy, seen.failures);
    return result;
  } finally {
    putBack();
    if (edits.some(isAboutTables) && !isStopped) await isBuilt(copy);
  }
}

/** The simulation runs from the sources; only the tables are made by what was built. */
function isFromSources(harness, edits) {
  return isSimulated(harness) && !edits.some(isAboutTables);
}

function isAboutTables({ file }) {
  return file.includes('/migrations/');
}

async function isBuilt(copy) {
  const code = await copy.node([join(copy.folder, 'scripts', 'build.mjs')]);
  if (code !== 0 && !isStopped) fail(copy, []);
  return code === 0;
}

function fail(copy, failures) {
  say([...failures, readFileSync(copy.log, 'utf8').slice(-3_000)].join('\n'));
}

function endAll() {
  if (isStopped) return;
  isStopped = true;
  say('Stopping');
  for (const { copy } of lanes) copy.end('SIGTERM');
  setTimeout(() => lanes.forEach(({ copy }) => copy.end('SIGKILL')), 5_000).unref();
}

/** `kept`: rows of former runs, by guard. */
function tableOf(results, kept = new Map()) {
  const rows = GUARDS.flatMap(({ guard, harness }) => {
    const result = results.get(guard);
    return result ? [rowOf([guard, nameOf(harness), result.reported])] : (kept.get(guard) ?? []);
  });
  return [rowOf(['guard taken out', 'harness', 'reported']), rowOf(['---', '---', '---']), ...rows].join('\n');
}

function rowOf(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** What was not run this time stays as it was found the last time. */
function write(results) {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  const lines = page.slice(begin, end).split('\n');
  const kept = new Map(lines.map((line) => [line.split('|')[1]?.trim(), line.replaceAll(/ +/g, ' ')]));
  const made = `Made by \`npm run torture:guards\`, the last row on ${new Date().toISOString().slice(0, 10)}.`;
  writeFileSync(PAGE, `${page.slice(0, begin)}\n\n${made}\n\n${tableOf(results, kept)}\n\n${page.slice(end)}`);
  spawnSync(process.execPath, [join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', PAGE]);
}

function settings() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        write: { type: 'boolean', default: false },
        baseline: { type: 'boolean', default: true },
      },
      allowNegative: true,
    });
    return values;
  } catch (error) {
    return stop(2, `${error.message}\nnpm run torture:guards -- [--only part-of-a-name]... [--no-baseline] [--write]`);
  }
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function stop(code, text) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
