import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const BOARDS = '/api/v1/boards';
const VACANCIES = '/api/v1/vacancies';

describe('boards', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const vacancyOn = (slug: string, postingId?: string, headers = {}) =>
    api.call(
      'POST',
      VACANCIES,
      { title: 'Engineer', companyName: 'Acme', board: { provider: 'greenhouse', slug, postingId } },
      headers,
    );
  const boardsOf = async (slug: string, headers = {}) => {
    const { data } = await api.call('GET', BOARDS, undefined, headers);
    return data.filter((board) => board.slug === slug);
  };

  it('are watched because a vacancy is on them, without anybody asking', async () => {
    const { id } = await vacancyOn('acme', '4711');
    const [board] = await boardsOf('acme');
    expect(board).toMatchObject({
      provider: 'greenhouse',
      lastSweepAt: null,
      outcome: null,
      openPostings: null,
      watching: [{ vacancyId: id, title: 'Engineer', status: 'open', postingId: '4711' }],
    });
    expect((await api.call('GET', `${BOARDS}/${board!.id}`)).body).toEqual({ ...board, sweeps: [] });
  });

  it('are one, however many vacancies and candidates are on them', async () => {
    const { authorization } = await api.addStranger();
    await vacancyOn('shared', '1');
    await vacancyOn('shared', '2');
    const theirs = await vacancyOn('shared', '1', { authorization });
    const [mine, ...more] = await boardsOf('shared');
    expect(more).toEqual([]);
    expect(mine!.watching).toHaveLength(2);
    expect(await boardsOf('shared', { authorization })).toEqual([
      {
        ...mine,
        watching: [
          {
            vacancyId: theirs.id,
            applicationId: null,
            title: 'Engineer',
            companyName: 'Acme',
            status: 'open',
            postingId: '1',
            neverSeen: false,
          },
        ],
      },
    ]);
    expect(await api.db.query(`select 1 from boards where slug = 'shared'`)).toHaveLength(1);
  });

  it('are watched no longer once a vacancy moves to another, goes, or is deleted', async () => {
    const { id } = await vacancyOn('first', '1');
    await api.call('PATCH', `${VACANCIES}/${id}`, {
      board: { provider: 'greenhouse', slug: 'second', postingId: '2' },
    });
    expect([await boardsOf('first'), (await boardsOf('second')).length]).toEqual([[], 1]);
    await api.call('PATCH', `${VACANCIES}/${id}`, { board: null });
    expect(await boardsOf('second')).toEqual([]);
    const { id: other } = await vacancyOn('second');
    await api.call('DELETE', `${VACANCIES}/${other}`);
    expect(await boardsOf('second')).toEqual([]);
  });

  it('are recognised from the address of an application, also of one that is imported or changed later', async () => {
    const url = 'https://job-boards.greenhouse.io/recognised/jobs/4711?gh_src=abc';
    const application = { companyName: 'Recognised', title: 'Engineer' };
    const { id, body } = await api.call('POST', '/api/v1/applications', { ...application, url });
    const vacancyId = body?.vacancyId;
    expect(await boardsOf('recognised')).toMatchObject([{ watching: [{ vacancyId, postingId: '4711' }] }]);
    const moved = 'https://jobs.lever.co/moved/8f6d2f3c-7a52-4d07-9a0e-0d3b7f5a1c11/apply';
    await api.call('PATCH', `/api/v1/applications/${id}`, { url: moved });
    expect([await boardsOf('recognised'), await boardsOf('moved')]).toMatchObject([
      [],
      [{ provider: 'lever', watching: [{ vacancyId, postingId: '8f6d2f3c-7a52-4d07-9a0e-0d3b7f5a1c11' }] }],
    ]);
    await api.call('PATCH', `/api/v1/applications/${id}`, { url: 'https://www.linkedin.com/jobs/view/4211' });
    expect([await boardsOf('moved'), (await api.call('GET', `${VACANCIES}/${vacancyId}`)).body?.board]).toEqual([
      [],
      null,
    ]);
  });

  it('are watched for each place that is advertised at one address', async () => {
    const url = 'https://job-boards.greenhouse.io/places/jobs/1';
    const apply = (location: string) =>
      api.call('POST', '/api/v1/applications', { companyName: 'Places', title: 'Engineer', url, location });
    const places = [await apply('Berlin'), await apply('London')].map(({ body }) => body?.vacancyId);
    const [board] = await boardsOf('places');
    const watching = board!.watching as { vacancyId: string; postingId: string }[];
    expect(watching.map(({ vacancyId, postingId }) => [vacancyId, postingId])).toEqual(
      expect.arrayContaining(places.map((vacancyId) => [vacancyId, '1'])),
    );
  });

  it('can be watched for themselves, once, and left', async () => {
    const named = { provider: 'lever', slug: 'globex' };
    const made = await api.call('POST', BOARDS, named);
    expect(made).toMatchObject({ status: 201, body: { ...named, watching: [] } });
    expect((await api.call('POST', BOARDS, named)).body).toEqual(made.body);
    expect(await api.db.query('select 1 from watches where board_id = $1', [made.id])).toHaveLength(1);
    expect((await api.call('DELETE', `${BOARDS}/${made.id}`)).status).toBe(204);
    expect((await api.call('GET', `${BOARDS}/${made.id}`)).status).toBe(404);
  });

  it('are one for all who paste the same page, and keep nothing of any of them', async () => {
    const { authorization } = await api.addStranger();
    const mine = 'https://careers.pasted.example/jobs?id=7&utm_source=mail&email=me%40example.org#apply';
    const theirs = 'https://careers.pasted.example/jobs?gclid=x&token=abc&id=7';
    const { id } = await api.call('POST', BOARDS, { url: mine });
    const application = { companyName: 'Pasted', title: 'Engineer', url: theirs };
    await api.call('POST', '/api/v1/applications', application, { authorization });
    const rows = await api.db.query(`select id, slug from boards where slug like '%pasted%'`);
    expect(rows).toEqual([{ id, slug: 'https://careers.pasted.example/jobs?id=7' }]);
    const { data } = await api.call('GET', VACANCIES, undefined, { authorization });
    expect(data).toMatchObject([{ url: theirs, board: { slug: 'https://careers.pasted.example/jobs?id=7' } }]);
  });

  it.each([
    ['at an aggregator', { url: 'https://www.linkedin.com/jobs/view/4211' }, 'board_not_recognised', '/url'],
    [
      'at an address that is somebody’s own',
      { url: 'https://acme.com/me@example.org' },
      'board_address_private',
      '/url',
    ],
    [
      'of a name that says whence somebody came',
      { provider: 'jsonld', slug: 'https://acme.com/jobs?utm_source=x' },
      'invalid_body',
      '/slug',
    ],
    ['at an address that is none', { url: 'greenhouse.io' }, 'invalid_body', '/url'],
    ['of an unknown provider', { provider: 'facebook', slug: 'x' }, 'invalid_body', '/provider'],
    ['of a name that would be a path', { provider: 'lever', slug: '../admin' }, 'invalid_body', '/slug'],
    ['without a name', { provider: 'lever' }, 'invalid_body', ''],
    ['of two names', { provider: 'lever', slug: 'a', url: 'https://jobs.lever.co/b' }, 'invalid_body', ''],
  ])('are refused %s', async (_what, body, code, pointer) => {
    const answer = await api.call('POST', BOARDS, body);
    expect(answer.body).toMatchObject({ status: 422, code, errors: [expect.objectContaining({ pointer })] });
  });

  it('are swept when asked, a quarter of an hour apart at the most', async () => {
    const { id } = await api.call('POST', BOARDS, { provider: 'ashby', slug: 'initech' });
    const swept = (minutesAgo: number, notBefore: string | null = null) =>
      api.db.query(
        `update boards set last_sweep_at = now() - make_interval(mins => $2), next_sweep_at = now() + interval '6 hours',
           not_before = $3 where id = $1`,
        [id, minutesAgo, notBefore],
      );
    const isDue = async () => {
      const [row] = await api.db.query<{ due: boolean }>(
        'select next_sweep_at <= now() as due from boards where id = $1',
        [id],
      );
      return row!.due;
    };
    await swept(14);
    expect((await api.call('POST', `${BOARDS}/${id}/sweep`)).body).toMatchObject({
      status: 409,
      code: 'swept_recently',
    });
    await swept(600, '2199-01-01T00:00:00Z');
    expect((await api.call('POST', `${BOARDS}/${id}/sweep`)).body).toMatchObject({ code: 'board_asks_to_wait' });
    expect(await isDue()).toBe(false);
    await swept(16);
    expect(await api.call('POST', `${BOARDS}/${id}/sweep`)).toMatchObject({ status: 202, body: { id } });
    expect(await isDue()).toBe(true);
    expect((await api.call('POST', `${BOARDS}/${id}/sweep`)).status).toBe(202);
  });

  it('of somebody else are not there, and neither is who watches them', async () => {
    const { authorization } = await api.addStranger();
    await vacancyOn('private', '1');
    const [board] = await boardsOf('private');
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/sweep'],
    ] as const) {
      const answer = await api.call(method, `${BOARDS}/${board!.id}${path}`, undefined, { authorization });
      expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect(await boardsOf('private')).toHaveLength(1);
  });

  it('are shown by the database itself to nobody who does not watch them', async () => {
    await vacancyOn('guarded', '1');
    const { id: stranger } = await api.addStranger();
    const role = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    const all = (sql: string) => role.asCandidate(stranger, (tx) => tx.query<unknown[]>(sql));
    for (const table of ['boards', 'sweeps', 'postings', 'watches']) {
      expect([table, await all(`select 1 from ${table}`)]).toEqual([table, []]);
    }
    await expect(all(`update boards set slug = 'mine'`)).rejects.toThrow(/permission denied/);
    await expect(all('select 1 from sightings')).rejects.toThrow(/permission denied/);
    await role.close();
  });
});
