/** The inside of a parser: a process that parses one body after the other, until its parent is gone. */
import { Worker } from 'node:worker_threads';

export interface Watched {
  /** The number of the task under way, 0 while there is none. */
  turn: Int32Array;
  cpuMs: number;
}

export type Answer = { result: unknown } | { error: string };

export function parseTasks<Task>(parse: (task: Task) => unknown): void {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const watched: Watched = { turn, cpuMs: Number(process.argv[2]) };
  new Worker(new URL('./watchdog-main.js', import.meta.url), { workerData: watched }).unref();
  // They may reach the whole group of processes; this one ends with its parent.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

  let tasks = 0;
  process.on('message', (task: Task) => {
    tasks += 1;
    begin(turn, tasks);
    process.send?.(answerOf(parse, task));
    begin(turn, 0);
  });
  process.send?.('ready');
}

function answerOf<Task>(parse: (task: Task) => unknown, task: Task): Answer {
  try {
    return { result: parse(task) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function begin(turn: Int32Array, task: number): void {
  Atomics.store(turn, 0, task);
  Atomics.notify(turn, 0);
}
