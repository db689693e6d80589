/** What a database holds, past every policy: to be told from what another one holds. */
import { Client } from 'pg';

export async function askAt<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC -c datestyle=ISO' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The rows of every table that an installation fills, as text, by table. As a superuser. */
export async function allRows(url: string): Promise<Record<string, string[]>> {
  const tables = await askAt<{ name: string }>(
    url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not in ('migrations', 'event_clock', 'worker_heard') order by relname`,
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of tables) {
    const found = await askAt<{ row: string }>(url, `select t::text as row from ${name} t order by 1`);
    rows[name] = found.map(({ row }) => row);
  }
  return rows;
}
