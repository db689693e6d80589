import { OWNER_ID } from '@app/contracts';
import { Database, outbox } from '@app/database';
import { Sealer, UuidV7Ids } from '@app/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const KEY = Buffer.alloc(32, 5);

describe('webhook endpoints', () => {
  let api: ApplicationsApi;
  const endpoints = '/api/v1/webhook-endpoints';
  const create = (body: unknown, headers?: Record<string, string>) => api.call('POST', endpoints, body, headers);
  const count = async () => (await api.db.query('select 1 from webhook_endpoints')).length;
  const here = 'http://127.0.0.1:9/hook';

  beforeAll(async () => {
    api = await startApplicationsApi({ OUTBOUND_ALLOW: '127.0.0.1/32', REKINDLE_SECRET_KEY: KEY.toString('base64') });
  });
  afterAll(() => api.stop());

  it('are made with a secret that is shown once and kept sealed', async () => {
    const made = await create({ url: here, eventTypes: ['application.rejected'], description: 'Журнал 📬' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: made.id,
      url: here,
      eventTypes: ['application.rejected'],
      description: 'Журнал 📬',
      disabledAt: null,
      disabledWhy: null,
      disabledWhyCode: null,
      disabledWhyFacts: {},
      formerSecretUntil: null,
      createdAt: expect.stringMatching(/Z$/),
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    });
    const { secret, ...shown } = made.body!;
    expect((await api.call('GET', `${endpoints}/${made.id}`)).body).toEqual(shown);
    expect((await api.call('GET', endpoints)).data).toContainEqual(shown);
    const [row] = await api.db.query('select secret_sealed from webhook_endpoints where id = $1', [made.id]);
    const aad = `webhook_endpoints|secret_sealed|${made.id}|${OWNER_ID}`;
    expect(new Sealer(KEY).open(String(row!.secret_sealed), aad)).toBe(secret);
    expect(JSON.stringify(await api.db.query('select * from webhook_endpoints'))).not.toContain(secret);
  });

  it('take every event unless told otherwise', async () => {
    expect((await create({ url: here })).body).toMatchObject({ eventTypes: [], description: null });
  });

  it.each([
    ['ftp://example.com/hook', 'url_not_http'],
    ['https://user:pass@example.com/hook', 'url_not_http'],
    ['not a url', 'url_not_http'],
    ['http://10.0.0.1/hook', 'address_not_public'],
    ['http://169.254.169.254/latest/meta-data', 'address_not_public'],
    ['http://[::1]/hook', 'address_not_public'],
    ['http://2130706434/hook', 'address_not_public'],
    ['https://nowhere.invalid/hook', 'host_unresolvable'],
  ])('refuse %s: %s', async (url, code) => {
    const before = await count();
    const refused = await create({ url });
    expect(refused.body).toMatchObject({ status: 422, code, errors: [{ pointer: '/url', code }] });
    expect(await count()).toBe(before);
  });

  it.each([
    [{ url: here, eventTypes: ['application.invented'] }, '/eventTypes/0'],
    [{ url: here, secret: 'whsec_mine' }, '/secret'],
    [{ url: 5 }, '/url'],
    [{ url: `${here}\n/x` }, '/url'],
    [{ eventTypes: [] }, '/url'],
  ])('refuse the body %j', async (body, pointer) => {
    expect((await create(body)).body).toMatchObject({ status: 422, code: 'invalid_body', errors: [{ pointer }] });
  });

  it('answer a repeated request with the same secret, and keep that sealed too', async () => {
    const headers = { 'idempotency-key': 'one-endpoint' };
    const first = await create({ url: here }, headers);
    expect(await create({ url: here }, headers)).toMatchObject({ status: 201, body: first.body });
    const kept = JSON.stringify(await api.db.query('select answer from idempotency_keys'));
    expect(kept).not.toContain(String(first.body?.secret));
  });

  it('show their deliveries, newest first, and go together with them', async () => {
    const { id } = await create({ url: here });
    const database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    const ids = new UuidV7Ids();
    const eventId = await database.asCandidate(OWNER_ID, (tx) =>
      outbox.append(tx, ids, {
        candidateId: OWNER_ID,
        type: 'contact.opted_out.v1',
        data: { contactId: randomUUID() },
      }),
    );
    await database.close();
    await api.db.query(
      `insert into webhook_deliveries (id, candidate_id, endpoint_id, event_id, state, due_at, attempt, last_status, last_why_code, last_why_facts, excerpt)
       values ($1, $2, $3, $4, 'waiting', now(), 2, 503, 'answered', '{"status": 503}', 'busy')`,
      [ids.next(), OWNER_ID, id, eventId],
    );
    const deliveries = await api.call('GET', `${endpoints}/${id}/deliveries`);
    expect(deliveries.data).toMatchObject([
      {
        eventId,
        eventType: 'contact.opted_out',
        state: 'waiting',
        attempt: 2,
        lastStatus: 503,
        lastWhy: 'answered 503',
        lastWhyCode: 'answered',
        lastWhyFacts: { status: 503 },
        excerpt: 'busy',
        deliveredAt: null,
      },
    ]);
    expect((await api.call('DELETE', `${endpoints}/${id}`)).status).toBe(204);
    expect((await api.call('GET', `${endpoints}/${id}`)).status).toBe(404);
    expect((await api.call('GET', `${endpoints}/${id}/deliveries`)).status).toBe(404);
    expect(await api.db.query('select 1 from webhook_deliveries')).toEqual([]);
  });

  it('show why one is disabled', async () => {
    const { id } = await create({ url: here });
    await api.db.query(
      `update webhook_endpoints set disabled_at = now(), disabled_why_code = 'receiver_gone',
       disabled_why_facts = '{"of": "endpoint"}' where id = $1`,
      [id],
    );
    const { body } = await api.call('GET', `${endpoints}/${id}`);
    expect(body).toMatchObject({
      disabledAt: expect.stringMatching(/Z$/),
      disabledWhy: 'The receiver answered 410 Gone.',
      disabledWhyCode: 'receiver_gone',
      disabledWhyFacts: { of: 'endpoint' },
    });
  });

  it('are changed member by member, and judged as new ones are', async () => {
    const { id } = await create({ url: here, eventTypes: ['application.rejected'], description: 'Journal' });
    const change = (patch: object) => api.call('PATCH', `${endpoints}/${id}`, patch);
    expect((await change({ description: null })).body).toMatchObject({ url: here, description: null });
    const moved = await change({ url: `${here}/2`, eventTypes: [] });
    expect(moved.body).toMatchObject({ url: `${here}/2`, eventTypes: [], description: null });
    const refused = await change({ url: 'http://10.0.0.1/hook' });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '/url', code: 'address_not_public' }] });
    expect((await change({ secret: 'whsec_mine' })).status).toBe(422);
    expect((await api.call('GET', `${endpoints}/${id}`)).body).toEqual(moved.body);
  });

  it('are switched off and on; what is off is not tested', async () => {
    const { id } = await create({ url: here });
    const switchIt = (enabled: boolean) => api.call('PATCH', `${endpoints}/${id}`, { enabled });
    const test = () => api.call('POST', `${endpoints}/${id}/test`);
    const off = await switchIt(false);
    expect(off.body).toMatchObject({ disabledWhyCode: 'switched_off', disabledWhy: 'You switched it off.' });
    expect((await switchIt(false)).body).toEqual(off.body);
    expect((await test()).body).toMatchObject({ status: 409, code: 'endpoint_switched_off' });
    expect((await switchIt(true)).body).toMatchObject({ disabledAt: null, disabledWhy: null, disabledWhyFacts: {} });
    expect((await test()).status).toBe(202);
    expect(await api.db.query(`select data from events where type = 'webhook_endpoint.tested.v1'`)).toEqual([
      { data: { endpointId: id } },
    ]);
  });

  it('are given another secret, which is shown once, and the former one holds for a day more', async () => {
    const made = await create({ url: here });
    const anew = await api.call('POST', `${endpoints}/${made.id}/secret`);
    expect(anew.status).toBe(201);
    const { secret, formerSecretUntil, ...rest } = anew.body!;
    expect(secret).toMatch(/^whsec_/);
    expect(secret).not.toBe(made.body!.secret);
    const hours = (Date.parse(String(formerSecretUntil)) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect((await api.call('GET', `${endpoints}/${made.id}`)).body).toEqual({ ...rest, formerSecretUntil });
    const [row] = await api.db.query('select * from webhook_endpoints where id = $1', [made.id]);
    const open = (sealed: unknown) =>
      new Sealer(KEY).open(String(sealed), `webhook_endpoints|secret_sealed|${made.id}|${OWNER_ID}`);
    expect([open(row!.secret_sealed), open(row!.former_secret_sealed)]).toEqual([secret, made.body!.secret]);
  });

  it('of somebody else are not there', async () => {
    const { id } = await create({ url: here });
    const { authorization } = await api.addStranger();
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/deliveries'],
    ]) {
      expect((await api.call(method!, `${endpoints}/${id}${path}`, undefined, { authorization })).status).toBe(404);
    }
    expect(await api.call('GET', `${endpoints}/${id}`)).toMatchObject({ status: 200 });
  });

  it('are fifty at most, however many are asked for at once', async () => {
    while ((await count()) < 30) await create({ url: here });
    const missing = 50 - (await count());
    const made = await Promise.all(Array.from({ length: missing + 3 }, () => create({ url: here })));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(missing);
    const refused = made.filter(({ status }) => status !== 201).map(({ body }) => body?.code);
    expect(refused).toEqual(['too_many_endpoints', 'too_many_endpoints', 'too_many_endpoints']);
  });
});
