/** Until so many transactions of this test's database wait for rows that another one has locked. */
import { eventually } from './eventually.js';
import type { TestDatabase } from './test-database.js';

export async function rowsAreAwaited(db: TestDatabase, by: number): Promise<void> {
  await eventually(
    async () => {
      const waiting = await db.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length === by;
    },
    { what: `${by} waiting for a row` },
  );
}
