/** Questions about processes that are not our children. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Answers whether the process ended within the time. */
export async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(50);
  }
  return true;
}

/** The command line of a process, empty when it is gone: a number alone may belong to somebody else by now. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return ps('command=', pid);
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.replaceAll('\0', ' ');
}

export async function parentOf(pid: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return Number.parseInt(await ps('ppid=', pid), 10) || undefined;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1]) || undefined;
}

/** Slim Linux images have no `ps`, so it serves the other systems only. */
async function ps(column: string, pid: number): Promise<string> {
  return run('ps', ['-ww', '-o', column, '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
