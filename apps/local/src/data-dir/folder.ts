/** Makes DATA_DIR and answers its real path: what is kept about it must not depend on how it was spelled. */
import { CannotStart } from '@app/platform';
import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';

export async function openDataDir(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotStart(
      `DATA_DIR ${resolve(path)} is not a folder that can be written (${code}); set it to another one`,
    );
  }
}
