import { refusal } from '@app/contracts';
import { EventRecord, type RowLock, rowLock, WebhookDelivery, WebhookEndpoint } from '@app/database';
import { RuleViolation } from '@app/platform';
import { type EntityManager, In, LessThan } from 'typeorm';
import type { PageById } from './webhook-endpoints.schemas.js';

const MOST_PER_CANDIDATE = 50;

/** Newest first; one more than asked for, so that it shows whether there is a next page. */
export function endpointsPage(tx: EntityManager, { limit, cursor }: PageById): Promise<WebhookEndpoint[]> {
  return tx.find(WebhookEndpoint, {
    where: cursor ? { id: LessThan(cursor[0]) } : {},
    order: { id: 'DESC' },
    take: limit + 1,
  });
}

export async function endpointById(tx: EntityManager, id: string, lock: RowLock = false): Promise<WebhookEndpoint> {
  const endpoint = await tx.findOne(WebhookEndpoint, { where: { id }, ...rowLock(lock) });
  if (endpoint !== null) return endpoint;
  throw new RuleViolation(refusal('not_found', { what: 'webhook_endpoint', id }), { kind: 'not_found' });
}

/** Every event is sent to every endpoint, so their number is bounded. */
export async function requireRoom(tx: EntityManager): Promise<void> {
  if ((await tx.count(WebhookEndpoint)) < MOST_PER_CANDIDATE) return;
  throw new RuleViolation(refusal('too_many_endpoints', { most: MOST_PER_CANDIDATE }));
}

export interface DeliveryRow {
  delivery: WebhookDelivery;
  event: EventRecord;
}

export async function deliveriesPage(
  tx: EntityManager,
  endpointId: string,
  { limit, cursor }: PageById,
): Promise<DeliveryRow[]> {
  const deliveries = await tx.find(WebhookDelivery, {
    where: { endpointId, ...(cursor && { id: LessThan(cursor[0]) }) },
    order: { id: 'DESC' },
    take: limit + 1,
  });
  const events = await tx.findBy(EventRecord, { id: In(deliveries.map(({ eventId }) => eventId)) });
  const byId = new Map(events.map((event) => [event.id, event]));
  return deliveries.map((delivery) => ({ delivery, event: byId.get(delivery.eventId)! }));
}
