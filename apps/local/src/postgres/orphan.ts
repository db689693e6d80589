/** Ends a Postgres that a killed run left behind on our data, before a new one is started there. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '@app/platform';
import { commandOf, hasEnded, isAlive } from '../process-life.js';

export async function endOrphan(directory: string): Promise<void> {
  const pidFile = join(directory, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  if (!Number.isInteger(pid) || !isAlive(pid)) return;

  // In a restarted container the number often belongs to somebody else by now, and Postgres would wait for that one.
  if (!(await commandOf(pid)).includes(directory)) return rm(pidFile, { force: true });

  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    if (await hasEnded(pid, patience)) return;
  }
  throw new CannotStart(`A Postgres of an earlier run (process ${pid}) still uses ${directory} and does not end`);
}
