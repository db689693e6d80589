import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities/index.js';
import { keepEventOrder } from './event-order.js';
import { MIGRATIONS } from './migrations/index.js';

export const API_ROLE = 'rekindle_api';
export const WORKER_ROLE = 'rekindle_worker';
const QUEUE_SCHEMA = 'bullmq';

export interface Preparation {
  /** The owner's; needs CREATEROLE unless the two roles exist already, with these passwords. */
  ownerUrl: string;
  apiPassword: string;
  workerPassword: string;
}

/** Makes the two roles, migrates, keeps the order of events, and gives the worker a schema for the queue. Safe to run at every start and side by side. */
export async function prepareDatabase({ ownerUrl, apiPassword, workerPassword }: Preparation): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`select pg_advisory_lock(hashtext('rekindle prepare'))`);
    await ensureRole(owner, ownerUrl, API_ROLE, apiPassword);
    await ensureRole(owner, ownerUrl, WORKER_ROLE, workerPassword);
    await migrate(ownerUrl);
    await keepEventOrder(owner);
    await grantDatabase(owner);
    await ensureQueueSchema(owner);
  } finally {
    await owner.end();
  }
}

/** The same server and database for another role. */
export function urlOfRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}

async function ensureRole(owner: Client, ownerUrl: string, role: string, password: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount && !(await mayAlter(owner, role))) await checkReadyRole(ownerUrl, role, password);
  else {
    const verb = rowCount ? 'alter' : 'create';
    await owner.query(`${verb} role ${escapeIdentifier(role)} login password ${escapeLiteral(password)}`);
  }
  const { rows } = await owner.query('select rolsuper or rolbypassrls as unsafe from pg_roles where rolname = $1', [
    role,
  ]);
  if (rows[0].unsafe) {
    throw new Error(
      `Role ${role} is a superuser or bypasses row level security; take that away from it, then start again.`,
    );
  }
}

/** From Postgres 16 on it takes the right to make roles and to give this one away; before it the first alone. */
async function mayAlter(owner: Client, role: string): Promise<boolean> {
  const { rows } = await owner.query(
    `select rolsuper or rolcreaterole and (current_setting('server_version_num')::int < 160000
       or pg_has_role(current_user, $1, 'MEMBER WITH ADMIN OPTION'))
       as may
     from pg_roles where rolname = current_user`,
    [role],
  );
  return rows[0].may;
}

async function checkReadyRole(ownerUrl: string, role: string, password: string): Promise<void> {
  const client = new Client({ connectionString: urlOfRole(ownerUrl, role, password) });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      `Role ${role} is ready and not ours to change, but it cannot be used (${(error as Error).message}); set API_DATABASE_PASSWORD and WORKER_DATABASE_PASSWORD to the roles' own.`,
      { cause: error },
    );
  }
  await client.end();
}

async function migrate(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    installExtensions: false,
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/** Everybody may make temporary tables in a database unless it is said otherwise; the queue's library needs them, the API none. */
async function grantDatabase(owner: Client): Promise<void> {
  const { rows } = await owner.query('select current_database() as name');
  const name = escapeIdentifier(rows[0].name);
  await owner.query(`revoke temporary on database ${name} from public, ${API_ROLE}`);
  await owner.query(`grant connect on database ${name} to ${API_ROLE}`);
  await owner.query(`grant connect, temporary on database ${name} to ${WORKER_ROLE}`);
}

async function ensureQueueSchema(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_namespace where nspname = $1', [QUEUE_SCHEMA]);
  if (rowCount) return;
  // Giving a schema to a role asks for membership in it; a superuser has that already.
  if (await mayAlter(owner, WORKER_ROLE)) {
    await owner.query(`grant ${WORKER_ROLE} to current_user`);
    await owner.query(`create schema ${QUEUE_SCHEMA} authorization ${WORKER_ROLE}`);
  } else {
    await owner.query(`create schema ${QUEUE_SCHEMA}`);
    await owner.query(`grant usage, create on schema ${QUEUE_SCHEMA} to ${WORKER_ROLE}`);
  }
}
