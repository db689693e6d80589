import { ChangeListener } from '@app/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ApplicationsProcess } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

jest.setTimeout(60_000);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** As a role of its own, since those of the services are everybody's. */
describe('the connection that listens', () => {
  const role = `listens_${randomUUID().replaceAll('-', '')}`;
  const said: string[] = [];
  let listener: ChangeListener;
  beforeAll(async () => {
    await db.query(`create role ${role} login password 'geheim'`);
    await db.query(`grant connect on database ${new URL(db.ownerUrl).pathname.slice(1)} to ${role}`);
  });
  afterEach(async () => {
    await listener.close();
    said.length = 0;
  });
  afterAll(async () => {
    await db.query(`drop owned by ${role}`);
    await db.query(`drop role ${role}`);
  });

  async function start(): Promise<void> {
    const url = new URL(db.ownerUrl);
    [url.username, url.password] = [role, 'geheim'];
    listener = new ChangeListener(url.href, 'test listens', {
      heard: () => undefined,
      began: (again) => said.push(again ? 'began again' : 'began'),
      failed: (error) => said.push(error.message),
    });
    await listener.start();
  }
  const began = () => eventually(() => said.find((line) => line.startsWith('began')), { what: 'listening' });

  it('says nothing where nothing fails', async () => {
    await start();
    expect(said).toEqual(['began']);
  });

  it('says once why it cannot listen, and that it does again', async () => {
    await db.query(`alter role ${role} connection limit 0`);
    await start();
    await db.query(`alter role ${role} connection limit -1`);
    await began();
    expect(said).toEqual([expect.stringContaining('too many connections for role'), 'began again']);
  });

  it('sees that something in between gives it another session for each statement', async () => {
    // In another session nothing is listened to.
    await db.query('create schema as_pooled');
    await db.query(
      `create function as_pooled.pg_listening_channels() returns setof text language sql as 'select null where false'`,
    );
    await db.query(`grant usage on schema as_pooled to ${role}`);
    await db.query(`alter role ${role} set search_path = as_pooled, pg_catalog`);
    await start();
    await db.query(`alter role ${role} reset search_path`);
    await began();
    expect(said).toEqual([expect.stringContaining('a pooler is in between'), 'began again']);
  });
});

describe('the log of the service', () => {
  let service: ApplicationsProcess;
  beforeAll(async () => {
    service = await ApplicationsProcess.start(db.apiUrl, { LOG_LEVEL: 'info' });
  });
  afterAll(() => service.stop());
  const lines = (words: RegExp) => service.said.filter(({ msg }) => words.test(msg));
  const listening = () =>
    db.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database() and application_name = $1',
      ['rekindle-applications listens'],
    );

  it('has a line when changes are not heard, and one when they are again', async () => {
    const [{ pid }] = (await eventually(listening, { what: 'listening' })) as [{ pid: number }];
    await db.query('select pg_terminate_backend($1)', [pid]);
    await eventually(() => lines(/are heard again/), { what: 'hearing again', within: 10_000 });
    expect(lines(/cannot be heard/)).toEqual([expect.objectContaining({ level: 40, err: expect.anything() })]);
    expect(lines(/are heard again/)).toHaveLength(1);
  });
});
