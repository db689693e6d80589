/** That the rows under DATA_DIR were moved: from two databases with the same letters each would be sent twice. */
import { CannotStart } from '@app/platform';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Moved = z.object({ to: z.string(), at: z.string() });

export async function rememberMove(dataDir: string, url: string): Promise<void> {
  const file = fileIn(dataDir);
  const draft = await open(`${file}.new`, 'w', 0o600);
  try {
    await draft.writeFile(`${JSON.stringify({ to: placeOf(url), at: new Date().toISOString() })}\n`);
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${file}.new`, file);
}

export async function wasMovedTo(dataDir: string, url: string): Promise<boolean> {
  return (await read(dataDir))?.to === placeOf(url);
}

export async function refuseMoved(dataDir: string): Promise<void> {
  const moved = await read(dataDir);
  if (!moved) return;
  throw new CannotStart(
    `What is in ${dataDir} was moved to ${moved.to} on ${moved.at.slice(0, 10)}; set DATABASE_URL to that, or delete ${fileIn(dataDir)} to go on here with what was there before`,
  );
}

async function read(dataDir: string): Promise<z.infer<typeof Moved> | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : Moved.parse(JSON.parse(text));
}

const fileIn = (dataDir: string): string => join(dataDir, 'moved.json');

/** Without who asks: names and passwords change. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}
