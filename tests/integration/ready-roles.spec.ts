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
