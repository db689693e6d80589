import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Answer, type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const V1 = '/api/v1';

describe('what is deleted', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  let names = 0;
  const apply = (fields: object = {}): Promise<Answer> => {
    const name = `Nova ${++names}`;
    const contact = { name: 'Ines Ferro', email: `ines.${names}@nova.example` };
    return api.call('POST', `${V1}/applications`, { companyName: name, title: 'Engineer', contact, ...fields });
  };
  const remove = (what: string, id: unknown, headers: Record<string, string> = {}) =>
    api.call('DELETE', `${V1}/${what}/${id}`, undefined, headers);
  const restore = (what: string, id: unknown, body?: unknown) => api.call('POST', `${V1}/${what}/${id}/restore`, body);
  const get = (what: string, id: unknown) => api.call('GET', `${V1}/${what}/${id}`);
  const listed = async (what: string, query = '') =>
    (await api.call('GET', `${V1}/${what}?limit=100${query}`)).data.map(({ id }) => id);
  const factsOf = (type: string, id: string) =>
    api.db.query<{ data: object }>(`select data from events where type = $1 and data::text like $2`, [type, `%${id}%`]);
  const alone = (what: string): Promise<Answer> =>
    what === 'applications' ? apply() : api.call('POST', `${V1}/${what}`, { name: `Alone ${++names}` });

  it.each(['applications', 'contacts', 'companies'])('is listed apart and nowhere else: %s', async (what) => {
    const { id } = await alone(what);
    expect((await remove(what, id)).status).toBe(204);
    expect((await get(what, id)).body).toMatchObject({ status: 404, code: 'not_found' });
    expect(await listed(what)).not.toContain(id);
    expect(await listed(what, '&deleted=false')).not.toContain(id);
    const { data } = await api.call('GET', `${V1}/${what}?deleted=true&limit=100`);
    expect(data.find((row) => row.id === id)).toMatchObject({ deletedAt: expect.stringMatching(/Z$/) });
    expect((await api.call('GET', `${V1}/${what}/${id}?deleted=true`)).body).toEqual(data.find((row) => row.id === id));
    expect((await remove(what, id)).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('keeps its story and its plan', async () => {
    const { id } = await apply();
    const kept = async (query: string) =>
      Promise.all(['timeline', 'plan'].map((what) => api.call('GET', `${V1}/applications/${id}/${what}${query}`)));
    const [timeline, plan] = await kept('');
    await remove('applications', id);
    expect((await kept('')).map(({ status }) => status)).toEqual([404, 404]);
    const [thenTimeline, thenPlan] = await kept('?deleted=true');
    expect(thenTimeline!.data.length).toBeGreaterThan(0);
    expect(thenTimeline!.data).toEqual(expect.arrayContaining(timeline!.data));
    expect(thenPlan!.body).toMatchObject({ timezone: plan!.body!.timezone, closedDays: plan!.body!.closedDays });
  });

  it.each(['applications', 'contacts', 'companies'])(
    'that is there is shown whether one asks for it or not: %s',
    async (what) => {
      const { id } = await alone(what);
      const { body } = await api.call('GET', `${V1}/${what}/${id}?deleted=true`);
      expect(body).toMatchObject({ id, deletedAt: null });
      expect(body).toEqual((await get(what, id)).body);
    },
  );

  it.each(['applications', 'contacts', 'companies'])('comes back as it was: %s', async (what) => {
    const made = await alone(what);
    await remove(what, made.id);
    const back = await restore(what, made.id);
    expect(back.status).toBe(200);
    expect(back.body).toEqual({ ...made.body, updatedAt: expect.any(String) });
    expect((await get(what, made.id)).body).toEqual(back.body);
    expect(await listed(what, '&deleted=true')).not.toContain(made.id);
    expect(await api.db.query('select 1 from deletions where subject_id = $1', [made.id])).toEqual([]);
  });

  it('are facts with ids and nothing else', async () => {
    const { id, body } = await apply();
    const { vacancyId, contactId, companyId } = body as Record<string, string>;
    await remove('applications', id);
    await remove('contacts', contactId);
    await remove('companies', companyId);
    await restore('applications', id);
    const application = [{ data: { applicationId: id, contactId, vacancyId } }];
    expect(await factsOf('application.deleted.v1', id)).toEqual(application);
    expect(await factsOf('application.restored.v1', id)).toEqual(application);
    for (const happened of ['deleted', 'restored']) {
      expect(await factsOf(`contact.${happened}.v1`, contactId!)).toEqual([{ data: { contactId } }]);
      expect(await factsOf(`company.${happened}.v1`, companyId!)).toEqual([{ data: { companyId } }]);
    }
  });

  it('brings back what it refers to: the contact, the company and its vacancies', async () => {
    const { id, body } = await apply();
    await remove('applications', id);
    expect((await remove('contacts', body?.contactId)).status).toBe(204);
    expect((await remove('companies', body?.companyId)).status).toBe(204);
    expect((await get('vacancies', body?.vacancyId)).status).toBe(404);
    const [deleted] = (await api.call('GET', `${V1}/applications?deleted=true&limit=1`)).data;
    expect(deleted).toMatchObject({ id, companyName: body?.companyName, contactName: 'Ines Ferro', title: 'Engineer' });
    expect((await restore('applications', id)).body).toMatchObject({ ...body, updatedAt: expect.any(String) });
    for (const [what, its] of [
      ['contacts', body?.contactId],
      ['companies', body?.companyId],
      ['vacancies', body?.vacancyId],
    ] as const) {
      expect((await get(what, its)).status).toBe(200);
    }
  });

  it('of a contact brings back their company', async () => {
    const companyName = `Employer ${++names}`;
    const { id, body } = await api.call('POST', `${V1}/contacts`, { name: 'Employed', companyName });
    await remove('contacts', id);
    await remove('companies', body?.companyId);
    expect((await restore('contacts', id)).body).toMatchObject({ companyId: body?.companyId, companyName });
  });

  it('stays in use for what is there, and its vacancy for what may come back', async () => {
    const { id, body } = await apply();
    expect((await remove('contacts', body?.contactId)).body).toMatchObject({ status: 409, code: 'in_use' });
    expect((await remove('companies', body?.companyId)).body).toMatchObject({ status: 409, code: 'in_use' });
    await remove('applications', id);
    expect((await remove('vacancies', body?.vacancyId)).body).toMatchObject({ status: 409, code: 'in_use' });
    expect((await restore('applications', id)).status).toBe(200);
  });

  it('takes the touch of its rejection along and brings it back', async () => {
    const { id, body } = await apply();
    const receivedAt = new Date(Date.now() - 60_000).toISOString();
    await api.call('PATCH', `${V1}/applications/${id}`, { appliedAt: '2026-01-01T10:00:00Z' });
    await api.call('POST', `${V1}/applications/${id}/rejection`, { receivedAt, reason: { words: 'Not now.' } });
    const touches = () => api.call('GET', `${V1}/contacts/${body?.contactId}/touches`);
    const lastTouchAt = async () => (await get('contacts', body?.contactId)).body?.lastTouchAt;
    const before = (await touches()).data;
    expect(before).toMatchObject([{ kind: 'rejection', text: 'Not now.', at: receivedAt }]);
    await remove('applications', id);
    expect((await touches()).data).toEqual([]);
    expect(await lastTouchAt()).toBeNull();
    await restore('applications', id);
    expect((await touches()).data).toEqual(before);
    expect(await lastTouchAt()).toBe(receivedAt);
  });

  it('honours If-Match, and a restored row has another version', async () => {
    const { id, headers } = await apply();
    const etag = (await api.call('GET', `${V1}/applications/${id}`)).headers.get('etag') ?? headers.get('etag') ?? '';
    expect((await remove('applications', id, { 'if-match': 'W/"0"' })).status).toBe(412);
    expect((await remove('applications', id, { 'if-match': etag })).status).toBe(204);
    await restore('applications', id);
    expect((await remove('applications', id, { 'if-match': etag })).status).toBe(412);
  });

  it('while a letter about it is being sent: 409, and it stays', async () => {
    const { id } = await apply();
    await api.db.query(
      `insert into follow_ups (id, candidate_id, application_id, contact_id, kind, audience, state, due_at, since, why_code,
         lease_token, lease_until, phase)
       select $1, candidate_id, id, contact_id, 'feedback_request', 'contact', 'sending', now(), now(), 'test',
         $1, now() + interval '1 hour', 'connect' from applications where id = $2`,
      [randomUUID(), id],
    );
    const { body } = await get('applications', id);
    expect((await remove('applications', id)).body).toMatchObject({ status: 409, code: 'already_sending' });
    expect((await get('applications', id)).body).toEqual(body);
  });

  it.each(['applications', 'contacts', 'companies'])('refuses to restore what is not deleted: %s', async (what) => {
    const { id } = await alone(what);
    const before = await rowCounts(api.db);
    expect((await restore(what, id)).body).toMatchObject({ status: 409, code: 'not_deleted' });
    expect((await restore(what, randomUUID())).body).toMatchObject({ status: 404, code: 'not_found' });
    expect((await restore(what, 'x')).status).toBe(422);
    await remove(what, id);
    expect((await restore(what, id, { force: true })).body).toMatchObject({ status: 422, code: 'invalid_body' });
    expect((await get(what, id)).status).toBe(404);
    const after = await rowCounts(api.db);
    expect({ ...after, events: 0, outbox: 0 }).toEqual({ ...before, events: 0, outbox: 0 });
  });

  it.each([['maybe'], ['1'], ['']])('is not listed for deleted=%s', async (deleted) => {
    for (const what of ['applications', 'contacts', 'companies']) {
      const answer = await api.call('GET', `${V1}/${what}?deleted=${deleted}`);
      expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '/deleted' }] });
    }
  });

  it('is restored once under one key', async () => {
    const { id } = await apply();
    await remove('applications', id);
    const again = () =>
      api.call('POST', `${V1}/applications/${id}/restore`, undefined, { 'idempotency-key': 'once-more' });
    const [first, second] = [await again(), await again()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await factsOf('application.restored.v1', id)).toHaveLength(1);
  });

  it('of somebody else is not there', async () => {
    const { id } = await apply();
    await remove('applications', id);
    const { authorization } = await api.addStranger();
    const theirs = (method: string, path: string) =>
      api.call(method, `${V1}/applications${path}`, undefined, { authorization });
    expect((await theirs('POST', `/${id}/restore`)).body).toMatchObject({ status: 404, code: 'not_found' });
    expect((await theirs('GET', '?deleted=true')).data).toEqual([]);
  });
});
