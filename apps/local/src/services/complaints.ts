/** A service's stderr: all of it into its log, and what is meant for people onto the terminal. */
import { appendFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface Complaints {
  /** The latest line for people, which says why a start failed. */
  last(): string | undefined;
  showFromNow(): void;
}

export function listen(stderr: Readable, logFile: string, show: (line: string) => void): Complaints {
  const held: string[] = [];
  let latest: string | undefined;
  let shown = false;
  let inExcerpt = false;

  createInterface({ input: stderr }).on('line', (line) => {
    void appendFile(logFile, `${line}\n`).catch(() => undefined);
    // A crash starts with a place and an excerpt of the code there, up to an empty line.
    if (/^\S+:\d+$/.test(line)) inExcerpt = true;
    if (line === '') inExcerpt = false;
    if (inExcerpt || line.trim() === '' || /^(\s|[{}]|Node\.js v|\(node:|\(Use )/.test(line)) return;
    latest = line;
    if (shown) show(line);
    else held.push(line);
  });

  return {
    last: () => latest,
    showFromNow: () => {
      shown = true;
      held.splice(0).forEach(show);
    },
  };
}
