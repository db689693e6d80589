import type { ImportHint } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import type { Waiting } from './relay.queries.js';

const LIMIT = 100;

/** The oldest file of each candidate who has none under way. */
export function findImportHints(tx: EntityManager): Promise<Waiting<ImportHint>[]> {
  return tx.query(
    `select kind, id, "candidateId", greatest(retry_at, lease_until)::text as since from (
       select distinct on (candidate_id) case state when 'undoing' then 'import_undo' else 'import' end as kind, id,
         candidate_id as "candidateId", retry_at, lease_until,
         bool_or(lease_until >= now()) over (partition by candidate_id) as "isUnderWay"
       from imports where state in ('waiting', 'running', 'undoing') order by candidate_id, id
     ) next
     where "isUnderWay" is not true and retry_at <= now() order by retry_at limit $1`,
    [LIMIT],
  );
}
