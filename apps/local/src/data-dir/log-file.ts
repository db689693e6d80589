/** Opens a log for a child process to append to, and puts a large one aside first. */
import { open, rename, stat, type FileHandle } from 'node:fs/promises';

const LARGE = 16 * 1024 * 1024;

export async function openLog(file: string): Promise<FileHandle> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGE) await rename(file, `${file}.1`);
  return open(file, 'a', 0o600);
}
