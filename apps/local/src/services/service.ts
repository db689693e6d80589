/** One of our services as a child process: its log in a file, its short complaints on the terminal, in a session of its own. */
import { CannotStart } from '@app/platform';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from '../data-dir/log-file.js';
import { listen } from './complaints.js';
import type { Unit } from './keep-running.js';

export interface ServiceOptions {
  /** How it is called on the terminal. */
  title: string;
  script: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Asked until it answers 200, beside the service's own word that it is ready. */
  readyUrl?: string;
  print(line: string): void;
}

export interface Service extends Unit {
  pid: number;
  /** Fails when it ends or stays away, or when the start is called off. */
  ready(asked: AbortSignal): Promise<void>;
}

const PRELOAD = new URL(`./end-with-parent.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href;
const START_PATIENCE = 120_000;
const END_PATIENCE = 20_000;

export async function spawnService({ title, script, env, logFile, readyUrl, print }: ServiceOptions): Promise<Service> {
  const log = await openLog(logFile);
  const child = fork(script, [], {
    detached: true,
    execArgv: ['--enable-source-maps', '--import', PRELOAD],
    env,
    stdio: ['ignore', log.fd, 'pipe', 'ipc'],
  });
  const gone = new AbortController();
  const ended = once(child, 'close').then(([code, signal]) => {
    gone.abort();
    return signal ? String(signal) : `exit code ${code}`;
  });
  const saidReady = once(child, 'message').then(() => undefined);
  await log.close();

  const complaints = listen(child.stderr!, logFile, (line) => print(`${title}: ${line}`));

  async function becomeReady(): Promise<void> {
    await saidReady;
    if (readyUrl) await answers(readyUrl, gone.signal);
  }

  return {
    pid: child.pid ?? 0,
    ended,
    ready: async (asked) => {
      const outcome = await Promise.race([
        becomeReady(),
        ended.then((how) => `did not start: ${complaints.last() ?? how}`),
        pause(START_PATIENCE, 'was not ready within two minutes', { ref: false, signal: asked }),
      ]);
      if (outcome !== undefined) throw new CannotStart(`${title} ${outcome} (its log is ${logFile})`);
      complaints.showFromNow();
    },
    stop: async (hurry) => {
      const kill = (): boolean => child.kill('SIGKILL');
      const patience = setTimeout(kill, END_PATIENCE);
      hurry.addEventListener('abort', kill, { once: true });
      child.kill('SIGTERM');
      if (hurry.aborted) kill();
      await ended;
      clearTimeout(patience);
      hurry.removeEventListener('abort', kill);
    },
  };
}

async function answers(url: string, gone: AbortSignal): Promise<void> {
  while (!gone.aborted) {
    const status = await fetch(url, { signal: AbortSignal.any([gone, AbortSignal.timeout(5_000)]) }).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    await pause(50);
  }
}

/** Where the compiled services are, beside this program's own output. */
export function scriptOf(app: 'applications' | 'worker'): string {
  return join(import.meta.dirname, '..', '..', '..', app, 'src', 'main.bundle.js');
}
