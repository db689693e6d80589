import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { ImportWorker } from '../support/import-worker.js';

const HEADER = 'Application Date,Company Name,Job Title,Job Url';
const row = (at: number) =>
  `"1/${1 + (at % 28)}/24, 9:15 AM",Company ${at % 7},Engineer ${at},https://boards.greenhouse.io/acme/jobs/${at}`;
const fileOf = (rows: number) => [HEADER, ...Array.from({ length: rows }, (_, at) => row(at))].join('\n');

describe('an import that is taken back', () => {
  let api: ApplicationsApi;
  let worker: ImportWorker;
  const send = (file: string) => api.call('POST', '/api/v1/imports', file, { 'content-type': 'text/csv' });
  const undo = (id: string) => api.call('POST', `/api/v1/imports/${id}/undo`);
  const listed = async (query: string) =>
    (await api.call('GET', `/api/v1/applications?limit=100&${query}`)).data as { id: string; title: string }[];
  const watched = async () =>
    (await api.db.query<{ n: number }>('select count(*)::int as n from watches where not paused'))[0]!.n;
  beforeAll(async () => {
    api = await startApplicationsApi();
    worker = await ImportWorker.of(api);
  });
  afterEach(() => api.db.query('truncate companies, applications, events, outbox, imports, idempotency_keys cascade'));
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  async function imported(rows: number): Promise<string> {
    const { id } = await send(fileOf(rows));
    expect(await worker.carryOut(id)).toMatchObject({ state: 'done', created: rows, removed: 0, kept: null });
    return id;
  }

  it('removes what it recorded, as by hand, but for what something was done to', async () => {
    const id = await imported(80);
    const [moved, rejected, invited, ...others] = await listed(`importId=${id}`);
    await api.call('POST', `/api/v1/applications/${moved!.id}/stage`, { stage: 'screening' });
    await api.call('POST', `/api/v1/applications/${rejected!.id}/rejection`, {});
    const scheduledAt = new Date(Date.now() + 86_400_000).toISOString();
    await api.call('POST', `/api/v1/applications/${invited!.id}/interviews`, { scheduledAt });
    const byHand = await api.call('POST', '/api/v1/applications', { companyName: 'Company 1', title: 'Cook' });

    expect(await undo(id)).toMatchObject({ status: 202, body: { state: 'undoing', removed: 0, kept: null } });
    expect(await worker.takeBack(id)).toMatchObject({ state: 'undone', created: 80, removed: 77, kept: 3 });

    const left = await listed('');
    expect(left.map((one) => one.id).toSorted()).toEqual([moved!.id, rejected!.id, invited!.id, byHand.id].toSorted());
    expect(await listed('deleted=true')).toHaveLength(77);
    expect(await watched()).toBe(3);
    const facts = await api.db.query(`select 1 from events where type = 'application.deleted.v1'`);
    expect(facts).toHaveLength(77);
    // Each can be brought back by itself.
    expect((await api.call('POST', `/api/v1/applications/${others[0]!.id}/restore`)).status).toBe(200);
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'import_undone' } });
  });

  it('is taken back to the end by whoever goes on, and its file can be recorded anew', async () => {
    const id = await imported(60);
    await undo(id);
    // A worker took it, and died.
    await api.db.query(
      `update imports set lease_token = gen_random_uuid(), lease_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    expect(await worker.takeBack(id)).toMatchObject({ state: 'undone', removed: 60, kept: 0 });
    expect(await worker.takeBack(id)).toMatchObject({ state: 'undone', removed: 60 });
    await imported(60);
  });

  it('that cannot be taken back is tried later, says so in the end, and may be asked for again', async () => {
    const id = await imported(3);
    await undo(id);
    const fails = () => expect(worker.takeBack(id)).rejects.toThrow(/permission denied/);
    const row = async () =>
      (await api.db.query(`select state, failures, retry_at > now() as later from imports where id = $1`, [id]))[0];
    await api.db.query('revoke insert on deletions from rekindle_worker');
    await fails();
    expect(await row()).toEqual({ state: 'undoing', failures: 1, later: true });
    await api.db.query('update imports set failures = 11, retry_at = now() where id = $1', [id]);
    await fails();
    await api.db.query('grant insert on deletions to rekindle_worker');
    const { body } = await api.call('GET', `/api/v1/imports/${id}`);
    expect(body).toMatchObject({ state: 'failed', removed: 0, why: { code: 'internal_error' } });
    expect(body!.why).toMatchObject({ detail: expect.stringMatching(/^It could not be taken back to its end\. /) });
    expect(await undo(id)).toMatchObject({ status: 202, body: { state: 'undoing' } });
    expect(await worker.takeBack(id)).toMatchObject({ state: 'undone', removed: 3, kept: 0, why: null });
  });

  it('is over first', async () => {
    const { id } = await send(fileOf(1));
    expect(await undo(id)).toMatchObject({
      status: 409,
      body: { code: 'import_not_over', detail: expect.stringContaining('waiting') },
    });
  });
});
