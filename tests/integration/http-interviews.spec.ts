import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';
import { rowsAreAwaited } from '../support/awaited-rows.js';

const APPLICATIONS = '/api/v1/applications';
const TENTH = '2030-12-10T09:00:00.000Z';
const FOURTEENTH = '2030-12-14T09:00:00.000Z';
const TWENTIETH = '2030-12-20T09:00:00.000Z';

describe('interviews', () => {
  let api: ApplicationsApi;
  let id: string;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  beforeEach(async () => {
    id = await applied('screening');
  });
  afterAll(() => api.stop());

  const applied = async (stage: string) =>
    (await api.call('POST', APPLICATIONS, { companyName: 'Acme', title: 'Engineer', stage })).id;
  const interviews = (path = '') => `${APPLICATIONS}/${id}/interviews${path}`;
  const add = (scheduledAt: unknown, headers = {}) => api.call('POST', interviews(), { scheduledAt }, headers);
  const move = (interviewId: string, scheduledAt: unknown, headers = {}) =>
    api.call('PATCH', interviews(`/${interviewId}`), { scheduledAt }, headers);
  const stage = (body: object) => api.call('POST', `${APPLICATIONS}/${id}/stage`, body);
  const facts = async () =>
    api.db.query<{ type: string; data: Record<string, unknown> }>(
      `select type, data from events where application_id = $1 and type like '%interview%' order by id`,
      [id],
    );
  const shown = async () => (await api.call('GET', `${APPLICATIONS}/${id}`)).body;

  it('are added, listed, moved and taken away, each a fact', async () => {
    const later = await add('2030-12-14T10:00:00+01:00');
    expect(later).toMatchObject({ status: 201, body: { applicationId: id, scheduledAt: FOURTEENTH } });
    const first = await add(TENTH);
    expect((await api.call('GET', interviews())).body).toEqual({ data: [first.body, later.body], nextCursor: null });
    expect((await api.call('GET', interviews(`/${first.id}`))).body).toEqual(first.body);

    const moved = await move(first.id, TWENTIETH);
    expect(moved).toMatchObject({ status: 200, body: { id: first.id, scheduledAt: TWENTIETH } });
    expect((await move(first.id, TWENTIETH)).body).toEqual(moved.body);
    expect(await shown()).toMatchObject({
      stage: 'screening',
      interviews: [
        { id: later.id, scheduledAt: FOURTEENTH },
        { id: first.id, scheduledAt: TWENTIETH },
      ],
    });
    expect((await api.call('DELETE', interviews(`/${first.id}`))).status).toBe(204);
    expect((await api.call('GET', interviews(`/${first.id}`))).body).toMatchObject({ status: 404, code: 'not_found' });
    const of = (interviewId: string) => ({ applicationId: id, interviewId });
    expect(await facts()).toEqual([
      { type: 'application.interview_scheduled.v1', data: { ...of(later.id), scheduledAt: FOURTEENTH } },
      { type: 'application.interview_scheduled.v1', data: { ...of(first.id), scheduledAt: TENTH } },
      { type: 'application.interview_moved.v1', data: { ...of(first.id), scheduledAt: TWENTIETH, from: TENTH } },
      { type: 'application.interview_cancelled.v1', data: { ...of(first.id), scheduledAt: TWENTIETH } },
    ]);
  });

  it('come page by page, the earliest first', async () => {
    for (const scheduledAt of [TWENTIETH, TENTH, FOURTEENTH]) await add(scheduledAt);
    const seen: unknown[] = [];
    for (let cursor: unknown = ''; cursor !== null;) {
      const page = await api.call('GET', interviews(`?limit=2${cursor ? `&cursor=${cursor}` : ''}`));
      seen.push(...page.data.map(({ scheduledAt }) => scheduledAt));
      cursor = page.body?.nextCursor;
    }
    expect(seen).toEqual([TENTH, FOURTEENTH, TWENTIETH]);
  });

  it('come with the stage too: another hour is another round, the same hour said again is not', async () => {
    for (const scheduledAt of [TENTH, FOURTEENTH, TENTH]) {
      const { status, body } = await stage({ stage: 'interview', scheduledAt });
      expect([status, body?.stage]).toEqual([200, 'interview']);
    }
    expect((await shown())?.interviews).toMatchObject([{ scheduledAt: TENTH }, { scheduledAt: FOURTEENTH }]);
    expect(await facts()).toHaveLength(2);
    await stage({ stage: 'screening' });
    await stage({ stage: 'interview', scheduledAt: '2020-01-01T00:00:00Z' });
    expect((await shown())?.interviews).toHaveLength(3);
  });

  it('are told on the timeline, once each', async () => {
    await stage({ stage: 'interview', scheduledAt: TENTH });
    const { id: second } = await add(FOURTEENTH);
    await move(second, TWENTIETH);
    await api.call('DELETE', interviews(`/${second}`));
    const { data } = await api.call('GET', `${APPLICATIONS}/${id}/timeline`);
    expect(data.slice(1).map(({ text }) => text)).toEqual([
      `Moved from screening to interview, scheduled for ${TENTH}`,
      `Interview scheduled for ${FOURTEENTH}`,
      `Interview moved from ${FOURTEENTH} to ${TWENTIETH}`,
      `Interview of ${TWENTIETH} taken away`,
    ]);
    expect(data.at(-1)).toMatchObject({ type: 'interview_cancelled', interviewId: second });
  });

  it.each(['saved', 'offer', 'accepted', 'withdrawn'])('do not lie ahead of what is %s', async (there) => {
    id = await applied(there);
    const before = await rowCounts(api.db);
    expect((await add(TENTH)).body).toMatchObject({ status: 409, code: 'no_interview_ahead' });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('of a rejected application stay where they are, and can be taken away', async () => {
    const { id: interviewId, body } = await add(TENTH);
    await api.call('POST', `${APPLICATIONS}/${id}/rejection`);
    expect((await add(FOURTEENTH)).body).toMatchObject({ status: 409, code: 'no_interview_ahead' });
    expect((await move(interviewId, FOURTEENTH)).body).toMatchObject({ status: 409, code: 'no_interview_ahead' });
    expect((await api.call('GET', interviews())).data).toEqual([body]);
    expect((await api.call('DELETE', interviews(`/${interviewId}`))).status).toBe(204);
  });

  it('are one at one hour', async () => {
    const { id: first } = await add(TENTH);
    const { id: second } = await add(FOURTEENTH);
    const taken = { status: 409, code: 'interview_exists', existingId: first, errors: [{ pointer: '/scheduledAt' }] };
    expect((await add('2030-12-10T10:00:00+01:00')).body).toMatchObject(taken);
    expect((await move(second, TENTH)).body).toMatchObject(taken);
  });

  it('are one for two who add it at once', async () => {
    const other = await Database.connect(api.db.apiUrl, { name: 'other', poolSize: 1 });
    const { answers } = await other.asCandidate(OWNER_ID, async (tx) => {
      await tx.query('select 1 from applications where id = $1 for update', [id]);
      const both = Promise.all([add(TENTH), add(TENTH)]);
      await rowsAreAwaited(api.db, 2);
      return { answers: both };
    });
    expect((await answers).map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await other.close();
  });

  it('are fifty at most', async () => {
    await api.db.query(
      `insert into interviews (id, candidate_id, application_id, scheduled_at)
       select gen_random_uuid(), candidate_id, id, timestamptz '2031-01-01T00:00Z' + make_interval(days => n)
       from applications, generate_series(1, 50) as n where id = $1`,
      [id],
    );
    expect((await add(TENTH)).body).toMatchObject({ status: 409, code: 'too_many_interviews' });
    const refused = await stage({ stage: 'interview', scheduledAt: TENTH });
    expect(refused.body).toMatchObject({ status: 409, code: 'too_many_interviews' });
    expect((await shown())?.stage).toBe('screening');
  });

  it('are added once for an Idempotency-Key, and changed only as they were read', async () => {
    const key = { 'idempotency-key': 'a-round' };
    const first = await add(TENTH, key);
    expect(await add(TENTH, key)).toMatchObject({ status: 201, body: first.body });
    expect((await add(FOURTEENTH, key)).body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });

    const read = await api.call('GET', interviews(`/${first.id}`));
    const match = { 'if-match': read.headers.get('etag')! };
    const application = await api.call('GET', `${APPLICATIONS}/${id}`);
    expect((await move(first.id, FOURTEENTH, match)).status).toBe(200);
    const stale = { status: 412, code: 'changed_meanwhile' };
    expect((await move(first.id, TWENTIETH, match)).body).toMatchObject(stale);
    expect((await api.call('DELETE', interviews(`/${first.id}`), undefined, match)).body).toMatchObject(stale);
    const staleToo = { 'if-match': application.headers.get('etag')! };
    expect((await api.call('PATCH', `${APPLICATIONS}/${id}`, {}, staleToo)).body).toMatchObject(stale);
  });

  it.each([
    ['a moment that has passed', '2020-01-01T00:00:00Z', 'in_the_past'],
    ['a moment without an offset', '2030-12-10T09:00:00', 'invalid_body'],
    ['a year beyond all plans', '2200-01-01T00:00:00Z', 'invalid_body'],
    ['a day that is none', '2030-02-30T09:00:00Z', 'invalid_body'],
    ['no moment', null, 'invalid_body'],
  ])('refuse %s and leave nothing behind', async (_what, scheduledAt, code) => {
    const { id: there } = await add(TENTH);
    const before = [await rowCounts(api.db), await shown()];
    for (const refused of [await add(scheduledAt), await move(there, scheduledAt)]) {
      expect(refused.body).toMatchObject({ status: 422, code, errors: [{ pointer: '/scheduledAt' }] });
    }
    expect([await rowCounts(api.db), await shown()]).toEqual(before);
  });

  it('refuse an unknown field, an id that is none and a cursor of another list', async () => {
    expect((await api.call('POST', interviews(), { scheduledAt: TENTH, kind: 'panel' })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/kind' }],
    });
    expect((await move('first', TENTH)).status).toBe(422);
    expect((await api.call('GET', interviews('?cursor=bm9uZQ'))).status).toBe(422);
  });

  it('of another application, or of somebody else, are not there', async () => {
    const { id: interviewId } = await add(TENTH);
    const { authorization } = await api.addStranger();
    const theirs = { status: 404, code: 'not_found' };
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', `/${interviewId}`, undefined],
      ['POST', '', { scheduledAt: FOURTEENTH }],
      ['PATCH', `/${interviewId}`, { scheduledAt: FOURTEENTH }],
      ['DELETE', `/${interviewId}`, undefined],
    ] as const) {
      const answer = await api.call(method, interviews(path), body, { authorization });
      expect([method, path, answer.body]).toMatchObject([method, path, theirs]);
    }
    id = await applied('screening');
    expect((await move(interviewId, FOURTEENTH)).body).toMatchObject(theirs);
    expect((await api.call('DELETE', interviews(`/${interviewId}`))).body).toMatchObject(theirs);
  });
});
