/** Passwords and keys made once and kept in DATA_DIR, readable by their owner only. */
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '@app/platform';

const Kept = z.record(z.string(), z.string());

export async function keptSecret(dataDir: string, name: string, make: () => string): Promise<string> {
  const file = join(dataDir, 'secrets.json');
  const kept = await read(file);
  const known = kept[name];
  if (known !== undefined) return known;
  const made = make();
  await write(file, { ...kept, [name]: made });
  return made;
}

/** What was made before, if it was. */
export async function knownSecret(dataDir: string, name: string): Promise<string | undefined> {
  return (await read(join(dataDir, 'secrets.json')))[name];
}

async function read(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    throw new CannotStart(
      `${file} cannot be read as JSON; put back a good copy of it, the database's passwords are in it`,
    );
  }
}

/** On disk before it is used: a password that a power cut takes away would lock the database. */
async function write(file: string, secrets: Record<string, string>): Promise<void> {
  const draft = `${file}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
