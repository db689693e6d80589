import { eventType, isFact } from '@app/contracts';
import { EventRecord, WebhookDelivery, WebhookEndpoint, databaseNow } from '@app/database';
import { Ids } from '@app/platform';
import { type Envelope } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';

/** One delivery per endpoint that wants this event, in the transaction that handles it. */
@Injectable()
export class Fanout {
  constructor(private readonly ids: Ids) {}

  async deliver(tx: EntityManager, message: Envelope): Promise<void> {
    const { id, candidateId, type } = message;
    if (!isFact(type)) return;
    const endpoints = await tx.findBy(WebhookEndpoint, { candidateId, disabledAt: IsNull() });
    const wanted = endpoints.filter((endpoint) =>
      message.type === 'webhook_endpoint.tested.v1'
        ? endpoint.id === message.data.endpointId
        : endpoint.eventTypes.length === 0 || endpoint.eventTypes.includes(eventType(type)),
    );
    if (wanted.length === 0 || (await tx.existsBy(EventRecord, { id, sample: true }))) return;
    const dueAt = await databaseNow(tx);
    const rows = wanted.map((endpoint) => ({
      id: this.ids.next(),
      candidateId,
      endpointId: endpoint.id,
      eventId: id,
      state: 'waiting' as const,
      dueAt,
    }));
    await tx.createQueryBuilder().insert().into(WebhookDelivery).values(rows).orIgnore().execute();
  }
}
