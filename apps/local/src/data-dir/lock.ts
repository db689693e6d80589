/** Keeps a folder for one running process; the lock is a listening socket, so it dies with its holder, however that ends. */
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { CannotStart } from '@app/platform';
import { isAlive } from '../process-life.js';

const Holder = z.object({ pid: z.number(), port: z.number(), token: z.string() });
type Holder = z.infer<typeof Holder>;

/** The holder may be about to end: started again at once, one waits for the other. */
const PATIENCE = 3_000;

export interface Lock {
  release(): Promise<void>;
}

export async function holdLock(file: string, refusal: (pid: number) => string): Promise<Lock> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((socket) => socket.on('error', () => undefined).end(token));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  server.unref();
  const holder: Holder = { pid: process.pid, port: (server.address() as AddressInfo).port, token };

  const deadline = Date.now() + PATIENCE;
  while (!(await createdFirst(file, JSON.stringify(holder)))) {
    const other = await readHolder(file);
    if (!other || !(await isHolding(other))) await rm(file, { force: true });
    else if (Date.now() < deadline) await pause(250);
    else {
      server.close();
      throw new CannotStart(refusal(other.pid));
    }
  }
  return {
    release: async () => {
      await rm(file, { force: true });
      server.close();
    },
  };
}

async function createdFirst(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  for (const wait of [0, 200]) {
    // A second look: the file may have been created but not written yet.
    await pause(wait);
    const text = await readFile(file, 'utf8').catch(() => '');
    try {
      return Holder.parse(JSON.parse(text));
    } catch {
      continue;
    }
  }
  return undefined;
}

/** A process number alone proves nothing: it may have been given to another process since. */
async function isHolding(holder: Holder): Promise<boolean> {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(holder.port, '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').setTimeout(3_000);
    socket.on('data', (chunk: string) => (received += chunk));
    socket.on('timeout', () => {
      resolve('silent');
      socket.destroy();
    });
    socket.on('error', () => resolve('refused'));
    socket.on('close', () => resolve(received));
  });
  return answer === holder.token || (answer === 'silent' && isAlive(holder.pid));
}
