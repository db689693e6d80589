import { type EventRecord, outbox, WebhookDelivery, WebhookEndpoint } from '@app/database';
import { newWebhookSecret, parseSecretKey, Sealer, UuidV7Ids } from '@app/platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { TEST_SECRET_KEY } from '../support/secret-key.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const sealer = new Sealer(parseSecretKey(TEST_SECRET_KEY));
let parts: WorkerParts;
let life: CandidateLife;
let receiver: WebhookReceiver;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
beforeEach(async () => {
  life = await parts.candidate();
  receiver = await WebhookReceiver.start();
});
afterEach(() => receiver.stop());
afterAll(() => parts.stop());

async function anEndpoint(given: Partial<WebhookEndpoint> = {}): Promise<{ id: string; secret: string }> {
  const [id, secret] = [randomUUID(), newWebhookSecret()];
  await life.do((tx) =>
    tx.insert(WebhookEndpoint, {
      id,
      candidateId: life.id,
      url: receiver.url,
      eventTypes: ['application.rejected'],
      secretSealed: sealer.seal(secret, `webhook_endpoints|secret_sealed|${id}|${life.id}`),
      ...given,
    }),
  );
  return { id, secret };
}

const deliveriesTo = (endpointId: string) => life.do((tx) => tx.findBy(WebhookDelivery, { endpointId }));
const theDelivery = (endpointId: string, where: (row: WebhookDelivery) => boolean, what: string) =>
  eventually(async () => (await deliveriesTo(endpointId)).find(where), { what: `a delivery ${what}` });
const makeDue = ({ id }: WebhookDelivery) =>
  parts.db.query('update webhook_deliveries set due_at = now() where id = $1', [id]);
const eventOf = async (type: EventRecord['type']) => (await life.events(type))[0]!;

describe('an event', () => {
  it('goes to each endpoint that wants its type, signed so that any Standard Webhooks library verifies it', async () => {
    const one = await anEndpoint();
    const all = await anEndpoint({ eventTypes: [] });
    const other = await anEndpoint({ eventTypes: ['vacancy.reopened'] });
    const off = await anEndpoint({ disabledAt: new Date() });
    await life.isRejected();
    const rejected = await eventOf('application.rejected.v1');

    const delivered = await theDelivery(one.id, ({ state }) => state === 'delivered', 'to who wants this type');
    const request = receiver.requests.find(({ headers }) => headers['webhook-id'] === delivered.id)!;
    const headers = request.headers as Record<string, string>;
    expect(new Webhook(one.secret).verify(request.body, headers)).toEqual({
      type: 'application.rejected',
      timestamp: rejected.occurredAt.toISOString(),
      data: rejected.data,
    });
    expect(() => new Webhook(all.secret).verify(request.body, headers)).toThrow();

    const wantedByAll = async () => (await deliveriesTo(all.id)).filter(({ state }) => state === 'delivered').length;
    await eventually(async () => (await wantedByAll()) === 5, { what: 'the rejection and its four follow-ups' });
    expect((await deliveriesTo(one.id)).map(({ eventId }) => eventId)).toEqual([rejected.id]);
    expect([...(await deliveriesTo(other.id)), ...(await deliveriesTo(off.id))]).toEqual([]);
  });

  it('that is a test goes to the one that is tested, whatever that one wants', async () => {
    const tested = await anEndpoint({ eventTypes: ['vacancy.reopened'] });
    const all = await anEndpoint({ eventTypes: [] });
    const data = { endpointId: tested.id };
    await life.do((tx) =>
      outbox.append(tx, new UuidV7Ids(), { candidateId: life.id, type: 'webhook_endpoint.tested.v1', data }),
    );
    await theDelivery(tested.id, ({ state }) => state === 'delivered', 'of the test');
    const [{ headers, body }] = receiver.requests as [(typeof receiver.requests)[number]];
    expect(new Webhook(tested.secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'webhook_endpoint.tested',
      data,
    });
    expect(await deliveriesTo(all.id)).toEqual([]);
  });

  it('is signed with the former secret, too, as long as that holds', async () => {
    const former = newWebhookSecret();
    const { id, secret } = await anEndpoint();
    const aad = `webhook_endpoints|secret_sealed|${id}|${life.id}`;
    const until = (hours: number) => ({ formerSecretUntil: new Date(Date.now() + hours * 3_600_000) });
    const changed = { formerSecretSealed: sealer.seal(former, aad) };
    await life.do((tx) => tx.update(WebhookEndpoint, { id }, { ...changed, ...until(1) }));
    await life.isRejected();
    await theDelivery(id, ({ state }) => state === 'delivered', 'signed twice');
    await life.do((tx) => tx.update(WebhookEndpoint, { id }, until(-1)));
    await life.isRejected();
    await eventually(async () => receiver.requests.length === 2, { what: 'the second' });
    const verified = receiver.requests.map(({ headers, body }) =>
      [secret, former].map((known) => {
        try {
          return Boolean(new Webhook(known).verify(body, headers as Record<string, string>));
        } catch {
          return false;
        }
      }),
    );
    expect(verified).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('is signed with the secret of now, where the former one cannot be opened', async () => {
    const { id, secret } = await anEndpoint();
    const former = new Sealer(randomBytes(32)).seal(
      newWebhookSecret(),
      `webhook_endpoints|secret_sealed|${id}|${life.id}`,
    );
    const until = new Date(Date.now() + 3_600_000);
    await life.do((tx) => tx.update(WebhookEndpoint, { id }, { formerSecretSealed: former, formerSecretUntil: until }));
    await life.isRejected();
    await theDelivery(id, ({ state }) => state === 'delivered', 'that arrived');
    const [sent] = receiver.requests;
    expect(() => new Webhook(secret).verify(sent!.body, sent!.headers as Record<string, string>)).not.toThrow();
  });

  it('of one candidate never goes to another', async () => {
    const { id } = await anEndpoint();
    await (await parts.candidate()).isRejected();
    await life.isRejected();
    await theDelivery(id, ({ state }) => state === 'delivered', 'of their own');
    expect(receiver.requests).toHaveLength(1);
  });
});

describe('a receiver', () => {
  it('that fails is tried again by the schedule, under the same webhook-id, until it takes it', async () => {
    receiver.answerWith({ kind: 'status', status: 500, body: 'oops' }, { kind: 'status', status: 503 });
    const { id } = await anEndpoint();
    await life.isRejected();
    const first = await theDelivery(id, ({ attempt, state }) => attempt === 1 && state === 'waiting', 'tried once');
    expect(first).toMatchObject({
      lastStatus: 500,
      lastWhyCode: 'answered',
      lastWhyFacts: { status: 500 },
      excerpt: 'oops',
      leaseToken: null,
    });
    const later = first.dueAt.getTime() - first.createdAt.getTime();
    expect(later).toBeGreaterThanOrEqual(4_500);

    await parts.anotherWorker(() => makeDue(first));
    const second = await theDelivery(id, ({ attempt, state }) => attempt === 2 && state === 'waiting', 'tried twice');
    expect(second.dueAt.getTime() - first.createdAt.getTime()).toBeGreaterThanOrEqual(270_000);
    await parts.anotherWorker(() => makeDue(second));
    const third = await theDelivery(id, ({ state }) => state === 'delivered', 'that was taken');
    expect(third).toMatchObject({ attempt: 3, lastStatus: 204, lastWhyCode: null, lastWhyFacts: {} });
    expect(receiver.requests.map(({ headers }) => headers['webhook-id'])).toEqual([first.id, first.id, first.id]);
    expect(new Set(receiver.requests.map(({ body }) => body.toString())).size).toBe(1);
  });

  it('whose secret cannot be opened is tried again by the schedule, and the delivery says why', async () => {
    const { id } = await anEndpoint();
    const sealed = new Sealer(randomBytes(32)).seal(
      newWebhookSecret(),
      `webhook_endpoints|secret_sealed|${id}|${life.id}`,
    );
    await life.do((tx) => tx.update(WebhookEndpoint, { id }, { secretSealed: sealed }));
    await life.isRejected();
    const tried = await theDelivery(id, ({ attempt, state }) => attempt === 1 && state === 'waiting', 'tried once');
    expect(tried).toMatchObject({
      lastStatus: null,
      lastWhyCode: 'not_sent',
      lastWhyFacts: { why: 'sealed_with_another_key', 'why.key': expect.any(String), 'why.ours': expect.any(String) },
    });
    expect(receiver.requests).toEqual([]);
  });

  it('that says it is gone gets nothing more, and the candidate is told', async () => {
    receiver.answerWith({ kind: 'status', status: 410 });
    const { id } = await anEndpoint();
    await life.isRejected();
    await theDelivery(id, ({ state }) => state === 'failed', 'that failed');
    const endpoint = await life.do((tx) => tx.findOneByOrFail(WebhookEndpoint, { id }));
    const said = { disabledWhyCode: 'receiver_gone', disabledWhyFacts: { of: 'endpoint' } };
    expect(endpoint).toMatchObject({ disabledAt: expect.any(Date), ...said });
    expect((await eventOf('webhook_endpoint.disabled.v1')).data).toEqual({
      endpointId: id,
      why: 'The receiver answered 410 Gone.',
      whyCode: 'receiver_gone',
      whyFacts: { of: 'endpoint' },
    });
    await life.isRejected();
    expect(await deliveriesTo(id)).toHaveLength(1);
  });

  it('that says it is gone gets nothing of what was still to be tried again', async () => {
    receiver.answerWith({ kind: 'status', status: 500 }, { kind: 'status', status: 410 });
    const { id } = await anEndpoint();
    await life.isRejected();
    const first = await theDelivery(id, ({ attempt, state }) => attempt === 1 && state === 'waiting', 'tried once');
    await life.isRejected();
    await theDelivery(id, ({ state }) => state === 'failed', 'that met the end');
    await parts.anotherWorker(() => makeDue(first));
    await eventually(async () => (await deliveriesTo(id)).every(({ state }) => state === 'failed'));
    expect((await deliveriesTo(id)).find((row) => row.id === first.id)!.lastWhyCode).toBe('endpoint_disabled');
    expect(receiver.requests).toHaveLength(2);
  });

  it('on a private address hears nothing, unless the operator trusts it, and the delivery says why', async () => {
    await parts.killWorkers();
    await parts.addWorker({ env: { OUTBOUND_ALLOW: '' } });
    const { id } = await anEndpoint();
    await life.isRejected();
    const refused = await theDelivery(id, ({ attempt, state }) => attempt === 1 && state === 'waiting', 'refused');
    expect(refused).toMatchObject({ lastStatus: null, lastWhyCode: 'not_sent' });
    expect(refused.lastWhyFacts).toEqual({ why: 'address_not_public', 'why.host': '127.0.0.1' });
    expect(receiver.connections).toBe(0);
    await parts.anotherWorker();
  });
});

it('a worker that dies over a delivery: it is delivered again, under the same webhook-id', async () => {
  receiver.answerWith({ kind: 'silence' });
  const { id } = await anEndpoint();
  await life.isRejected();
  await receiver.next();
  await parts.anotherWorker(() =>
    parts.db.query('update webhook_deliveries set lease_until = now() where endpoint_id = $1', [id]),
  );
  const delivered = await theDelivery(id, ({ state }) => state === 'delivered', 'taken up again');
  expect(delivered.attempt).toBe(2);
  expect(receiver.requests.map(({ headers }) => headers['webhook-id'])).toEqual([delivered.id, delivered.id]);
});
