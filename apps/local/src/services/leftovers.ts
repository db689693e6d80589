/** Remembers the services' process numbers, and waits for those that a killed run left behind to end. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commandOf, hasEnded } from '../process-life.js';

const Running = z.record(z.string(), z.number());

export function rememberServices(dataDir: string): {
  started(script: string, pid: number): Promise<void>;
  forget(): Promise<void>;
} {
  const running: Record<string, number> = {};
  return {
    started: async (script, pid) => {
      running[script] = pid;
      await writeFile(fileIn(dataDir), JSON.stringify(running), { mode: 0o600 });
    },
    forget: () => rm(fileIn(dataDir), { force: true }),
  };
}

/** They notice the end of their starter by themselves; only one that hangs is killed. */
export async function awaitLeftovers(dataDir: string, print: (line: string) => void): Promise<void> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => '{}');
  for (const [script, pid] of Object.entries(read(text))) {
    if (!(await commandOf(pid)).includes(script)) continue;
    print('Waiting for what an interrupted run left behind to end');
    if (await hasEnded(pid, 15_000)) continue;
    process.kill(pid, 'SIGKILL');
    await hasEnded(pid, 5_000);
  }
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'services.json');
}

function read(text: string): Record<string, number> {
  try {
    return Running.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
