/** Runs one harness on the copy, and says what it reported. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS, rowsOf } from './torture-table.mjs';

const SIMULATION = 'tests/simulation/simulation';
const COURSES = 'tests/simulation/known-courses';
/** As the simulation says it, in what Jest makes of that. */
const BROKEN =
  /^(?:Received: "|[\s+]*"?)(?:GuaranteeBroken: )?((?:lost|doubled|early|late|misaddressed|wrong): .*?)"?$/gm;
/** How long is waited for what may never come, since a guard is out. */
const PATIENCE_SECONDS = 45;
/** With every guard in its place all comes to its end, on a busy machine later. */
const BASELINE_PATIENCE = 4;
const SHRINK_MS = 1;

/** One run for each spec and backend, with the tests of all guards that it finds: nothing is taken out. */
export function baselineOf(guards) {
  const runs = guards.map(({ harness }) =>
    asRun(harness.simulation === undefined ? harness : { simulation: 1, ops: 1_500 }),
  );
  const together = Map.groupBy(runs, ({ spec, backend, seed }) => [spec, backend, seed].join(' '));
  return [...together.values()].map((list) => {
    const [{ spec, project, backend, seed }] = list;
    const tests = [...new Set(list.map((run) => run.tests))];
    const ops = Math.max(...list.map((run) => run.ops));
    const patience = BASELINE_PATIENCE * Math.max(...list.map((run) => run.patience));
    return {
      spec,
      project,
      backend,
      seed,
      ops,
      patience,
      tests: tests.includes('') ? '' : tests.map((text) => `(${text})`).join('|'),
    };
  });
}

/**
 * A harness is a spec of the torture with the tests that are run of it, the simulation with its seed, one of its known
 * courses by name, or a spec of another of the projects in jest.config.js.
 */
export function asRun({ simulation, course, ops, ...harness }) {
  const run = { project: 'torture', tests: '', backend: 'postgres', seed: 1, patience: 0 };
  if (simulation !== undefined) return { ...run, spec: SIMULATION, seed: simulation, ops: ops ?? 3_000 };
  if (course !== undefined) return { ...run, spec: COURSES, tests: ` ${course}$`, ops: 1 };
  return { ...run, ops: ops ?? 200, patience: PATIENCE_SECONDS, ...harness };
}

/** It runs from the sources, and computes more than it waits. */
export const isSimulated = ({ simulation, course }) => simulation !== undefined || course !== undefined;

export function nameOf(harness) {
  if (harness.simulation !== undefined) return `simulation, seed ${harness.simulation}`;
  if (harness.course !== undefined) return `course "${harness.course}"`;
  const spec = harness.spec.replace(/^tests\/(torture|integration)\//, '');
  return `\`${spec}\`${harness.backend === 'redis' ? ', queue in Redis' : ''}`;
}

/** `counts` as the table of the torture has them, `violations` of the simulation, `failures` the first line of each red test. */
export async function report(copy, { spec, project, tests, backend, seed, ops, patience }) {
  const [results, jestFile] = [join(copy.scratch, 'results.jsonl'), join(copy.scratch, 'jest.json')];
  writeFileSync(results, '');
  rmSync(jestFile, { force: true });
  const code = await copy.node(
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(copy.folder, 'node_modules', 'jest', 'bin', 'jest.js'),
      `--selectProjects=${project}`,
      '--runInBand',
      '--forceExit',
      '--testTimeout=600000',
      '--json',
      `--outputFile=${jestFile}`,
      ...(tests === '' ? [] : ['-t', tests]),
      spec,
    ],
    {
      TORTURE_RESULTS: results,
      TORTURE_OPS: String(ops),
      TORTURE_SEED: String(seed),
      TORTURE_BACKEND: backend,
      TORTURE_PATIENCE_MS: String(patience * 1_000),
      TORTURE_SHRINK_MS: String(SHRINK_MS),
    },
  );
  if (!existsSync(jestFile)) return { ran: 0, isRed: true, counts: {}, violations: [], failures: ['it did not end'] };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(jestFile, 'utf8'));
  const entries = readFileSync(results, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const messages = testResults
    .flatMap(({ assertionResults }) => assertionResults.flatMap(({ failureMessages }) => failureMessages))
    .map((message) => message.replaceAll(/\u001b\[\d+m/g, ''));
  return {
    ran: numPassedTests + numFailedTests,
    isRed: code !== 0,
    counts: countsOf(entries),
    violations: messages.flatMap((message) => [...message.matchAll(BROKEN)].map(([, said]) => said)),
    replay: /see it again: (.*)$/m.exec(messages.join('\n'))?.[1],
    failures: messages.map((message) => message.split('\n')[0].replace(/^Error: /, '')),
  };
}

function countsOf(entries) {
  const rows = rowsOf(entries);
  const counts = FAULTS.map((fault) => [fault, rows.reduce((sum, row) => sum + row[fault], 0)]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** What a guard's absence led to, in words; and whether it is what was expected. */
export function verdict({ expects, says = '' }, { ran, isRed, counts, violations, failures }) {
  const kinds = violations.length > 0 ? violations.map((said) => said.split(':')[0]) : Object.keys(counts);
  const isSaid = failures.some((line) => line.includes(says));
  const counted = Object.entries(counts).map(([fault, count]) => `${count} ${fault}`);
  const shown = [violations.slice(0, 1), counted, failures.slice(0, 1)].find((list) => list.length > 0) ?? ['nothing'];
  return {
    isNoticed: ran > 0 && isRed && isSaid && [expects].flat().some((kind) => kind === 'red' || kinds.includes(kind)),
    reported: ran === 0 ? 'no test ran' : plain(shown.join(', ')),
  };
}

/** Without ids, which are others each time, and as a cell of a table. */
function plain(text) {
  const short = text.replaceAll(/ ?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '');
  return short.replaceAll('|', '/').slice(0, 160);
}
