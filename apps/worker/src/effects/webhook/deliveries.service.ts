import { eventType, type Hint, ofDelivery, type Sentence } from '@app/contracts';
import { Database, databaseNow, EventRecord, outbox, WebhookDelivery, WebhookEndpoint } from '@app/database';
import { deliveryWhyOf } from '@app/follow-ups';
import { Ids, Sealer, SecretNotOpened } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS, whileLeased } from '../../lease.js';
import { verdict } from './webhook-retry.policy.js';
import { signedHeaders } from './webhook-signature.js';
import { WebhookClient, type WebhookAnswer } from './webhook.client.js';

interface Claim {
  id: string;
  candidateId: string;
  endpointId: string;
  attempt: number;
  token: string;
  url: string;
  /** Sealed, the one that holds first. */
  secrets: [sealed: string, former?: string];
  body: string;
  now: Date;
}

/** Brings one event to one endpoint, by Standard Webhooks. At least once: `webhook-id` is the delivery's for every try. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly client: WebhookClient,
    private readonly sealer: Sealer,
    private readonly ids: Ids,
  ) {}

  async handle({ id, candidateId }: Hint): Promise<void> {
    const claim = await this.database.asCandidate(candidateId, (tx) => this.claim(tx, id));
    if (!claim) return;
    const answer = await whileLeased(
      () => this.renew(claim),
      () => this.post(claim),
    );
    await this.database.asCandidate(candidateId, (tx) => this.record(tx, claim, answer));
  }

  private async claim(tx: EntityManager, id: string): Promise<Claim | null> {
    const row = await tx.findOne(WebhookDelivery, {
      where: { id },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    const now = await databaseNow(tx);
    if (!row || !isDue(row, now)) return null;
    const endpoint = await tx.findOneByOrFail(WebhookEndpoint, { id: row.endpointId });
    if (endpoint.disabledAt) {
      await tx.update(WebhookDelivery, { id }, { state: 'failed', ...lastWhy(ofDelivery('endpoint_disabled')) });
      return null;
    }
    const event = await tx.findOneByOrFail(EventRecord, { id: row.eventId });
    const [attempt, token] = [row.attempt + 1, randomUUID()];
    await tx.query(
      `update webhook_deliveries set state = 'sending', attempt = $2, lease_token = $3,
         lease_until = now() + make_interval(secs => $4), updated_at = now() where id = $1`,
      [id, attempt, token, LEASE_SECONDS],
    );
    const { candidateId, endpointId } = row;
    const body = JSON.stringify({
      type: eventType(event.type),
      timestamp: event.occurredAt.toISOString(),
      data: event.data,
    });
    return {
      id,
      candidateId,
      endpointId,
      attempt,
      token,
      url: endpoint.url,
      secrets: secretsOf(endpoint, now),
      body,
      now,
    };
  }

  private async post({ id, candidateId, endpointId, url, secrets: sealed, body, now }: Claim): Promise<WebhookAnswer> {
    let secrets: string[];
    try {
      secrets = this.opened(sealed, `webhook_endpoints|secret_sealed|${endpointId}|${candidateId}`);
    } catch (error) {
      if (!(error instanceof SecretNotOpened)) throw error;
      // Another REKINDLE_SECRET_KEY: an answer like any other, so that the row says why and the schedule gives it time.
      return { kind: 'refused', why: { code: error.code, facts: error.facts }, excerpt: '' };
    }
    return this.client.post({ url, headers: { ...signedHeaders({ id, at: now, body, secrets }) }, body });
  }

  /** Without a former one that another key had sealed: a new secret is what mends that. */
  private opened([sealed, former]: Claim['secrets'], aad: string): string[] {
    const secret = this.sealer.open(sealed, aad);
    try {
      return former === undefined ? [secret] : [secret, this.sealer.open(former, aad)];
    } catch (error) {
      if (error instanceof SecretNotOpened) return [secret];
      throw error;
    }
  }

  private async renew({ id, candidateId, token }: Claim): Promise<void> {
    await this.database.asCandidate(candidateId, (tx) =>
      tx.query(
        `update webhook_deliveries set lease_until = now() + make_interval(secs => $3)
         where id = $1 and lease_token = $2 and state = 'sending'`,
        [id, token, LEASE_SECONDS],
      ),
    );
  }

  private async record(tx: EntityManager, claim: Claim, answer: WebhookAnswer): Promise<void> {
    const row = await tx.findOne(WebhookDelivery, {
      where: { id: claim.id, leaseToken: claim.token },
      lock: { mode: 'pessimistic_write' },
    });
    if (row?.state !== 'sending') return;
    const now = await databaseNow(tx);
    const decided = verdict({ deliveryId: claim.id, attempt: claim.attempt, answer, now });
    const seen = {
      lastStatus: answer.kind === 'status' ? answer.status : null,
      excerpt: answer.excerpt.replaceAll('\0', '\uFFFD'),
    };
    const lease = { leaseToken: null, leaseUntil: null };
    const change = {
      delivered: { state: 'delivered', deliveredAt: now },
      retry: { state: 'waiting', dueAt: decided.kind === 'retry' ? decided.at : now },
      failed: { state: 'failed' },
      gone: { state: 'failed' },
    } as const;
    const why = lastWhy(decided.kind === 'delivered' ? null : decided.why);
    await tx.update(WebhookDelivery, { id: claim.id }, { ...lease, ...seen, ...why, ...change[decided.kind] });
    if (decided.kind === 'gone') await this.disable(tx, claim, now);
  }

  private async disable(tx: EntityManager, { endpointId, candidateId }: Claim, now: Date): Promise<void> {
    const said = ofDelivery('receiver_gone', { of: 'endpoint' });
    const why = { disabledWhyCode: said.code, disabledWhyFacts: said.facts };
    await tx.update(WebhookEndpoint, { id: endpointId }, { disabledAt: now, ...why });
    const data = { endpointId, ...deliveryWhyOf(said) };
    await outbox.append(tx, this.ids, { candidateId, type: 'webhook_endpoint.disabled.v1', data });
  }
}

function isDue({ state, dueAt, leaseUntil }: WebhookDelivery, now: Date): boolean {
  return state === 'waiting' ? dueAt <= now : state === 'sending' && leaseUntil !== null && leaseUntil < now;
}

const secretsOf = (
  { secretSealed, formerSecretSealed, formerSecretUntil }: WebhookEndpoint,
  now: Date,
): Claim['secrets'] =>
  formerSecretSealed !== null && formerSecretUntil! > now ? [secretSealed, formerSecretSealed] : [secretSealed];

const lastWhy = (said: Sentence | null) => ({ lastWhyCode: said?.code ?? null, lastWhyFacts: said?.facts ?? {} });
