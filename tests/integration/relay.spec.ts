import { lockCandidate } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { aRejection, AT_ONCE } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(120_000);

const MANY_AT_ONCE = { ...AT_ONCE, mailbox: { ...AT_ONCE.mailbox, dailyCap: 1_000 } };

let parts: WorkerParts;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.open();
});
beforeEach(async () => {
  life = await parts.candidate(MANY_AT_ONCE);
});
afterAll(() => parts.stop());

const lettersTo = (contactId: string | null) =>
  parts.smtp.messages.filter(({ to }) => to === `${contactId}@example.com`).length;

describe('a message that cannot be handled', () => {
  beforeAll(() => parts.addWorker().then(() => undefined));
  afterAll(() => parts.killWorkers());

  /** Its id is none, so that Postgres complains and repeats it. */
  async function brokenMessage(failures: number): Promise<string> {
    const id = randomUUID();
    await parts.db.query(
      `insert into outbox (id, candidate_id, type, data, failures) values ($1, $2, 'application.rejected.v1', $3, $4)`,
      [id, life.id, { applicationId: 'postgres://olena:hunter2@db.example/x' }, failures],
    );
    return id;
  }
  interface Failed {
    failures: number;
    last_error: string;
    wait: number;
    parked: boolean;
  }
  const afterFailure = (id: string, failures: number): Promise<Failed> =>
    eventually(
      async () => {
        const [row] = await parts.db.query<Failed>(
          `select failures, last_error, extract(epoch from retry_at - created_at)::float8 as wait,
             parked_at is not null as parked from outbox where id = $1`,
          [id],
        );
        return row?.failures === failures && row;
      },
      { what: `failure ${failures}` },
    );

  it('is tried again after ever longer pauses, set aside at the twelfth failure, and holds up nobody', async () => {
    const [first, fifth, twelfth] = [await brokenMessage(0), await brokenMessage(4), await brokenMessage(11)];
    const { applicationId } = await aRejection(parts.api, {}, life.id);

    expect(await afterFailure(first, 1)).toMatchObject({ parked: false });
    const later = await afterFailure(fifth, 5);
    expect(later.parked).toBe(false);
    expect(later.wait).toBeGreaterThanOrEqual(32);
    expect(await afterFailure(twelfth, 12)).toMatchObject({ parked: true });
    expect(await afterFailure(first, 2)).toMatchObject({ parked: false });

    const letter = await eventually(async () => (await life.followUps({ applicationId, audience: 'contact' }))[0]);
    await life.becomes(letter.id, 'sent');
  });

  it('is kept with what went wrong, and with no secret', async () => {
    const { last_error: error } = await afterFailure(await brokenMessage(0), 1);
    expect(error).toContain('invalid input syntax for type uuid');
    expect(error).toContain('postgres://db.example/x');
    expect(error).not.toMatch(/hunter2|olena/);
  });
});

describe('two workers at once', () => {
  beforeAll(() => Promise.all([parts.addWorker(), parts.addWorker()]).then(() => undefined));
  afterAll(() => parts.killWorkers());

  it('plan and send exactly one letter for each of 50 rejections', async () => {
    const lives = await Promise.all(Array.from({ length: 5 }, () => parts.candidate(MANY_AT_ONCE)));
    const each = lives.flatMap((one) => Array.from({ length: 10 }, () => aRejection(parts.api, {}, one.id)));
    const rejected = await Promise.all(each);
    for (const one of lives) {
      await eventually(
        async () =>
          (await one.followUps({ audience: 'contact' })).filter(({ state }) => state === 'sent').length === 10,
        { within: 80_000, what: 'ten letters being sent' },
      );
      await one.handled();
      const rows = await one.followUps();
      const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
      expect(['reflection', 'check_in', 'half_year', 'streak'].map(count)).toEqual([10, 10, 10, 1]);
    }
    expect(rejected.map(({ contactId }) => lettersTo(contactId))).toEqual(Array(50).fill(1));
  });
});

const redisUrl = process.env.TEST_REDIS_URL;
if (!redisUrl) process.stderr.write('redis-server is not installed: losing the queue in Redis is not tested.\n');
const withRedis = redisUrl ? describe : describe.skip;

withRedis('a queue in Redis that is lost', () => {
  // The server is shared with tests that run at the same time, so this one has a numbered database to itself.
  const ownRedis = `${redisUrl}/9`;
  let redis: Redis;
  beforeAll(async () => {
    redis = new Redis(ownRedis);
    await parts.addWorker({ redisUrl: ownRedis });
  });
  afterAll(async () => {
    redis.disconnect();
    await parts.killWorkers();
  });

  it('between plan and due time: the letter goes, once', async () => {
    life = await parts.candidate({ ...AT_ONCE, feedbackRequest: { delay: 'P1D' } });
    const { applicationId, contactId } = await life.isRejected();
    const letter = await life.the('feedback_request');
    await redis.flushdb();
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'sent');
    await redis.flushdb();

    const later = await life.isRejected();
    const next = await life.the('feedback_request', { applicationId: later.applicationId });
    await parts.makeDue(next.id);
    await life.becomes(next.id, 'sent');
    expect([lettersTo(contactId), lettersTo(later.contactId)]).toEqual([1, 1]);
    expect((await life.followUps({ applicationId })).filter(({ kind }) => kind === 'reflection')).toHaveLength(1);
  });

  it('with a worker that dies over a message: another takes the message up, and plans once', async () => {
    await life.do(async (tx) => {
      // Handling waits for the lock, so the worker dies in the middle of it.
      await lockCandidate(tx, life.id);
      await aRejection(parts.api, {}, life.id);
      await eventually(async () => (await redis.keys('bull:rekindle:*')).some((key) => key.endsWith(':lock')), {
        what: 'a worker at the message',
      });
      await parts.killWorkers();
      await redis.flushdb();
    });
    await parts.addWorker({ redisUrl: ownRedis });
    await life.handled();
    expect((await life.followUps()).map(({ kind }) => kind)).toEqual([
      'feedback_request',
      'reflection',
      'check_in',
      'half_year',
    ]);
  });
});
