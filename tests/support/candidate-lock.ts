/** Whether somebody waits for the lock of a candidate, or of a row, in this test's database. */
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

/** For the transaction that has the row. */
export async function somebodyWaitsForARow(db: TestDatabase): Promise<void> {
  await eventually(
    async () => {
      const waiting = await db.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
           and wait_event in ('transactionid', 'tuple')`,
      );
      return waiting.length > 0;
    },
    { what: 'somebody waiting for the row' },
  );
}

/** Each for a row, or for the candidate's turn. */
export async function bothWait(db: TestDatabase): Promise<void> {
  await eventually(
    async () => {
      const waiting = await db.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length >= 2;
    },
    { what: 'both waiting' },
  );
}
