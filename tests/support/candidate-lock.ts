/** Whether somebody waits for the lock of a candidate in this test's database. */
import { eventually } from './eventually.js';
import type { TestDatabase } from './test-database.js';

export async function somebodyWaits(db: TestDatabase): Promise<void> {
  await eventually(
    async () => {
      const waiting = await db.query(
        `select 1 from pg_locks where locktype = 'advisory' and not granted
           and database = (select oid from pg_database where datname = current_database())`,
      );
      return waiting.length > 0;
    },
    { what: 'somebody waiting for the candidate' },
  );
}
