/** Logs that child processes append to: a large one is put aside, before they start and while they run. */
import { copyFile, open, rename, stat, truncate, type FileHandle } from 'node:fs/promises';

const LARGE = 16 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;

export async function openLog(file: string): Promise<FileHandle> {
  if (await isLarge(file)) await rename(file, `${file}.1`);
  return open(file, 'a', 0o600);
}

/** Answers how it is stopped. A log that cannot be put aside now is looked at again. */
export function keepLogsSmall(files: readonly string[]): () => void {
  const look = () => Promise.allSettled(files.map(putAside));
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

/** Whoever appends to it goes on in the same file, from its new beginning. */
export async function putAside(file: string): Promise<void> {
  if (!(await isLarge(file))) return;
  await copyFile(file, `${file}.1`);
  await truncate(file);
}

function isLarge(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size > LARGE,
    () => false,
  );
}
