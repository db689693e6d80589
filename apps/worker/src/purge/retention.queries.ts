/** What is kept for a while only, across candidates and in slices. The policies that let nobody see it show nothing younger. */
import type { EntityManager } from 'typeorm';

const AT_ONCE = 2_000;

/** Answers how many went; a full slice may not have been the last. */
type Drop = (tx: EntityManager) => Promise<number>;

/** While its message is not handled a delivery keeps the event from being delivered twice. */
const dropOldDeliveries: Drop = async (tx) => {
  const [, count]: [unknown, number] = await tx.query(
    `delete from webhook_deliveries where id in (
       select id from webhook_deliveries d
       where state in ('delivered', 'failed') and updated_at < now() - interval '30 days'
         and not exists (select from outbox o where o.id = d.event_id)
       order by updated_at limit $1)`,
    [AT_ONCE],
  );
  return count;
};

/** What a server may have taken is known for as long as the letter is. */
const dropOldAttempts: Drop = async (tx) => {
  const [, count]: [unknown, number] = await tx.query(
    `delete from follow_up_attempts where (follow_up_id, attempt) in (
       select follow_up_id, attempt from follow_up_attempts
       where outcome <> 'unconfirmed' and ended_at < now() - interval '90 days' order by ended_at limit $1)`,
    [AT_ONCE],
  );
  return count;
};

const dropOldImports: Drop = async (tx) => {
  const [, count]: [unknown, number] = await tx.query(
    `delete from imports where id in (
       select id from imports where ended_at < now() - interval '30 days' order by ended_at limit $1)`,
    [AT_ONCE],
  );
  return count;
};

const dropOldTests: Drop = async (tx) => {
  const [, count]: [unknown, number] = await tx.query(
    `delete from test_letters where id in (
       select id from test_letters where ended_at < now() - interval '1 day' order by ended_at limit $1)`,
    [AT_ONCE],
  );
  return count;
};

const dropOldReadings: Drop = async (tx) => {
  const [, count]: [unknown, number] = await tx.query(
    `delete from page_readings where id in (
       select id from page_readings where created_at < now() - interval '1 day' order by created_at limit $1)`,
    [AT_ONCE],
  );
  return count;
};

const DROPS = [dropOldDeliveries, dropOldAttempts, dropOldImports, dropOldTests, dropOldReadings];

/** `across` runs each slice in a transaction of its own. */
export async function dropWhatIsOld(across: (work: Drop) => Promise<number>, signal: AbortSignal): Promise<void> {
  for (const drop of DROPS) {
    let count = AT_ONCE;
    while (count === AT_ONCE && !signal.aborted) count = await across(drop);
  }
}
