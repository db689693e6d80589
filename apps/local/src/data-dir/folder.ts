/** Makes DATA_DIR and answers its real path: what is kept about it must not depend on how it was spelled. */
import { mkdir, realpath } from 'node:fs/promises';

export async function openDataDir(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  return realpath(path);
}
