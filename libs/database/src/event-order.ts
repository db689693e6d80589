/** The order of events outlives the server they were recorded on. */
import type { Client } from 'pg';

/**
 * An event's place is `epoch * 2^40` and how many transactions the server began since, so places grow while a server lives. Another
 * one, where the rows were restored or moved to, counts its transactions anew, from more or from less: it begins the next epoch, above
 * every place and every cursor of the former one. Whoever records an event meanwhile waits; afterwards nobody ever does.
 */
export async function keepEventOrder(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('select from event_clock where cluster <> this_server()');
  if (!rowCount) return;
  await owner.query('begin');
  try {
    const { rows } = await owner.query<{ epoch: string }>('select epoch from event_clock for update');
    await keepEventOrderOf(owner, rows[0]!.epoch);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** `former`: the epoch of the rows, on whatever server they were. In the caller's transaction. */
export async function keepEventOrderOf(owner: Client, former: string): Promise<void> {
  await owner.query('lock table events in share row exclusive mode');
  await owner.query(
    `update event_clock set cluster = this_server(), epoch = $1::bigint + 1,
       ahead = (($1::bigint + 1) << 40) - pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
    [former],
  );
}
