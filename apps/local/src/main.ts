/** `npm start`: one process tree that holds a whole Rekindle, and ends it in order. */
import { CannotStart, readEnv } from '@app/platform';
import { parseArgs } from 'node:util';
import { playDemo } from './demo/play-demo.js';
import { LocalEnv } from './env.js';
import { whenLauncherEnds } from './launcher.js';
import { scriptOf } from './services/service.js';
import { settingsOf, type Settings } from './settings.js';
import { start, type Started, type Undo } from './start.js';
import { USAGE, welcome } from './words.js';

const STORY_PATIENCE_MS = 60_000;

const undo: Undo[] = [];
const asked = new AbortController();
const hurry = new AbortController();
const untilAsked = new Promise<void>((resolve) => asked.signal.addEventListener('abort', () => resolve()));

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function readArguments(): { demo: boolean; help: boolean } {
  try {
    const { values } = parseArgs({ options: { demo: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
    return { demo: values.demo ?? false, help: values.help ?? false };
  } catch (error) {
    throw new CannotStart(`${(error as Error).message.split('.')[0]}; npm start -- --help tells what there is`);
  }
}

function end(): void {
  if (asked.signal.aborted) {
    hurry.abort();
    // What still runs by then notices that we are gone, and ends too.
    setTimeout(() => process.exit(1), 5_000).unref();
    return;
  }
  print('Ending: first the services, the database last');
  asked.abort();
}

async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) await step(hurry.signal);
}

async function run(settings: Settings): Promise<void> {
  print(settings.demo ? 'Starting the demonstration' : 'Starting Rekindle');
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in LocalEnv.shape)));
  const scripts = { applications: scriptOf('applications'), worker: scriptOf('worker') };
  const started: Started = await start(settings, { scripts, inherited, print }, undo, asked.signal);
  print(welcome(settings, started));
  const { localUrl, publicUrl } = settings;
  const scenes = settings.demo
    ? [playDemo({ apiUrl: localUrl, publicUrl, token: started.token, patienceMs: STORY_PATIENCE_MS, print })]
    : [];
  await Promise.race([Promise.all(scenes), untilAsked]);
}

async function main(): Promise<void> {
  process.stdout.on('error', () => undefined);
  const { demo, help } = readArguments();
  if (help) return print(USAGE);
  const settings = settingsOf(readEnv(LocalEnv, process.env), demo);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  await whenLauncherEnds(end);
  try {
    await run(settings);
    await untilAsked;
  } catch (error) {
    if (!asked.signal.aborted) throw error;
  } finally {
    await undoAll();
  }
}

main().then(
  () => process.exit(0),
  (error: NodeJS.ErrnoException) => {
    const known = error instanceof CannotStart || error.syscall !== undefined;
    process.stderr.write(`${known ? error.message : `Rekindle could not start: ${error.message}`}\n`);
    process.exit(1);
  },
);
