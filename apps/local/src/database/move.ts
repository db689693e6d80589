/** `npm run move`: what the embedded Postgres holds, into a database of one's own, while nobody works on either. */
import { API_ROLE, WORKER_ROLE } from '@app/database';
import { CannotStart } from '@app/platform';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDataDir } from '../data-dir/folder.js';
import { holdLock } from '../data-dir/lock.js';
import { isClusterMade, startCluster } from '../postgres/cluster.js';
import { awaitLeftovers } from '../services/leftovers.js';
import { copyRows } from './copy-rows.js';
import { readyDatabase } from './database.js';
import { rememberMove, wasMovedTo } from './moved.js';
import { checkOwner, ensureDatabase } from './owner.js';

export async function move(path: string, targetUrl: string, print: (line: string) => void): Promise<void> {
  const dataDir = await openDataDir(path);
  const lock = await holdLock(
    join(dataDir, 'running.lock'),
    (pid) =>
      `Rekindle runs on ${dataDir} (process ${pid}); end it first, so that nothing is recorded or sent meanwhile`,
  );
  try {
    await awaitLeftovers(dataDir, print);
    if (!(await isClusterMade(dataDir))) {
      throw new CannotStart(`There is no database in ${dataDir}; set DATA_DIR to the folder that npm start used`);
    }
    await checkOwner('The database to move to', targetUrl);
    const cluster = await startCluster({ dataDir });
    try {
      const sourceUrl = await ensureDatabase(cluster.url, 'rekindle');
      for (const url of [sourceUrl, targetUrl]) await readyDatabase(dataDir, url, url);
      await between(sourceUrl, targetUrl, (source, target) => copy(dataDir, targetUrl, { source, target, print }));
    } finally {
      await cluster.stop();
    }
  } finally {
    await lock.release();
  }
}

interface Ends {
  source: Client;
  target: Client;
  print(line: string): void;
}

async function copy(dataDir: string, targetUrl: string, { source, target, print }: Ends): Promise<void> {
  await nobodyWorksOn(target);
  print('Copying every table; nothing is there until all of it is');
  const copied = await copyRows(source, target, () => rememberMove(dataDir, targetUrl));
  if (copied !== 'occupied') print(`Moved: ${copied.rows} rows of ${copied.tables} tables`);
  // Ended, before or after it was written down here, by a run that was not told any more.
  else if (await wasMovedTo(dataDir, targetUrl)) print('All of it is there already');
  else throw new CannotStart('The database to move to holds rows already; nothing was changed. Name an empty one');
  print(`From now on start with DATABASE_URL set to it, and with the same DATA_DIR: the keys are in ${dataDir}`);
}

async function nobodyWorksOn(target: Client): Promise<void> {
  const { rowCount } = await target.query(
    'select from pg_stat_activity where datname = current_database() and usename = any ($1)',
    [[API_ROLE, WORKER_ROLE]],
  );
  if (rowCount) throw new CannotStart('Services are connected to the database to move to; end them first');
}

async function between(
  sourceUrl: string,
  targetUrl: string,
  work: (source: Client, target: Client) => Promise<void>,
): Promise<void> {
  const [source, target] = [sourceUrl, targetUrl].map((url) => new Client({ connectionString: url, keepAlive: true }));
  for (const client of [source!, target!]) client.on('error', () => undefined);
  try {
    await source!.connect();
    await target!.connect();
    await work(source!, target!);
  } finally {
    await Promise.allSettled([source!.end(), target!.end()]);
  }
}
