import type { EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';

/** What this very transaction put into the outbox, in order. */
export async function saidHere(
  tx: EntityManager,
  { candidateId, handled }: { candidateId: string; handled: ReadonlySet<string> },
): Promise<Envelope[]> {
  const rows: Envelope[] = await tx.query(
    `select id, candidate_id as "candidateId", type, data from outbox
     where candidate_id = $1 and xmin = pg_current_xact_id()::xid and id <> all($2) order by bulk, id`,
    [candidateId, [...handled]],
  );
  return rows;
}
