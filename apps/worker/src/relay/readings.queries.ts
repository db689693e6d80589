import type { ReadingHint } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import type { Waiting } from './relay.queries.js';

const LIMIT = 100;

/** Addresses that somebody waits for, each candidate's first before anybody's second. */
export function findReadingHints(tx: EntityManager): Promise<Waiting<ReadingHint>[]> {
  return tx.query(
    `select 'reading' as kind, id, candidate_id as "candidateId", coalesce(lease_until, asked_at)::text as since
     from page_readings where state = 'waiting' or (state = 'reading' and lease_until < now())
     order by row_number() over (partition by candidate_id order by asked_at), asked_at limit $1`,
    [LIMIT],
  );
}
