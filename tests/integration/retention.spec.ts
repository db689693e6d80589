import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { dropWhatIsOld } from '../../apps/worker/src/purge/retention.queries.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('what is kept for a while only', () => {
  let db: TestDatabase;
  let worker: Database;
  let candidateId: string;
  let endpointId: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    worker = await Database.connect(db.workerUrl, { name: 'test', poolSize: 1 });
    candidateId = await db.addCandidate();
    endpointId = randomUUID();
    await db.query(
      `insert into webhook_endpoints (id, candidate_id, url, event_types, secret_sealed)
       values ($1, $2, 'https://hooks.example', '{}', 'x')`,
      [endpointId, candidateId],
    );
  });
  afterAll(async () => {
    await worker.close();
    await db.drop();
  });

  const sweep = () => dropWhatIsOld((drop) => worker.acrossCandidates(drop), new AbortController().signal);

  async function delivery(state: string, days: number, isHandled = true): Promise<string> {
    const id = randomUUID();
    await db.query(`insert into events (id, candidate_id, type, data) values ($1, $2, 'test', '{}')`, [
      id,
      candidateId,
    ]);
    if (!isHandled)
      await db.query(`insert into outbox (id, candidate_id, type, data) values ($1, $2, 'test', '{}')`, [
        id,
        candidateId,
      ]);
    await db.query(
      `insert into webhook_deliveries (id, candidate_id, endpoint_id, event_id, state, due_at, lease_until, updated_at)
       values ($1, $2, $3, $1, $4, now(), now(), now() - make_interval(days => $5))`,
      [id, candidateId, endpointId, state, days],
    );
    return id;
  }

  it('goes after 30 days, a delivery that has ended', async () => {
    await delivery('delivered', 31);
    await delivery('failed', 31);
    const kept = [
      await delivery('delivered', 29),
      await delivery('waiting', 400),
      await delivery('sending', 400),
      await delivery('delivered', 400, false),
    ];
    await sweep();
    const left = await db.query<{ id: string }>('select id from webhook_deliveries');
    expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  });

  it('goes after 90 days, a try to send, but for one that may have arrived', async () => {
    const followUpId = randomUUID();
    await db.query(
      `insert into follow_ups (id, candidate_id, kind, audience, state, due_at, since, why_code)
       values ($1, $2, 'thank_you', 'contact', 'sent', now(), now(), 'Test')`,
      [followUpId, candidateId],
    );
    const tries = [
      ['sent', 91],
      ['sent', 89],
      ['unconfirmed', 400],
      [null, 400],
    ] as const;
    for (const [attempt, [outcome, days]] of tries.entries())
      await db.query(
        `insert into follow_up_attempts (follow_up_id, attempt, candidate_id, outcome, ended_at)
         values ($1, $2, $3, $4, now() - make_interval(days => $5))`,
        [followUpId, attempt, candidateId, outcome, days],
      );
    await sweep();
    const left = await db.query<{ attempt: number }>('select attempt from follow_up_attempts order by attempt');
    expect(left.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  it('goes after a day, a letter as mail to its writer that has ended', async () => {
    const followUpId = randomUUID();
    await db.query(
      `insert into follow_ups (id, candidate_id, kind, audience, state, due_at, since, why_code)
       values ($1, $2, 'thank_you', 'contact', 'draft', now(), now(), 'Test')`,
      [followUpId, candidateId],
    );
    const tests = [
      ['sent', 25],
      ['failed', 25],
      ['sent', 23],
      ['waiting', null],
    ] as const;
    for (const [state, hours] of tests)
      await db.query(
        `insert into test_letters (id, candidate_id, follow_up_id, state, created_at, ended_at)
         values ($1, $2, $3, $4, now() - interval '100 days', now() - make_interval(hours => $5))`,
        [randomUUID(), candidateId, followUpId, state, hours],
      );
    await sweep();
    const left = await db.query<{ state: string }>('select state from test_letters');
    expect(left.map(({ state }) => state).toSorted()).toEqual(['sent', 'waiting']);
  });

  it('goes a day after it was asked for, what a page says, read or not', async () => {
    const readings = [
      ['read', 25],
      ['waiting', 25],
      ['read', 23],
    ] as const;
    for (const [state, hours] of readings)
      await db.query(
        `insert into page_readings (id, candidate_id, url, address_key, state, created_at, ended_at)
         values ($1, $2, 'https://acme.example/', $1::uuid::text, $3, now() - make_interval(hours => $4),
           case when $3 = 'read' then now() end)`,
        [randomUUID(), candidateId, state, hours],
      );
    await sweep();
    expect(await db.query('select state from page_readings')).toEqual([{ state: 'read' }]);
  });

  it('goes in slices, to the last one', async () => {
    await db.query(
      `with made as (insert into events (id, candidate_id, type, data)
         select gen_random_uuid(), $1, 'test', '{}' from generate_series(1, 4500) returning id)
       insert into webhook_deliveries (id, candidate_id, endpoint_id, event_id, state, due_at, updated_at)
       select id, $1, $2, id, 'delivered', now(), now() - interval '31 days' from made`,
      [candidateId, endpointId],
    );
    await sweep();
    const old = await db.query(
      `select 1 from webhook_deliveries where state = 'delivered' and updated_at < now() - interval '30 days'
         and not exists (select from outbox where id = event_id)`,
    );
    expect(old).toEqual([]);
  });
});
