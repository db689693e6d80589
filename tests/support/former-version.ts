/** Installations of former versions, as they were left, and what starting this version does to their databases. */
import { OWNER_ID } from '@app/contracts';
import { API_ROLE, prepareDatabase, urlOfRole, WORKER_ROLE } from '@app/database';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../libs/database/src/migrations/index.js';
import { createDatabase, type TestDatabase } from './test-database.js';

const DUMPS = join(process.cwd(), 'tests/support/upgrade');
const HOUR = 3_600_000;

export interface FormerVersion {
  dump: string;
  /** How many of the migrations it knew. */
  migrations: number;
  /** How many it knew in the end, where it was upgraded before. */
  goneOnTo?: number;
  /** The moment that those of the dump are counted from; its zones were two hours ahead of UTC. */
  countedFrom: string;
}

export const SCHEMA_0005: FormerVersion = {
  dump: 'schema-0005.sql',
  migrations: 5,
  countedFrom: '2026-11-30T01:38:29.916Z',
};
/** The last one before its rooms. */
export const SCHEMA_0023: FormerVersion = {
  dump: 'schema-0023.sql',
  migrations: 23,
  countedFrom: '2026-12-01T00:14:21.962Z',
};

export interface FormerDatabase extends TestDatabase {
  /** What every start does. */
  upgrade(): Promise<void>;
}

/** Owned as on a server of one's own: by a role that is no superuser, whom forced row level security binds. */
export async function formerDatabase(version: FormerVersion): Promise<FormerDatabase> {
  const db = await createDatabase('template1');
  const name = new URL(db.ownerUrl).pathname.slice(1);
  const owner = `owner_of_${name}`;
  await db.query(`
    create role ${owner} login createrole password 'owner';
    grant ${API_ROLE}, ${WORKER_ROLE} to ${owner} with admin option;
    alter database ${name} owner to ${owner}`);
  const ownerUrl = urlOfRole(db.ownerUrl, owner, 'owner');
  await migrateAsFormerly(ownerUrl, version.migrations);
  const dump = await readFile(join(DUMPS, version.dump), 'utf8');
  await db.query(dumpAt(dump, Date.parse(version.countedFrom), Date.now()));
  if (version.goneOnTo !== undefined) await migrateAsFormerly(ownerUrl, version.goneOnTo);
  return { ...db, upgrade: () => prepareDatabase({ ownerUrl, apiPassword: 'api', workerPassword: 'worker' }) };
}

async function migrateAsFormerly(url: string, migrations: number): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS.slice(0, migrations),
    migrationsTableName: 'migrations',
    installExtensions: false,
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
}

/** Moved by whole hours, and its time zones against that: the candidates' clocks show what they showed, some days on. */
function dumpAt(dump: string, countedFrom: number, now: number): string {
  const hours = Math.floor((now - countedFrom) / HOUR);
  const from = countedFrom + hours * HOUR;
  return dump
    .replace(/(?<!&)#([_0-9a-z]+)/g, (_, short: string) => (short === '_' ? OWNER_ID : idOf(short)))
    .replace(/@([+-]\d+)/g, (_, offset: string) => new Date(from + Number(offset)).toISOString())
    .replaceAll('Etc/GMT-2', zoneAhead(2 - hours));
}

function idOf(short: string): string {
  return `01a227a2-0000-7000-8000-${Number.parseInt(short, 36).toString(16).padStart(12, '0')}`;
}

function zoneAhead(hours: number): string {
  const ahead = ((((hours + 11) % 24) + 24) % 24) - 11;
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
