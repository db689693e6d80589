import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { INNOCENT, PACKAGES, PLANTED } from './planted-violations.js';
import { ROOT } from './source-tree.js';

interface Cruise {
  violations: { from: string; to: string; rule: { name: string } }[];
  ruleSetUsed: { forbidden: { name: string; comment?: string; severity: string }[] };
}

const run = promisify(execFile);
const PATIENCE_MS = 60_000;

describe('the dependency rules', () => {
  let folder: string;
  let planted: Cruise;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planted-'));
    await plantTree(folder);
    planted = await cruise(folder);
  }, PATIENCE_MS);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(
    'are kept by the whole tree',
    async () => {
      const { violations } = await cruise(ROOT);
      expect(violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each(PLANTED.map(({ rule, file }) => [rule, file]))('%s catches %s', (rule, file) => {
    const caughtBy = planted.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name);
    expect([...new Set(caughtBy)]).toEqual([rule]);
  });

  it('leave what is allowed alone', () => {
    const innocent = Object.keys(INNOCENT);
    expect(planted.violations.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });

  it('each have a planted violation, a reason, and stop the build', () => {
    const { forbidden } = planted.ruleSetUsed;
    expect(new Set(forbidden.map(({ name }) => name))).toEqual(new Set(PLANTED.map(({ rule }) => rule)));
    expect(forbidden.filter(({ comment, severity }) => !comment || severity !== 'error')).toEqual([]);
  });
});

async function cruise(folder: string): Promise<Cruise> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(ROOT, '.dependency-cruiser.js');
  const { stdout } = await run(
    process.execPath,
    [program, 'apps', 'libs', 'tests', '--config', config, '--output-type', 'json'],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout).summary;
}

async function plantTree(folder: string): Promise<void> {
  await cp(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  // Not a dependency of ours yet: declared here, so that only the rule about mail can catch it.
  manifest.dependencies.imapflow = '*';
  await plantFile(folder, 'package.json', JSON.stringify(manifest));
  for (const name of PACKAGES) {
    await plantFile(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await plantFile(folder, `node_modules/${name}/index.js`, '');
  }
  for (const [file, source] of Object.entries(INNOCENT)) await plantFile(folder, file, source);
  for (const { file, source } of PLANTED) await plantFile(folder, file, source);
}

async function plantFile(folder: string, file: string, text: string): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
