import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const VACANCIES = '/api/v1/vacancies';

describe('vacancies', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const record = (fields: object = {}) =>
    api.call('POST', VACANCIES, { title: 'Engineer', companyName: 'Acme', ...fields });
  const observe = (id: string, status: string, more: object = {}) =>
    api.call('POST', `${VACANCIES}/${id}/observations`, { status, ...more });
  const facts = async (id: string) => {
    const rows = await api.db.query<{ type: string; data: object }>(
      `select type, data from events where data->>'vacancyId' = $1 order by id`,
      [id],
    );
    return rows;
  };

  it('are recorded, listed by company and status, changed and deleted', async () => {
    const made = await record({
      companyName: 'Globex',
      location: 'München / остання',
      url: 'https://jobs.example/1?a=b#c',
      board: { provider: 'greenhouse', slug: 'globex', postingId: '4711' },
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        companyName: 'Globex',
        status: 'open',
        location: 'München / остання',
        requirements: null,
        closedAt: null,
      },
    });
    const list = `${VACANCIES}?companyId=${made.body?.companyId}&status=`;
    expect((await api.call('GET', `${list}open`)).data).toEqual([made.body]);
    expect((await api.call('GET', `${list}closed`)).data).toEqual([]);
    const changed = await api.call('PATCH', `${VACANCIES}/${made.id}`, {
      requirements: 'Ten years\nof Rust',
      url: null,
    });
    expect(changed.body).toMatchObject({ requirements: 'Ten years\nof Rust', url: null, title: 'Engineer' });
    expect((await api.call('DELETE', `${VACANCIES}/${made.id}`)).status).toBe(204);
    expect((await api.call('GET', `${VACANCIES}/${made.id}`)).status).toBe(404);
  });

  it('close and reopen on somebody’s word, each a fact with its evidence', async () => {
    const url = 'https://jobs.example/2';
    const { id, body } = await record({ url, board: { provider: 'lever', slug: 'acme', postingId: 'abc' } });
    const closed = await observe(id, 'closed', { observedAt: '2026-01-01T12:00:00Z' });
    expect(closed).toMatchObject({ status: 201, body: { status: 'closed', closedAt: '2026-01-01T12:00:00.000Z' } });
    const reopened = await observe(id, 'open', { observedAt: '2026-01-31T18:00:00+02:00', url, postingId: 'xyz' });
    expect(reopened.body).toMatchObject({
      status: 'reopened',
      history: [
        { status: 'open', observedAt: '2026-01-31T16:00:00.000Z', postingId: 'xyz', url, concluded: 'reopened' },
        { status: 'closed', observedAt: '2026-01-01T12:00:00.000Z', postingId: null, url: null, concluded: 'closed' },
      ],
    });
    const seen = { vacancyId: id, companyId: body?.companyId, title: 'Engineer' };
    expect((await facts(id)).slice(1)).toEqual([
      {
        type: 'vacancy.closed.v1',
        data: { ...seen, observedAt: '2026-01-01T12:00:00.000Z', closedAt: '2026-01-01T12:00:00.000Z' },
      },
      {
        type: 'vacancy.reopened.v1',
        data: {
          ...seen,
          observedAt: '2026-01-31T16:00:00.000Z',
          closedAt: '2026-01-01T12:00:00.000Z',
          url,
          postingId: 'xyz',
          evidence: { grade: 'observed', matched: ['vacancy', 'url'], daysAbsent: 30 },
        },
      },
    ]);
    expect((await api.call('GET', `${VACANCIES}/${id}`)).body).toEqual(reopened.body);
  });

  it('take an older observation into their history only', async () => {
    const { id } = await record({ title: 'Known better' });
    await observe(id, 'open', { observedAt: '2026-02-01T00:00:00Z' });
    const late = await observe(id, 'closed', { observedAt: '2026-01-01T00:00:00Z' });
    expect(late.body).toMatchObject({ status: 'open', closedAt: null, observedAt: '2026-02-01T00:00:00.000Z' });
    expect(late.body?.history).toHaveLength(2);
    expect(await facts(id)).toHaveLength(1);
  });

  it('are only missing after absences, however many', async () => {
    const { id } = await record({ title: 'Missing' });
    await observe(id, 'missing');
    await observe(id, 'missing');
    expect((await observe(id, 'missing')).body).toMatchObject({ status: 'missing', closedAt: null });
    expect((await observe(id, 'open')).body?.status).toBe('open');
    expect(await facts(id)).toHaveLength(1);
  });

  it.each([
    ['in the future', { status: 'closed', observedAt: '2199-01-01T00:00:00Z' }, 'in_the_future', '/observedAt'],
    ['of a status that is concluded', { status: 'reopened' }, 'invalid_body', '/status'],
    ['with an unknown field', { status: 'open', by: 'me' }, 'invalid_body', '/by'],
    ['at an address that is no URL', { status: 'open', url: 'jobs.example' }, 'invalid_body', '/url'],
  ])('refuse an observation %s', async (_what, observation, code, pointer) => {
    const { id } = await record();
    const before = await rowCounts(api.db);
    const answer = await api.call('POST', `${VACANCIES}/${id}/observations`, observation);
    expect(answer.body).toMatchObject({ status: 422, code, errors: [{ pointer }] });
    expect(await rowCounts(api.db)).toEqual(before);
    expect((await api.call('GET', `${VACANCIES}/${id}`)).body).toMatchObject({ status: 'open', history: [] });
  });

  it('of somebody else are not there', async () => {
    const { id } = await record();
    const { authorization } = await api.addStranger();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { title: 'Theirs' }],
      ['DELETE', '', undefined],
      ['POST', '/observations', { status: 'closed' }],
    ] as const) {
      const answer = await api.call(method, `${VACANCIES}/${id}${path}`, body, { authorization });
      expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});
