import type { EventRecord } from '@app/database';
import type { EntityManager } from 'typeorm';
import { type EventsQuery, typesNamed } from './events.schemas.js';

export type ListedEvent = Pick<EventRecord, 'id' | 'type' | 'data' | 'occurredAt'> & { position: string };

/**
 * Oldest first, by transaction, on whatever server: whoever follows along keeps the last cursor. Shown once every transaction that began before it
 * has ended, so nothing can appear behind a cursor. One more than asked for, to see whether there is a next page.
 */
export function eventsPage(tx: EntityManager, { limit, cursor, type }: EventsQuery): Promise<ListedEvent[]> {
  const [position, id] = cursor ?? ['0', '00000000-0000-0000-0000-000000000000'];
  return tx.query(
    `select id, type, data, occurred_at as "occurredAt", position::text from events
     where (position, id) > ($1::bigint, $2::uuid) and not sample
       and position < pg_snapshot_xmin(pg_current_snapshot())::text::bigint + (select ahead from event_clock)
       and ($3::text[] is null or type = any($3))
     order by events.position, events.id limit $4`,
    [position, id, type ? typesNamed(type) : null, limit + 1],
  );
}
