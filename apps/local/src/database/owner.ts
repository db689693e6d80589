/** Makes sure, before anything is built on it, that the database's owner can be reached and may do what a start needs. */
import { API_ROLE, WORKER_ROLE } from '@app/database';
import { CannotStart } from '@app/platform';
import { Client, escapeIdentifier } from 'pg';

interface Refusal {
  code?: string;
  message: string;
}

export async function checkOwner(variable: string, ownerUrl: string): Promise<void> {
  const { hostname, port, username, pathname } = new URL(ownerUrl);
  const user = decodeURIComponent(username);
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new CannotStart(`${variable}: ${reasonOf(error as Refusal)}`);
  }
  try {
    const { rows } = await client.query<{ may: boolean; ready: boolean }>(
      `select rolsuper or rolcreaterole as may,
         2 = (select count(*) from pg_roles where rolname = any($1)) as ready
       from pg_roles where rolname = current_user`,
      [[API_ROLE, WORKER_ROLE]],
    );
    if (!rows[0]?.may && !rows[0]?.ready) {
      throw new CannotStart(
        `${variable}: user "${user}" may not create roles; ALTER ROLE ${escapeIdentifier(user)} CREATEROLE, set DATABASE_MIGRATION_URL to an owner who may, or have ${API_ROLE} and ${WORKER_ROLE} made`,
      );
    }
  } finally {
    await client.end();
  }

  function reasonOf({ code, message }: Refusal): string {
    if (code === '28P01' || code === '28000') return `the server refused user "${user}" or its password`;
    if (code === '3D000')
      return `there is no database "${decodeURIComponent(pathname.slice(1))}" on ${hostname}; create it first`;
    if (code !== undefined && /^E[A-Z]/.test(code))
      return `no Postgres answers at ${hostname}:${port || 5432} (${code})`;
    return `no connection to Postgres at ${hostname}:${port || 5432} (${message.split('\n')[0] || 'no answer'})`;
  }
}

/** Creates the database in an embedded cluster when it is missing, and answers its owner's URL. */
export async function ensureDatabase(superuserUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}
