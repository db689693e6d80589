import { WebhookDelivery, WebhookEndpoint } from '@app/database';
import { newWebhookSecret, Sealer, UuidV7Ids } from '@app/platform';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AT_ONCE } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { QUEUES } from '../support/house.js';
import { TEST_SECRET_KEY } from '../support/secret-key.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(120_000);

const ids = new UuidV7Ids();
const sealer = new Sealer(Buffer.from(TEST_SECRET_KEY, 'base64'));
const BACKLOG = 40;
const AT_LEAST = 4;

describe.each(QUEUES)('receivers that hang, with the queue in $queue', ({ redisUrl }) => {
  let parts: WorkerParts;
  let receivers: WebhookReceiver[];
  beforeEach(async () => {
    [parts, receivers] = [await WorkerParts.open(), []];
  });
  afterEach(async () => {
    await parts.stop();
    await Promise.all(receivers.map((receiver) => receiver.stop()));
  });

  async function listener(url: string): Promise<CandidateLife> {
    const life = await parts.candidate(AT_ONCE);
    const id = randomUUID();
    const secretSealed = sealer.seal(newWebhookSecret(), `webhook_endpoints|secret_sealed|${id}|${life.id}`);
    await life.do((tx) =>
      tx.insert(WebhookEndpoint, { id, candidateId: life.id, url, eventTypes: ['vacancy.recorded'], secretSealed }),
    );
    return life;
  }

  async function hangs(): Promise<[CandidateLife, WebhookReceiver]> {
    const receiver = await WebhookReceiver.start();
    receivers.push(receiver);
    receiver.answerWith(...Array.from({ length: 2 * BACKLOG }, () => ({ kind: 'silence' as const })));
    return [await listener(receiver.url), receiver];
  }

  const happens = (life: CandidateLife) =>
    life.say({
      type: 'vacancy.recorded.v1',
      data: { vacancyId: ids.next(), companyId: ids.next(), title: 'Engineer' },
    });

  it('of several accounts keep no delivery of another one from going, and take a few each', async () => {
    const hanging = await Promise.all([hangs(), hangs(), hangs()]);
    for (const [life] of hanging) for (let at = 0; at < BACKLOG; at += 1) await happens(life);
    await parts.addWorker({ redisUrl, env: { OUTBOUND_ALLOW: '127.0.0.1/32' } });
    await eventually(async () => hanging.every(([, { requests }]) => requests.length >= AT_LEAST), {
      what: 'each of them being asked',
    });
    const quick = await WebhookReceiver.start();
    receivers.push(quick);
    const other = await listener(quick.url);
    await happens(other);
    await quick.next(5_000);
    await eventually(
      async () => (await other.do((tx) => tx.find(WebhookDelivery))).every(({ state }) => state === 'delivered'),
      { what: 'its delivery being over' },
    );
    for (const [life] of hanging)
      expect(await life.do((tx) => tx.countBy(WebhookDelivery, { state: 'sending' }))).toBeLessThanOrEqual(AT_LEAST);
  });
});
