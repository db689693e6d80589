import { eventType, type Facts, ofDelivery, refusal } from '@app/contracts';
import { Database, databaseNow, outbox, WebhookEndpoint } from '@app/database';
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
  EndpointPatch,
  NewEndpointAnswer,
  PageById,
} from './webhook-endpoints.schemas.js';

/** So long a receiver may know either. */
const BOTH_SECRETS_MS = 24 * 60 * 60 * 1000;

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
        secretSealed: this.sealed(secret, { id, candidateId }),
      });
      return { ...show(await endpointById(tx, id)), secret };
    });
  }

  async change(caller: Caller, id: string, { enabled, eventTypes, ...patch }: EndpointPatch): Promise<EndpointAnswer> {
    if (patch.url !== undefined) await this.requireReachable(patch.url);
    return this.commands.run(caller, async (tx) => {
      const endpoint = await endpointById(tx, id, true);
      const types = eventTypes && { eventTypes: [...new Set(eventTypes)] };
      const change = { ...patch, ...types, ...switched(endpoint, enabled, await databaseNow(tx)) };
      if (Object.keys(change).length > 0) await tx.update(WebhookEndpoint, { id }, change);
      return show(await endpointById(tx, id));
    });
  }

  changeSecret(caller: Caller, id: string): Promise<NewEndpointAnswer> {
    return this.commands.run(caller, async (tx) => {
      const { candidateId, secretSealed: formerSecretSealed } = await endpointById(tx, id, true);
      const secret = newWebhookSecret();
      await tx.update(
        WebhookEndpoint,
        { id },
        {
          secretSealed: this.sealed(secret, { id, candidateId }),
          formerSecretSealed,
          formerSecretUntil: new Date((await databaseNow(tx)).getTime() + BOTH_SECRETS_MS),
        },
      );
      return { ...show(await endpointById(tx, id)), secret };
    });
  }

  test(caller: Caller, id: string): Promise<EndpointAnswer> {
    return this.commands.run(caller, async (tx) => {
      const endpoint = await endpointById(tx, id);
      if (endpoint.disabledAt !== null) throw new RuleViolation(refusal('endpoint_switched_off'));
      const data = { endpointId: id };
      await outbox.append(tx, this.ids, {
        candidateId: caller.candidateId,
        type: 'webhook_endpoint.tested.v1',
        data,
      });
      return show(endpoint);
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

  private sealed(secret: string, { id, candidateId }: Pick<WebhookEndpoint, 'id' | 'candidateId'>): string {
    return this.sealer.seal(secret, `webhook_endpoints|secret_sealed|${id}|${candidateId}`);
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

/** How it stands already changes nothing: since when, and why it was switched off, stay. */
function switched(
  { disabledAt }: WebhookEndpoint,
  enabled: boolean | undefined,
  now: Date,
): Partial<Pick<WebhookEndpoint, 'disabledAt' | 'disabledWhyCode' | 'disabledWhyFacts'>> {
  if (enabled === undefined || enabled === (disabledAt === null)) return {};
  if (enabled) return { disabledAt: null, disabledWhyCode: null, disabledWhyFacts: {} };
  const { code, facts } = ofDelivery('switched_off');
  return { disabledAt: now, disabledWhyCode: code, disabledWhyFacts: facts };
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
  formerSecretUntil: endpoint.formerSecretUntil?.toISOString() ?? null,
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
