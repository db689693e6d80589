import { Database, type FollowUp } from '@app/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aRejection, AT_ONCE, setSettings } from '../support/arrange.js';
import { eventually } from '../support/eventually.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(90_000);

const backends = [{ queue: 'Postgres' }, ...(process.env.TEST_REDIS_URL ? [{ queue: 'Redis' }] : [])];

describe.each(backends)('a worker that dies, with the queue in $queue', ({ queue }) => {
  let db: TestDatabase;
  let api: Database;
  let smtp: ScriptedSmtpServer;
  const workers: WorkerProcess[] = [];

  beforeAll(async () => {
    db = await createTestDatabase();
    await db.addCandidate();
    api = await Database.connect(db.apiUrl, { name: 'test' });
    await setSettings(api, AT_ONCE);
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.kill();
    await smtp.close();
  });
  afterAll(async () => {
    await api.close();
    await db.drop();
  });

  async function startWorker(): Promise<WorkerProcess> {
    const redisUrl = queue === 'Redis' ? process.env.TEST_REDIS_URL : undefined;
    const worker = await WorkerProcess.start({ databaseUrl: db.workerUrl, smtpUrl: smtp.url, redisUrl });
    workers.push(worker);
    return worker;
  }

  async function letterOf(applicationId: string): Promise<FollowUp & { lastError?: string }> {
    const [row] = await db.query<FollowUp>(
      `select id, state, phase, attempt from follow_ups where application_id = $1 and audience = 'contact'`,
      [applicationId],
    );
    return row!;
  }
  const reaches = (applicationId: string, state: string) =>
    eventually(async () => (await letterOf(applicationId))?.state === state, { what: `the letter being ${state}` });
  const lettersTo = (contactId: string | null) =>
    smtp.messages.filter(({ to }) => to.includes(`${contactId}@example.com`));

  it('before it claims: the letter goes once, when another worker comes', async () => {
    smtp = await ScriptedSmtpServer.listen();
    await (await startWorker()).kill();
    const { applicationId, contactId } = await aRejection(api);
    await startWorker();
    await reaches(applicationId, 'sent');
    expect(lettersTo(contactId)).toHaveLength(1);
  });

  it('after it claimed: the lease runs out and the letter goes once', async () => {
    smtp = await ScriptedSmtpServer.listen();
    smtp.always({ at: 'greeting', do: 'hang' });
    const worker = await startWorker();
    const { applicationId, contactId } = await aRejection(api);
    await reaches(applicationId, 'sending');
    await worker.kill();
    smtp.always(null);
    await startWorker();
    await reaches(applicationId, 'sent');
    expect(lettersTo(contactId)).toHaveLength(1);
    expect((await letterOf(applicationId)).attempt).toBe(2);
  });

  it('after 354: nobody knows, so it is shown as unconfirmed and never sent again by itself', async () => {
    smtp = await ScriptedSmtpServer.listen();
    smtp.always({ at: 'mid-body', do: 'hang' });
    const worker = await startWorker();
    const { applicationId, contactId } = await aRejection(api);
    await eventually(async () => (await letterOf(applicationId))?.phase === 'data', { what: 'the point of no return' });
    await worker.kill();
    smtp.always(null);
    await startWorker();
    await reaches(applicationId, 'unconfirmed');
    expect(lettersTo(contactId)).toHaveLength(0);
    expect((await letterOf(applicationId)).attempt).toBe(1);
  });

  it('after 250, before it could note it: unconfirmed, and the recruiter has exactly one letter', async () => {
    smtp = await ScriptedSmtpServer.listen();
    smtp.always({ at: 'accepted', do: 'hang' });
    const worker = await startWorker();
    const { applicationId, contactId } = await aRejection(api);
    await eventually(() => lettersTo(contactId).length === 1, { what: 'the server keeping the letter' });
    await worker.kill();
    smtp.always(null);
    await startWorker();
    await reaches(applicationId, 'unconfirmed');
    expect(lettersTo(contactId)).toHaveLength(1);
  });
});
