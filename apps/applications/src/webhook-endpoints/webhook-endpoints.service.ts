import { eventType, type Facts } from '@app/contracts';
import { Database, WebhookEndpoint } from '@app/database';
import { deliverySentence } from '@app/follow-ups';
import { Ids, newWebhookSecret, OutboundGuard, OutboundRefused, RuleViolation, Sealer } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { type Page, pageOf } from '../http/paging.js';
import {
  deliveriesPage,
  type DeliveryRow,
  endpointById,
  endpointsPage,
  requireRoom,
} from './webhook-endpoints.queries.js';
import type {
  DeliveryAnswer,
  EndpointAnswer,
  EndpointBody,
  NewEndpointAnswer,
  PageById,
} from './webhook-endpoints.schemas.js';

@Injectable()
export class WebhookEndpointsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly sealer: Sealer,
    private readonly guard: OutboundGuard,
  ) {}

  async list(candidateId: string, query: PageById): Promise<Page<EndpointAnswer>> {
    const rows = await this.database.asReader(candidateId, (tx) => endpointsPage(tx, query));
    return pageOf(rows, query.limit, ({ id }) => [id], show);
  }

  async get(candidateId: string, id: string): Promise<EndpointAnswer> {
    return show(await this.database.asReader(candidateId, (tx) => endpointById(tx, id)));
  }

  async create(caller: Caller, { url, eventTypes = [], description }: EndpointBody): Promise<NewEndpointAnswer> {
    await this.requireReachable(url);
    const { candidateId } = caller;
    return this.commands.inTurn(caller, async (tx) => {
      await requireRoom(tx);
      const id = this.ids.next();
      const secret = newWebhookSecret();
      await tx.insert(WebhookEndpoint, {
        id,
        candidateId,
        url,
        eventTypes: [...new Set(eventTypes)],
        description: description ?? null,
        secretSealed: this.sealer.seal(secret, `webhook_endpoints|secret_sealed|${id}|${candidateId}`),
      });
      return { ...show(await endpointById(tx, id)), secret };
    });
  }

  remove(caller: Caller, id: string): Promise<void> {
    return this.commands.run(caller, async (tx) => {
      await endpointById(tx, id);
      await tx.delete(WebhookEndpoint, { id });
    });
  }

  async deliveries(candidateId: string, id: string, query: PageById): Promise<Page<DeliveryAnswer>> {
    const rows = await this.database.asReader(candidateId, async (tx) => {
      await endpointById(tx, id);
      return deliveriesPage(tx, id, query);
    });
    return pageOf(rows, query.limit, ({ delivery }) => [delivery.id], showDelivery);
  }

  /** Asks the resolver only; the worker checks again when it connects. */
  private async requireReachable(url: string): Promise<void> {
    try {
      await this.guard.checkUrl(url);
    } catch (error) {
      if (!(error instanceof OutboundRefused)) throw error;
      throw new RuleViolation(error, { kind: 'invalid', pointer: '/url' });
    }
  }
}

const show = (endpoint: WebhookEndpoint): EndpointAnswer => ({
  id: endpoint.id,
  url: endpoint.url,
  eventTypes: endpoint.eventTypes,
  description: endpoint.description,
  disabledAt: endpoint.disabledAt?.toISOString() ?? null,
  disabledWhy: textOf(endpoint.disabledWhyCode, endpoint.disabledWhyFacts),
  disabledWhyCode: endpoint.disabledWhyCode,
  disabledWhyFacts: endpoint.disabledWhyFacts,
  createdAt: endpoint.createdAt.toISOString(),
});

const showDelivery = ({ delivery, event }: DeliveryRow): DeliveryAnswer => ({
  id: delivery.id,
  eventId: delivery.eventId,
  eventType: eventType(event.type),
  state: delivery.state,
  attempt: delivery.attempt,
  dueAt: delivery.dueAt.toISOString(),
  deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
  lastStatus: delivery.lastStatus,
  lastWhy: textOf(delivery.lastWhyCode, delivery.lastWhyFacts),
  lastWhyCode: delivery.lastWhyCode,
  lastWhyFacts: delivery.lastWhyFacts,
  excerpt: delivery.excerpt,
  createdAt: delivery.createdAt.toISOString(),
});

const textOf = (code: string | null, facts: Facts): string | null =>
  code === null ? null : deliverySentence({ code, facts }, 'en');
