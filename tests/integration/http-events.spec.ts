import { OWNER_ID } from '@app/contracts';
import { Database, outbox, prepareDatabase } from '@app/database';
import { UuidV7Ids } from '@app/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

describe('the record of events', () => {
  let api: ApplicationsApi;
  let database: Database;
  const contactIds = Array.from({ length: 5 }, () => randomUUID());
  const events = (query = '') => api.call('GET', `/api/v1/events${query}`);

  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    const ids = new UuidV7Ids();
    await database.asCandidate(OWNER_ID, async (tx) => {
      for (const contactId of contactIds) {
        await outbox.append(tx, ids, { candidateId: OWNER_ID, type: 'contact.opted_out.v1', data: { contactId } });
      }
      const data = { fields: ['timezone'] };
      await outbox.append(tx, ids, { candidateId: OWNER_ID, type: 'settings.changed.v1', data });
    });
    // Transactions of other tests on the same server hold events back for a moment.
    await eventually(async () => (await events()).data.length === 6);
  });
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  it('tells what happened, oldest first', async () => {
    const { status, data } = await events();
    expect(status).toBe(200);
    expect(data).toHaveLength(6);
    expect(data[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'contact.opted_out.v1',
      occurredAt: expect.stringMatching(/Z$/),
      data: { contactId: contactIds[0] },
    });
    expect(data.at(-1)).toMatchObject({ type: 'settings.changed.v1', data: { fields: ['timezone'] } });
  });

  it('shows nothing behind the cursor of a reader: an event waits until all that began before it has ended', async () => {
    const ids = new UuidV7Ids();
    const other = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 2 });
    const fact = (contactId: string) =>
      ({ candidateId: OWNER_ID, type: 'contact.opted_out.v1', data: { contactId } }) as const;
    const [slow, quick] = [randomUUID(), randomUUID()];
    const seen = async () =>
      (await events('?limit=100')).data.map(({ data }) => (data as { contactId?: string }).contactId);
    await other.asCandidate(OWNER_ID, async (tx) => {
      await outbox.append(tx, ids, fact(slow));
      await database.asCandidate(OWNER_ID, (quickTx) => outbox.append(quickTx, ids, fact(quick)));
      expect(await seen()).not.toContain(quick);
    });
    await other.close();
    const last = await eventually(async () => {
      const shown = await seen();
      return shown.includes(quick) && shown.slice(-2);
    });
    expect(last).toEqual([slow, quick]);
    await api.db.query(`delete from events where data ->> 'contactId' = any($1)`, [[slow, quick]]);
  });

  it('goes on where the last page ended', async () => {
    const first = await events('?limit=4');
    const rest = await events(`?limit=4&cursor=${String(first.body?.nextCursor)}`);
    expect([...first.data, ...rest.data]).toEqual((await events()).data);
    expect(rest.body?.nextCursor).toBeNull();
  });

  it('goes by numbers, whatever their digits', async () => {
    const shown = (await events()).data;
    const place = (at: number, position: string) =>
      api.db.query('update events set position = $2 where id = $1', [shown[at]!.id, position]);
    const places = await api.db.query<{ id: string; position: string }>('select id, position::text from events');
    await place(0, '9');
    await place(1, '1006');
    const first = await events('?limit=2');
    const rest = await events(`?limit=4&cursor=${String(first.body?.nextCursor)}`);
    expect([...first.data, ...rest.data]).toEqual(shown);
    for (const { id, position } of places)
      await api.db.query('update events set position = $2 where id = $1', [id, position]);
  });

  it('goes on after its rows were restored on another server, whose transactions have other numbers', async () => {
    // There, five million transactions more had been; here, the clock of that server says nothing.
    await api.db.query('update events set position = position + 5000000');
    await api.db.query('update event_clock set ahead = ahead + 5000000');
    const before = (await events()).data;
    const cursor = (await events(`?limit=${before.length - 1}`)).body?.nextCursor;
    await api.db.query(`update event_clock set cluster = 'elsewhere/1', ahead = ahead - 5000000`);
    expect((await events()).data).toEqual([]);
    const prepare = () => prepareDatabase({ ownerUrl: api.db.ownerUrl, apiPassword: 'api', workerPassword: 'worker' });
    await prepare();
    expect(await eventually(async () => (await events()).data)).toEqual(before);
    const contactId = randomUUID();
    const fact = { candidateId: OWNER_ID, type: 'contact.opted_out.v1', data: { contactId } } as const;
    await database.asCandidate(OWNER_ID, (tx) => outbox.append(tx, new UuidV7Ids(), fact));
    const after = await eventually(async () => {
      const page = (await events(`?limit=100&cursor=${String(cursor)}`)).data;
      return page.length === 2 && page;
    });
    expect(after).toMatchObject([before.at(-1)!, { data: { contactId } }]);
    const epochs = async () => (await api.db.query<{ epoch: string }>('select epoch from event_clock'))[0]?.epoch;
    const epoch = await epochs();
    await prepare();
    expect(await epochs()).toBe(epoch);
    await api.db.query(`delete from events where data ->> 'contactId' = $1`, [contactId]);
  });

  it.each(['settings.changed', 'settings.changed.v1'])(
    'is filtered by type, with or without version: %s',
    async (type) => {
      expect((await events(`?type=${type}`)).data).toMatchObject([{ type: 'settings.changed.v1' }]);
    },
  );

  it('knows the types there are', async () => {
    expect((await events('?type=settings')).body).toMatchObject({ status: 422, errors: [{ pointer: '/type' }] });
  });

  it('is each candidate’s own', async () => {
    const { authorization } = await api.addStranger();
    expect((await api.call('GET', '/api/v1/events', undefined, { authorization })).data).toEqual([]);
  });
});
