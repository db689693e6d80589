import { EventRecord } from '@app/database';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { type EventsQuery, typesNamed } from './events.schemas.js';

/** Oldest first: whoever follows along keeps the last cursor. One more than asked for, to see whether there is a next page. */
export function eventsPage(tx: EntityManager, { limit, cursor, type }: EventsQuery): Promise<EventRecord[]> {
  return tx.find(EventRecord, {
    where: { ...(cursor && { id: MoreThan(cursor[0]) }), ...(type && { type: In(typesNamed(type)) }) },
    order: { id: 'ASC' },
    take: limit + 1,
  });
}
