import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { WorkerProcess } from '../support/worker.process.js';

describe('messages that were set aside', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  beforeEach(() => api.db.query('delete from outbox'));
  afterAll(() => api.stop());

  async function message({ failures = 12, parked = true, data = {} } = {}): Promise<string> {
    const id = randomUUID();
    await api.db.query(
      `insert into outbox (id, candidate_id, type, data, failures, last_error, retry_at, parked_at)
       values ($1, $2, 'contact.changed.v1', $3, $4, 'it broke', now() + interval '1 hour', case when $5 then now() end)`,
      [id, OWNER_ID, data, failures, parked],
    );
    return id;
  }
  const list = (query = '?state=parked') => api.call('GET', `/api/v1/messages${query}`);
  const retry = (id: string) => api.call('POST', `/api/v1/messages/${id}/retry`);

  it('are shown with what went wrong, newest first, page by page', async () => {
    const ids = [await message(), await message(), await message()].sort().reverse();
    await message({ parked: false });
    const { data } = await list();
    expect(data.map(({ id }) => id)).toEqual(ids);
    expect(data[0]).toEqual({
      id: ids[0],
      type: 'contact.changed.v1',
      createdAt: expect.stringMatching(/Z$/),
      parkedAt: expect.stringMatching(/Z$/),
      failures: 12,
      lastError: 'it broke',
    });
    const first = await list('?limit=2');
    const rest = await list(`?limit=2&cursor=${String(first.body?.nextCursor)}`);
    expect([...first.data, ...rest.data]).toEqual(data);
    expect(rest.body?.nextCursor).toBeNull();
  });

  it('are handed over again, as if they had never failed', async () => {
    const id = await message();
    expect((await retry(id)).body).toMatchObject({ id, parkedAt: null, failures: 0, lastError: 'it broke' });
    const [row] = await api.db.query('select parked_at, failures, retry_at <= now() as offered from outbox');
    expect(row).toEqual({ parked_at: null, failures: 0, offered: true });
    expect((await retry(id)).body).toMatchObject({ status: 409, code: 'not_parked' });
  });

  it('only those: one that is tried by itself, and one that is handled, are refused', async () => {
    expect((await retry(await message({ parked: false }))).body).toMatchObject({ status: 409, code: 'not_parked' });
    expect((await retry(randomUUID())).body).toMatchObject({ status: 404, code: 'not_found' });
    expect((await list('?state=handled')).body).toMatchObject({ status: 422, code: 'invalid_query' });
  });

  it('are each candidate’s own, and what they say is nobody’s to change', async () => {
    const id = await message();
    const stranger = await api.addStranger();
    const as = { authorization: stranger.authorization };
    expect((await api.call('GET', '/api/v1/messages', undefined, as)).data).toEqual([]);
    expect((await api.call('POST', `/api/v1/messages/${id}/retry`, undefined, as)).status).toBe(404);
    const database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    for (const sql of [`update outbox set data = '{}'`, `update outbox set type = 'x'`, 'delete from outbox'])
      await expect(database.asCandidate(OWNER_ID, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    await database.close();
  });

  it('go on when the cause is mended, and nobody waited for them', async () => {
    const smtp = await ScriptedSmtpServer.listen();
    const worker = await WorkerProcess.start({ databaseUrl: api.db.workerUrl, smtpUrl: smtp.url });
    // Its contact is no id, so that Postgres complains.
    const poison = await message({ parked: false, failures: 11, data: { contactId: 'nobody' } });
    await api.db.query('update outbox set retry_at = now()');
    const parked = await eventually(async () => (await list()).data[0], { what: 'the message being parked' });
    expect(parked).toMatchObject({ id: poison, failures: 12, lastError: expect.stringContaining('uuid') });
    expect(worker.output).toMatch(new RegExp(`"type":"contact.changed.v1".*${poison}/retry`));

    const contact = await api.call('POST', '/api/v1/contacts', { name: 'Dana Ito', email: 'dana@acme.example' });
    expect(contact.status).toBe(201);
    const open = async () => (await api.db.query<{ id: string }>('select id from outbox')).map(({ id }) => id);
    await eventually(async () => (await open()).join() === poison, { what: 'everything else being handled' });

    await api.db.query('update outbox set data = $1', [{ contactId: contact.id, fields: ['email'] }]);
    await retry(poison);
    await eventually(async () => (await open()).length === 0, { what: 'the mended message being handled' });
    await worker.stop();
    await smtp.close();
  });
});
