/** Every row of one migrated database into another one that holds none: all of them, or none. */
import { keepEventOrderOf } from '@app/database';
import { CannotStart } from '@app/platform';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeIdentifier } from 'pg';
import { from, to } from 'pg-copy-streams';

/** Made by the migrations, in each database for itself. */
const OF_THE_DATABASE = ['migrations', 'event_clock', 'worker_heard'];
/** What a text means must not depend on how either server was set up. */
const PLAIN = `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set lock_timeout = '10s'`;

export interface Copied {
  tables: number;
  rows: number;
}

/**
 * One snapshot of the source, one transaction of the target, which is its owner's and need not be a superuser's. What broke off
 * leaves nothing there. `settle` is called when all that is left is to commit.
 */
export async function copyRows(
  source: Client,
  target: Client,
  settle: () => Promise<void>,
): Promise<Copied | 'occupied'> {
  for (const client of [source, target]) await client.query(PLAIN);
  await source.query('begin isolation level repeatable read read only');
  await target.query('begin');
  try {
    await sameMigrations(source, target);
    const tables = await tablesInOrder(target);
    // Forced row level security binds the owner too, and nobody but the owner sees it lifted: the lock is kept until the end.
    for (const table of tables) await target.query(`alter table ${table} no force row level security`);
    if (await holdsRows(target, tables)) return 'occupied';
    let rows = 0;
    for (const table of tables) rows += await copyTable(source, target, table);
    await keepEventOrderOf(target, await epochOf(source));
    for (const table of tables) await target.query(`alter table ${table} force row level security`);
    await settle();
    await target.query('commit');
    return { tables: tables.length, rows };
  } finally {
    await target.query('rollback').catch(() => undefined);
    await source.query('rollback').catch(() => undefined);
  }
}

async function sameMigrations(source: Client, target: Client): Promise<void> {
  const named = async (client: Client) =>
    (await client.query(`select string_agg(name, ' ' order by name) as names from migrations`)).rows[0].names as string;
  if ((await named(source)) !== (await named(target)))
    throw new CannotStart(
      'The two databases were prepared by different versions of Rekindle; use one version for both',
    );
}

/** A row comes after the rows that it refers to. */
async function tablesInOrder(target: Client): Promise<string[]> {
  const { rows } = await target.query<{ name: string; refers: string[] }>(
    `select c.relname as name, array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
       where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid) as refers
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)
     order by c.relname`,
    [OF_THE_DATABASE],
  );
  const ordered: string[] = [];
  for (let left = rows; left.length > 0;) {
    const free = left.filter(({ refers }) => refers.every((name) => ordered.includes(name)));
    if (free.length === 0) throw new Error(`Tables refer to each other: ${left.map(({ name }) => name).join(', ')}`);
    ordered.push(...free.map(({ name }) => name));
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

async function holdsRows(target: Client, tables: readonly string[]): Promise<boolean> {
  const asked = tables.map((table) => `exists (select from ${table})`).join(' or ');
  return (await target.query(`select ${asked} as occupied`)).rows[0].occupied;
}

async function copyTable(source: Client, target: Client, table: string): Promise<number> {
  const { rows: columns } = await target.query<{ name: string; sequence: string | null }>(
    `select attname as name, pg_get_serial_sequence('public.' || quote_ident($1), attname) as sequence from pg_attribute
     where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`,
    [table],
  );
  const list = columns.map(({ name }) => escapeIdentifier(name)).join(', ');
  const { rows } = await source.query<{ count: string }>(`select count(*) from ${table}`);
  const writing = target.query(from(`copy ${table} (${list}) from stdin`));
  await pipeline(source.query(to(`copy ${table} (${list}) to stdout`)), writing);
  const [read, written] = [Number(rows[0]!.count), writing.rowCount];
  if (read !== written) throw new Error(`${table}: of ${read} rows ${written} were written`);
  for (const { name, sequence } of columns.filter((column) => column.sequence !== null))
    await target.query(`select setval($1, max(${escapeIdentifier(name)})) from ${table} having count(*) > 0`, [
      sequence,
    ]);
  return written;
}

async function epochOf(source: Client): Promise<string> {
  return (await source.query('select epoch from event_clock')).rows[0].epoch;
}
