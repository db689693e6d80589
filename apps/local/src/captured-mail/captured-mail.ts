/** A mail server on the loopback that delivers nothing: every message becomes a file, safe on disk before it is accepted. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, rename } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';

export interface CapturedMail {
  /** For the worker's SMTP_URL. */
  url: string;
  directory: string;
  stop(): Promise<void>;
}

export async function captureMail(dataDir: string): Promise<CapturedMail> {
  const directory = join(dataDir, 'captured');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData: (message, _session, answer) => {
      keep(message, directory).then(
        (name) => answer(null, `Captured as ${name}`),
        (error: Error) => answer(Object.assign(new Error(`Not captured: ${error.message}`), { responseCode: 451 })),
      );
    },
  });
  // A client that drops its connection is its own affair.
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    directory,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function keep(message: Readable, directory: string): Promise<string> {
  const time = new Date().toISOString().replace(/[-:.]/g, '');
  const name = `${time}-${randomBytes(4).toString('hex')}.eml`;
  const draft = join(directory, `.${name}.new`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(message);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(directory, name));
  await syncFolder(directory);
  return name;
}

async function syncFolder(directory: string): Promise<void> {
  // Windows cannot open folders, and keeps their entries by itself.
  if (process.platform === 'win32') return;
  const folder = await open(directory, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
