import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TEST_TOKEN } from '../support/applications.process.js';
import type { Caught } from '../support/fault-proxy.js';
import { NOTHING_WRONG } from './account.js';
import { InsistentClient } from './insistent-client.js';
import { Rack, UNHINDERED } from './rack.js';
import { Trial } from './trial.js';

let rack: Rack;
let client: InsistentClient;
beforeEach(async () => {
  rack = await Rack.open();
  await Promise.all([rack.addWorker(), rack.addApi()]);
  client = new InsistentClient(() => rack.apis.map(({ url }) => url), TEST_TOKEN);
  await client.send('PATCH', '/settings', UNHINDERED);
});
afterEach(() => rack.close());

const anAddress = () => `${randomUUID()}@example.com`;

async function standing(applicationId: string): Promise<number> {
  const sql = `select count(*)::int as n from rejections where application_id = $1 and revoked_at is null`;
  const [row] = await rack.db.query<{ n: number }>(sql, [applicationId]);
  return row!.n;
}

/** Hurts the HTTP service at the moment, and answers when the request was answered after all. */
async function hurt(what: 'killed' | 'cut off', moment: Promise<Caught>, request: Promise<unknown>): Promise<void> {
  const caught = await moment;
  if (what === 'killed') {
    await rack.apis.shift()!.kill();
    await rack.addApi();
  } else caught.reset();
  await request;
}

describe.each(['before', 'after'] as const)('at a COMMIT, %s the database heard it', (when) => {
  describe.each(['killed', 'cut off'] as const)('the HTTP service is %s', (what) => {
    const stopAt = (texts: string[]) => rack.networks.api.stopAt(texts, { forward: when === 'after' });

    it('recording an application: the repeated request is answered, and it is there once', async () => {
      const trial = await Trial.of(rack, `${what} ${when} the COMMIT of an application`, 'HTTP service');
      for (let n = 0; n < 3; n += 1) {
        const moment = stopAt(['INSERT INTO "applications"', 'COMMIT']);
        const applied = client.apply(anAddress());
        await hurt(what, moment, applied);
        const { id } = await applied;
        trial.applications.push(id);
        await client.reject(id);
      }
      expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0, runs: 3 });
    });

    it('rejecting one: the repeated request is answered, and one rejection stands', async () => {
      const trial = await Trial.of(rack, `${what} ${when} the COMMIT of a rejection`, 'HTTP service');
      for (let n = 0; n < 3; n += 1) {
        const { id } = await client.apply(anAddress());
        trial.applications.push(id);
        const moment = stopAt(['"rejections"', '"outbox"', 'COMMIT']);
        await hurt(what, moment, client.reject(id));
        expect(await standing(id)).toBe(1);
      }
      expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0, runs: 3 });
    });
  });
});

it('two replicas take one request each of a pair: one rejection stands', async () => {
  await rack.addApi();
  const trial = await Trial.of(rack, 'two replicas, each asked for the same rejection', 'HTTP service');
  const statuses: number[][] = [];
  for (let n = 0; n < 10; n += 1) {
    const { id } = await client.apply(anAddress());
    trial.applications.push(id);
    const answers = await Promise.all(rack.apis.map((api) => api.request('POST', `/applications/${id}/rejection`, {})));
    statuses.push(answers.map(({ status }) => status).sort());
  }
  expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  expect(statuses).toEqual(Array.from({ length: 10 }, () => [201, 409]));
});

it('killed at random under load, with repeated requests: what was answered stands once', async () => {
  await rack.addApi();
  const trial = await Trial.of(rack, 'one of two replicas killed, eight times', 'HTTP service');
  const done = new AbortController();
  const killing = (async () => {
    for (let n = 0; n < 8 && !done.signal.aborted; n += 1) {
      await rack.apis.shift()!.kill();
      await rack.addApi();
    }
  })();
  const one = async () => {
    while (trial.applications.length < 120) {
      const { id } = await client.apply(anAddress());
      trial.applications.push(id);
      await client.reject(id);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  done.abort();
  await killing;
  expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0, runs: trial.applications.length });
});
