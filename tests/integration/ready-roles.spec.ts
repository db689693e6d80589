/** A Postgres that somebody else runs: its owner makes no roles, and both are there already. */
import { prepareDatabase, urlOfRole } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { checkOwner } from '../../apps/local/src/database/owner.js';
import { createDatabase, type TestDatabase } from '../support/test-database.js';

describe('an owner who may make no roles', () => {
  let db: TestDatabase;
  let owner: string;
  let ownerUrl: string;
  beforeAll(async () => {
    db = await createDatabase('template1');
    const name = new URL(db.ownerUrl).pathname.slice(1);
    owner = `plain_${name}`;
    await db.query(`create role ${owner} login password 'owner'; alter database ${name} owner to ${owner}`);
    ownerUrl = urlOfRole(db.ownerUrl, owner, 'owner');
  }, 120_000);
  afterAll(() => db.drop());

  it('is enough where both roles are ready: everything is made, and each role does its work', async () => {
    await checkOwner('DATABASE_URL', ownerUrl);
    const passwords = { apiPassword: 'api', workerPassword: 'worker' };
    for (let times = 0; times < 2; times += 1) await prepareDatabase({ ownerUrl, ...passwords });
    const worker = new Client({ connectionString: db.workerUrl });
    await worker.connect();
    await worker.query('create table bullmq.probe (id int); drop table bullmq.probe');
    expect((await worker.query('select count(*)::int as boards from boards')).rows).toEqual([{ boards: 0 }]);
    await worker.end();
  }, 120_000);

  it('is told which passwords are missing', async () => {
    await expect(prepareDatabase({ ownerUrl, apiPassword: 'another', workerPassword: 'worker' })).rejects.toThrow(
      /rekindle_api is ready.*API_DATABASE_PASSWORD/,
    );
  }, 120_000);
});

describe('a server that does not say which one it is', () => {
  it('counts as another one each time that it is started, so that no event comes before one that was there', async () => {
    const db = await createDatabase('template1');
    const name = new URL(db.ownerUrl).pathname.slice(1);
    await db.query(`create role plain_${name} login password 'owner'; alter database ${name} owner to plain_${name};
      revoke execute on function pg_control_system(), pg_control_checkpoint() from public`);
    const ownerUrl = urlOfRole(db.ownerUrl, `plain_${name}`, 'owner');
    const start = () => prepareDatabase({ ownerUrl, apiPassword: 'api', workerPassword: 'worker' });
    const place = async () => (await db.query<{ at: string }>('select event_position() as at'))[0]!.at;
    await start();
    const first = BigInt(await place());
    await start();
    expect(BigInt(await place()) - first).toBeLessThan(10_000n);
    await db.query(`update event_clock set cluster = 'started at 1'`);
    await start();
    expect(BigInt(await place()) >> 40n).toBe((first >> 40n) + 1n);
    await db.drop();
  }, 120_000);
});
