/** Decides where the cluster lives and who runs it: Postgres refuses root, and its user must be able to reach its files. */
import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '@app/platform';

export interface ServerUser {
  uid: number;
  gid: number;
}

export interface Placement {
  directory: string;
  /** Set when we are root and must become somebody else. */
  user?: ServerUser;
}

const NOBODY: ServerUser = { uid: 65534, gid: 65534 };
/** Passable for everyone on any Unix, and never swept like the folders for temporary files. */
export const REACHABLE = '/var/lib/rekindle';

export async function placeCluster(dataDir: string): Promise<Placement> {
  const self = process.getuid?.();
  const recorded = await readRecord(dataDir);
  const directory = recorded ?? join(dataDir, 'postgres');
  const owner = await stat(directory).catch(() => undefined);

  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new CannotStart(
        `${directory} belongs to user ${owner.uid}, who started here first; start as root or as that user, or set DATA_DIR to another folder`,
      );
    }
    return { directory };
  }
  if (owner) return { directory, user: owner.uid === 0 ? NOBODY : { uid: owner.uid, gid: owner.gid } };

  if (await canPass(NOBODY, dirname(dataDir))) {
    await chmod(dataDir, (await stat(dataDir)).mode | 0o111);
    return { directory: join(dataDir, 'postgres'), user: NOBODY };
  }
  const elsewhere = await reachableFolder(dataDir);
  await writeFile(recordOf(dataDir), `${JSON.stringify({ directory: elsewhere })}\n`, { mode: 0o600 });
  return { directory: elsewhere, user: NOBODY };
}

export async function openReachable(): Promise<string> {
  await mkdir(REACHABLE, { recursive: true });
  await chmod(REACHABLE, 0o711);
  return REACHABLE;
}

/** A new folder each time: one left by a DATA_DIR that was deleted holds data that nothing here may touch. */
async function reachableFolder(dataDir: string): Promise<string> {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const folder = await mkdtemp(join(await openReachable(), `${hash}-`));
  await chown(folder, NOBODY.uid, NOBODY.gid);
  return join(folder, 'postgres');
}

async function canPass(user: ServerUser, directory: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(directory);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(directory) === directory || canPass(user, dirname(directory));
}

function recordOf(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

async function readRecord(dataDir: string): Promise<string | undefined> {
  const text = await readFile(recordOf(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : z.object({ directory: z.string() }).parse(JSON.parse(text)).directory;
}
