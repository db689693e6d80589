/** Makes a new cluster, whole or not at all. */
import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '@app/platform';
import type { Binaries } from './binaries.js';
import type { Placement } from './placement.js';

const run = promisify(execFile);
export const SUPERUSER = 'postgres';

export async function initialise(
  { initdb }: Binaries,
  { directory, user }: Placement,
  password: string,
  durable: boolean,
): Promise<void> {
  const draft = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) {
    for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
  }
  const options = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await run(initdb, options, { ...user, cwd: dirname(draft), env: { LC_ALL: 'C', TZ: 'UTC' } });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n') ?? [];
    const reason = said.find((line) => line.startsWith('initdb: error')) ?? said[0] ?? (error as Error).message;
    throw new CannotStart(`No database could be made in ${directory}: ${reason}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, directory);
}
