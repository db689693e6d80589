/** A parser that does what it is told, started by its path. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const parseTasks = join(process.cwd(), 'dist/apps/worker/src/parsers/parse-tasks.js');
const { parseTasks: serve } = await import(pathToFileURL(parseTasks).href);

const DEEDS = {
  echo: ({ value }) => value,
  env: () => Object.keys(process.env),
  pid: () => process.pid,
  throw: () => {
    throw new Error('no such thing');
  },
  spin: () => {
    for (;;);
  },
  backtrack: () => /^(a+)+$/.test(`${'a'.repeat(60)}!`),
  hoard: () => {
    const kept = [];
    for (;;) kept.push({ at: kept.length });
  },
  'one-large-list': () => Array(60_000_000).fill(1.5).length,
  exit: () => process.exit(3),
};

serve((task) => DEEDS[task.deed](task));
