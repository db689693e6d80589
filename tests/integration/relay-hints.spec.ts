// What the relay finds across candidates: asked five times a second, so that a crowd of one must not keep it from anybody else's.
import { Database } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { findFactHints, findMailHints } from '../../apps/worker/src/relay/relay.queries.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

jest.setTimeout(120_000);

const SHARED = '00000000-0000-0000-0000-000000000000';

let db: TestDatabase;
let worker: Database;
let one: string;
let other: string;
beforeAll(async () => {
  db = await createTestDatabase();
  worker = await Database.connect(db.workerUrl, { name: 'test', poolSize: 1 });
  [one, other] = [await db.addCandidate({ id: randomUUID() }), await db.addCandidate({ id: randomUUID() })];
});
beforeEach(() => db.query('delete from mail_accounts; delete from follow_ups; delete from webhook_endpoints'));
afterAll(async () => {
  await worker.close();
  await db.drop();
});

const found = async (find: typeof findMailHints) => (await worker.acrossCandidates(find)).map(({ id }) => id);

const HELD = `insert into follow_ups (id, candidate_id, kind, audience, state, due_at, since, why_code, held_why, updated_at)`;
async function held(candidateId: string, minutesAgo: number): Promise<string> {
  const id = randomUUID();
  await db.query(
    `${HELD} values ($1, $2, 'thank_you', 'contact', 'held', now() - interval '1 day', now(), 'Test', 'mailbox_refused',
       now() - make_interval(mins => $3))`,
    [id, candidateId, minutesAgo],
  );
  return id;
}
const closed = (id: string, tryAt: string) =>
  db.query(
    `insert into mail_accounts (id, candidate_id, fingerprint, refused_at, closed_at, try_at)
     values ($1::uuid, nullif($1::uuid, $2), 'x', now(), now() - interval '2 hours', now() + $3::interval)`,
    [id, SHARED, tryAt],
  );

/** As the reasons ask, one by one. */
const IS_FREE = 'not mailbox_refuses(candidate_id, id, refused_at, refused_until, refused_alone, chosen_at)';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe('mail that a server refused', () => {
  it('is looked for in no time, however much of it waits behind a closed account', async () => {
    await closed(SHARED, '1 hour');
    await db.query(
      `${HELD} select gen_random_uuid(), $1, 'thank_you', 'contact', 'held', now() - interval '1 day', now(), 'Test',
         'mailbox_refused', now() from generate_series(1, 20000)`,
      [one],
    );
    await db.query('analyze follow_ups');
    expect(await found(findMailHints)).toEqual([]);
    const looking = await timed(() => found(findMailHints));
    const askingOfEach = await timed(() => db.query(`select count(*) from follow_ups where ${IS_FREE}`));
    expect(looking).toBeLessThan(askingOfEach / 4);
  });

  it('is tried with a letter whose sender may be tried as well', async () => {
    await closed(SHARED, '-1 minute');
    await closed(one, '30 minutes');
    await held(one, 50);
    const theirs = await held(other, 10);
    expect(await found(findMailHints)).toEqual([theirs]);
  });

  it('is found exactly where its reasons let it go', async () => {
    const moments = ['null', `now() - interval '2 hours'`, `now() - interval '30 minutes'`];
    const pick = (at: number, of: readonly string[]) => of[at % of.length]!;
    for (const shared of [null, ...moments.flatMap((opened) => moments.map((changed) => [opened, changed] as const))]) {
      await db.query('delete from mail_accounts; delete from follow_ups');
      if (shared) {
        await db.query(
          `insert into mail_accounts (id, fingerprint, opened_at, changed_at) values ($1, 'x', ${shared[0]}, ${shared[1]})`,
          [SHARED],
        );
      }
      for (let at = 0; at < 24; at += 1) {
        const id = await held(pick(at, [one, other]), at);
        const until = pick(at, ['null', `now() + interval '1 hour'`, `now() - interval '1 minute'`]);
        await db.query(
          `update follow_ups set refused_at = now() - interval '1 hour', refused_until = ${until},
             refused_alone = ${pick(at >> 1, ['true', 'false'])}, chosen_at = ${pick(at >> 2, moments)} where id = $1`,
          [id],
        );
        if (at === 7) {
          await db.query(
            `insert into mail_accounts (id, candidate_id, fingerprint, closed_at, try_at, trying)
             values ($1, $1, 'x', now(), now() + interval '1 hour', $2)`,
            [other, id],
          );
        }
      }
      const free = await db.query<{ id: string }>(`select id from follow_ups where ${IS_FREE}`);
      expect((await found(findMailHints)).toSorted()).toEqual(free.map(({ id }) => id).toSorted());
    }
  });
});

describe('webhooks to a receiver that is slow', () => {
  async function deliveries(candidateId: string, sending: number, waiting: number): Promise<void> {
    const endpoint = randomUUID();
    await db.query(
      `insert into webhook_endpoints (id, candidate_id, url, event_types, secret_sealed)
       values ($1, $2, 'https://hooks.example', '{}', 'x')`,
      [endpoint, candidateId],
    );
    await db.query(
      `with made as (insert into events (id, candidate_id, type, data)
         select gen_random_uuid(), $1, 'test', '{}' from generate_series(1, $3::int + $4::int) returning id)
       insert into webhook_deliveries (id, candidate_id, endpoint_id, event_id, state, due_at, lease_until)
       select id, $1, $2, id, case when row_number() over () <= $3 then 'sending' else 'waiting' end,
         now() - interval '1 minute', case when row_number() over () <= $3 then now() + interval '1 minute' end from made`,
      [candidateId, endpoint, sending, waiting],
    );
  }

  it.each([
    [4, 0],
    [3, 1],
    [0, 4],
  ])('take four places at the most, those under way counted: %i of them leave %i', async (sending, left) => {
    await deliveries(one, sending, 30);
    await deliveries(other, 0, 2);
    expect(await found(findFactHints)).toHaveLength(left + 2);
  });
});
