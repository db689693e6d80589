/** The embedded Postgres: started under DATA_DIR, on a free port of the loopback, and gone when its starter is. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { openDataDir } from '../data-dir/folder.js';
import { holdLock } from '../data-dir/lock.js';
import { openLog } from '../data-dir/log-file.js';
import { keptSecret } from '../data-dir/secrets.js';
import { CannotStart } from '@app/platform';
import { findBinaries, type Binaries } from './binaries.js';
import { initialise, SUPERUSER } from './initialise.js';
import { endOrphan } from './orphan.js';
import { placeCluster, type Placement } from './placement.js';

export interface ClusterOptions {
  dataDir: string;
  /** `false` gives up safety against power cuts for speed, for tests. */
  durable?: boolean;
  /** A free one when left out. */
  port?: number;
}

export interface Cluster {
  /** The superuser's, on the database `postgres`. */
  url: string;
  port: number;
  /** Where the data are. */
  directory: string;
  /** Settles, with how, when the server is gone, asked or not. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

interface Launch {
  binaries: Binaries;
  placement: Placement;
  dataDir: string;
  password: string;
  durable: boolean;
  port?: number;
}

const KEEPER = fileURLToPath(new URL(`./keeper.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));

export async function startCluster({ dataDir: path, durable = true, port }: ClusterOptions): Promise<Cluster> {
  const dataDir = await openDataDir(path);
  const password = await keptSecret(dataDir, 'postgresPassword', () => randomBytes(24).toString('base64url'));
  const placement = await placeCluster(dataDir);
  const binaries = await findBinaries(dataDir, placement.user);
  const lock = await holdLock(
    `${placement.directory}.lock`,
    (pid) => `The database in ${placement.directory} is in use by process ${pid}`,
  );
  try {
    if (await isMade(placement.directory)) await endOrphan(placement.directory);
    else await initialise(binaries, placement, password, durable);
    const cluster = await launchPatiently({ binaries, placement, dataDir, password, durable, port });
    void cluster.ended.then(() => lock.release());
    return cluster;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

export async function isClusterMade(dataDir: string): Promise<boolean> {
  return isMade((await placeCluster(dataDir)).directory);
}

async function isMade(directory: string): Promise<boolean> {
  return stat(directory).then(
    () => true,
    () => false,
  );
}

/** Both pass by themselves: a port taken since it was found free, and the last children of a killed server. */
const PASSING = /could not create any TCP\/IP sockets|pre-existing shared memory block/;

async function launchPatiently(request: Launch): Promise<Cluster> {
  for (let attempts = 20; ; attempts -= 1) {
    try {
      return await launch(request);
    } catch (error) {
      if (attempts === 0 || !PASSING.test((error as Error).message)) throw error;
      await pause(500);
    }
  }
}

async function launch({ binaries, placement, dataDir, password, durable, port: fixedPort }: Launch): Promise<Cluster> {
  const { directory, user } = placement;
  const port = fixedPort ?? (await freePort());
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(dataDir, 'postgres.log');
  const log = await openLog(logFile);
  const from = (await log.stat()).size;
  const keeper = fork(
    KEEPER,
    [binaries.postgres, String(user?.uid ?? ''), String(user?.gid ?? ''), '-D', directory, ...flags],
    { detached: true, execArgv: [], cwd: directory, env: { LC_ALL: 'C' }, stdio: ['ignore', log.fd, log.fd, 'ipc'] },
  );
  const ended = once(keeper, 'exit').then(([code, signal]) => String(signal ?? `exit code ${code}`));
  await log.close();

  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  const refusal = await whyUnreachable(url, keeper);
  if (refusal !== undefined) {
    await stop(keeper, ended);
    throw new CannotStart(
      `Postgres did not start: ${refusal ?? (await lastWords(logFile, from))} (its log is ${logFile})`,
    );
  }
  return { url, port, directory, ended, stop: () => stop(keeper, ended) };
}

/** Waits until a connection is answered; a server that recovers after a crash may need long and is not hurried. */
async function whyUnreachable(url: string, keeper: ChildProcess): Promise<string | null | undefined> {
  while (keeper.exitCode === null && keeper.signalCode === null) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01')
        return 'secrets.json does not hold the password of its superuser';
      await pause(40);
    }
  }
  return null;
}

async function stop(keeper: ChildProcess, ended: Promise<string>): Promise<void> {
  if (keeper.connected) keeper.send('stop', () => undefined);
  await ended;
}

async function lastWords(logFile: string, from: number): Promise<string> {
  const lines = (await readFile(logFile)).subarray(from).toString().split('\n');
  return lines.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it ended at once';
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
