/** Debian's Postgres where it is installed: another version than the embedded one, and a server of its own. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.js';
import { askAt } from './every-row.js';
import { freePort } from './free-port.js';

const BIN = '/usr/lib/postgresql/15/bin';
const NOBODY = { uid: 65534, gid: 65534 };
const run = promisify(execFile);

export const DEBIAN_POSTGRES = existsSync(join(BIN, 'postgres'));

export async function debianPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rekindle-debian-'));
  // Postgres refuses root.
  const user = process.getuid?.() === 0 ? NOBODY : {};
  if (user === NOBODY) await chown(folder, NOBODY.uid, NOBODY.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, env: { LC_ALL: 'C' } };
  await run(join(BIN, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8'], options);
  const port = await freePort();
  const flags = ['-c', `port=${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-F'];
  const server = spawn(join(BIN, 'postgres'), ['-D', data, ...flags], { ...options, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://postgres:none@127.0.0.1:${port}/postgres`;
  const answers = () =>
    askAt(url, 'select 1').then(
      () => true,
      () => false,
    );
  await eventually(answers, { what: "Debian's Postgres answering", within: 60_000 });
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
