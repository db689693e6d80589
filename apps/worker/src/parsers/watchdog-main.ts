/** A thread beside a parser, which cannot look at a clock while it is busy, and whom only a signal surely stops. */
import { workerData } from 'node:worker_threads';
import type { Watched } from './parse-tasks.js';

const EVERY_MS = 50;
const { turn, cpuMs } = workerData as Watched;

/** Of the whole process, whose other threads clear its memory. */
function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function isUnderWay(task: number): boolean {
  return task !== 0 && Atomics.load(turn, 0) === task;
}

for (;;) {
  Atomics.wait(turn, 0, 0);
  const task = Atomics.load(turn, 0);
  const before = usedMs();
  while (isUnderWay(task)) {
    if (usedMs() - before > cpuMs) process.kill(process.pid, 'SIGKILL');
    Atomics.wait(turn, 0, task, EVERY_MS);
  }
}
