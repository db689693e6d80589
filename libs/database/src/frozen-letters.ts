/** The message of a letter, made when it is claimed: kept for as long as a server may have it. */
import type { EntityManager } from 'typeorm';

/** No server has said no to one of its tries, and none said yes. */
const IN_DOUBT = `exists (select from follow_up_attempts a where a.follow_up_id = $1 and a.outcome = 'unconfirmed')`;

/** It surely did not arrive, so that it is made anew when it goes; what the candidate wrote stays. */
export async function forget(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `update follow_ups set mime = null, recipient = null, message_id = null,
       subject = case when edited_at is not null then subject end, body = case when edited_at is not null then body end
     where id = $1 and audience = 'contact' and mime is not null and not ${IN_DOUBT}`,
    [id],
  );
}

/** A server may have it, so it goes as it is or not at all. */
export async function isKept(tx: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from follow_ups where id = $1 and mime is not null', [id]);
  return rows.length > 0;
}
