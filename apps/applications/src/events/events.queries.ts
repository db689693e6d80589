import type { EventRecord } from '@app/database';
import type { EntityManager } from 'typeorm';
import { type EventsQuery, typesNamed } from './events.schemas.js';

export type ListedEvent = Pick<EventRecord, 'id' | 'type' | 'data' | 'occurredAt'> & { xid: string };

/**
 * Oldest first, by transaction: whoever follows along keeps the last cursor. Shown once every transaction that began before it
 * has ended, so nothing can appear behind a cursor. One more than asked for, to see whether there is a next page.
 */
export function eventsPage(tx: EntityManager, { limit, cursor, type }: EventsQuery): Promise<ListedEvent[]> {
  const [xid, id] = cursor ?? ['0', '00000000-0000-0000-0000-000000000000'];
  return tx.query(
    `select id, type, data, occurred_at as "occurredAt", xid::text as xid from events
     where (xid, id) > ($1::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
       and ($3::text[] is null or type = any($3))
     order by xid, id limit $4`,
    [xid, id, type ? typesNamed(type) : null, limit + 1],
  );
}
