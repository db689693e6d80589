/** Applications as a list shows them: which of them, in which order, how many of each stage, and where each stands. */
import { OWNER_ID } from '@app/contracts';
import { Database, Interview } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { fromNow, HOUR, insertFollowUp } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const DAY = 24 * HOUR;

describe('applications in a list', () => {
  let api: ApplicationsApi;
  let database: Database;
  const path = '/api/v1/applications';
  const list = (query = '') => api.call('GET', `${path}?${query}`);
  const idsOf = async (query: string) => (await list(query)).data.map(({ id }) => id);
  const pagesOf = async (query: string) => {
    const seen: unknown[] = [];
    let cursor: unknown = null;
    do {
      const page = await list(`limit=2&${query}${cursor ? `&cursor=${String(cursor)}` : ''}`);
      expect(page.status).toBe(200);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.body?.nextCursor;
    } while (cursor);
    return seen;
  };
  const record = async (given: Record<string, unknown> = {}) => {
    const { status, body } = await api.call('POST', path, { companyName: 'Acme', title: 'Engineer', ...given });
    expect(status).toBe(201);
    return body as Record<string, string>;
  };
  const aStep = (applicationId: unknown, days: number, state: 'waiting' | 'held' | 'sent' | 'draft' = 'waiting') =>
    insertFollowUp(database, {
      applicationId: String(applicationId),
      kind: 'reflection',
      audience: 'candidate',
      state,
      dueAt: fromNow(days * DAY),
    });

  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 2 });
  });
  beforeEach(() => api.db.query('truncate applications, vacancies, contacts, companies cascade'));
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  it('are found by company, title and person, every word, in whatever case, width, accents and script', async () => {
    const first = await record({ companyName: 'Contoso GmbH', title: 'Staff Engineer', contact: { name: 'Dana Ito' } });
    const second = await record({
      companyName: 'Київстар',
      title: 'ＤＡＴＡ Engineer',
      contact: { name: 'Юлія Шевченко' },
    });
    const third = await record({ companyName: '100% Remote_Co', title: 'Crème Cook' });
    const found = (q: string) => idsOf(`q=${encodeURIComponent(q)}`);
    expect(await found('contoso')).toEqual([first.id]);
    expect(await found('ENGINEER')).toEqual([second.id, first.id]);
    expect(await found('ito staff')).toEqual([first.id]);
    expect(await found('  engineer   київСТАР ')).toEqual([second.id]);
    expect(await found('data юлія')).toEqual([second.id]);
    expect(await found('0% r')).toEqual([third.id]);
    expect(await found('e_c')).toEqual([third.id]);
    expect(await found('%')).toEqual([third.id]);
    expect(await found('creme')).toEqual([third.id]);
    expect(await found('CRÈME київ')).toEqual([]);
    expect(await found('ito cook')).toEqual([]);
  });

  it('are found by several stages, and counted by stage whatever stage is asked for', async () => {
    const saved = await record({ stage: 'saved' });
    const offer = await record({ stage: 'offer' });
    await record({ stage: 'applied', companyName: 'Globex' });
    const withdrawn = await record();
    await api.call('POST', `${path}/${withdrawn.id}/stage`, { stage: 'withdrawn' });
    await api.call('DELETE', `${path}/${(await record()).id}`);
    expect(await idsOf('stage=saved,offer')).toEqual([offer.id, saved.id]);
    expect(await idsOf('stage=saved&stage=offer')).toEqual([offer.id, saved.id]);
    const none = { saved: 0, applied: 0, screening: 0, interview: 0, offer: 0, accepted: 0, rejected: 0, withdrawn: 0 };
    const { body } = await list('stage=offer&q=acme&limit=1');
    expect(body!.counts).toEqual({ ...none, saved: 1, offer: 1, withdrawn: 1 });
    expect((await list('deleted=true')).body!.counts).toEqual({ ...none, applied: 1 });
  });

  it('come by what changed last, unless another order is asked for', async () => {
    const [first, second, third] = [await record(), await record(), await record({ stage: 'saved' })];
    await api.call('PATCH', `${path}/${first.id}`, { appliedAt: '2026-02-01T09:00:00Z' });
    await api.call('PATCH', `${path}/${second.id}`, { appliedAt: '2026-03-01T09:00:00Z' });
    await api.call('PATCH', `${path}/${first.id}`, { location: 'Kyiv' });
    expect(await idsOf('')).toEqual([first.id, second.id, third.id]);
    expect(await idsOf('sort=-updatedAt')).toEqual([first.id, second.id, third.id]);
    expect(await idsOf('sort=-appliedAt')).toEqual([second.id, first.id, third.id]);
    await aStep(third.id, 5);
    await aStep(first.id, 9);
    await aStep(first.id, 1, 'sent');
    expect(await idsOf('sort=nextStep')).toEqual([third.id, first.id, second.id]);
  });

  it.each(['-updatedAt', '-appliedAt', 'nextStep'])(
    'come page by page by %s, each once, however alike',
    async (sort) => {
      const ids: string[] = [];
      for (let count = 0; count < 7; count += 1) ids.push((await record()).id!);
      await api.db.query(
        `update applications set updated_at = '2026-01-01T00:00:00.000001Z', applied_at = '2026-01-01T00:00:00.000001Z'`,
      );
      await api.db.query(
        `update applications set updated_at = '2026-01-01T00:00:00.000002Z', applied_at = '2026-01-01T00:00:00.000002Z' where id = $1`,
        [ids[3]],
      );
      await api.db.query('update applications set applied_at = null where id = any($1)', [ids.slice(4)]);
      for (const id of ids.slice(0, 4)) await aStep(id, 3);
      await api.db.query(`update follow_ups set due_at = '2030-01-01T00:00:00.000002Z'`);
      await api.db.query(`update follow_ups set due_at = '2030-01-01T00:00:00.000001Z' where application_id = $1`, [
        ids[3],
      ]);
      const [a, b, c, d, ...rest] = ids;
      const expected = {
        '-updatedAt': [d, ...rest.toReversed(), c, b, a],
        '-appliedAt': [d, c, b, a, ...rest.toReversed()],
        nextStep: [d, a, b, c, ...rest],
      }[sort];
      expect(await pagesOf(`sort=${sort}`)).toEqual(expected);
    },
  );

  it('refuse the cursor of another order, and orders, stages and words that there are not', async () => {
    await record();
    await record();
    const cursor = String((await list('limit=1&sort=nextStep')).body!.nextCursor);
    for (const query of [`cursor=${cursor}`, `sort=-appliedAt&cursor=${cursor}`]) {
      expect((await list(query)).body).toMatchObject({
        status: 422,
        errors: [{ pointer: '/cursor', code: 'not_a_cursor' }],
      });
    }
    for (const query of ['sort=title', 'stage=saved,asleep', 'q=', 'q=%20', `q=${'x'.repeat(201)}`]) {
      expect((await list(query)).body).toMatchObject({ status: 422, code: 'invalid_query' });
    }
  });

  it('say what comes next, when the next interview is, how far each came and since when it stands there', async () => {
    const { id } = await record({ appliedAt: '2026-01-01T09:00:00Z' });
    const shown = async () => (await api.call('GET', `${path}/${id}`)).body;
    expect(await shown()).toMatchObject({
      nextFollowUp: null,
      scheduledAt: null,
      furthestStage: 'applied',
      stageSince: '2026-01-01T09:00:00.000Z',
    });
    await api.call('POST', `${path}/${id}/stage`, { stage: 'interview', at: '2026-01-05T09:00:00Z' });
    const [over, soon, later] = [fromNow(-DAY), fromNow(DAY), fromNow(2 * DAY)];
    for (const scheduledAt of [later, soon, over]) {
      const interview = { id: randomUUID(), candidateId: OWNER_ID, applicationId: id, scheduledAt };
      await database.asCandidate(OWNER_ID, (tx) => tx.insert(Interview, interview));
    }
    await aStep(id, -3, 'sent');
    await aStep(id, 8);
    const due = await aStep(id, -1);
    expect(await shown()).toMatchObject({
      nextFollowUp: {
        id: due.id,
        kind: 'reflection',
        audience: 'candidate',
        state: 'due',
        dueAt: due.dueAt.toISOString(),
      },
      scheduledAt: soon.toISOString(),
      furthestStage: 'interview',
      stageSince: '2026-01-05T09:00:00.000Z',
    });
    expect((await list()).data[0]).toEqual(await shown());
    const no = await api.call('POST', `${path}/${id}/rejection`, {
      receivedAt: '2026-01-09T09:00:00Z',
      stage: 'screening',
    });
    expect(no.body).toMatchObject({ id: expect.any(String) });
    expect(await shown()).toMatchObject({
      stage: 'rejected',
      scheduledAt: null,
      furthestStage: 'interview',
      stageSince: '2026-01-09T09:00:00.000Z',
    });
    await api.call('DELETE', `${path}/${id}/rejection`);
    expect(await shown()).toMatchObject({ stage: 'interview', stageSince: '2026-01-05T09:00:00.000Z' });
  });

  it("are everybody's own", async () => {
    await record();
    const { authorization } = await api.addStranger();
    const { body } = await api.call('GET', `${path}?q=acme`, undefined, { authorization });
    expect(body).toMatchObject({ data: [], counts: { applied: 0 } });
  });
});
