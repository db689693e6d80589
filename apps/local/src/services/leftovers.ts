/** Remembers the services' process numbers, and waits for those that a killed run left behind to end. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commandOf, hasEnded } from '../process-life.js';

const Running = z.record(z.string(), z.number());

export function rememberServices(dataDir: string): {
  started(script: string, pid: number): Promise<void>;
  forget(): Promise<void>;
} {
  const running: Record<string, number> = {};
  const file = fileIn(dataDir);
  let last = Promise.resolve();
  /** One after the other, and whole at any moment: who is killed in the middle leaves the list before. */
  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.then(work, work));
  const keep = async (): Promise<void> => {
    await writeFile(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
  return {
    started: (script, pid) => {
      running[script] = pid;
      return inTurn(keep);
    },
    forget: () => inTurn(() => rm(file, { force: true })),
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
