import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const V1 = '/api/v1';
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

interface Insight {
  sample: boolean;
  total: number;
  conclusive: boolean;
  byStage: { of: number; rows: { stage: string; rejections: number; reached: number }[] };
  byReason: {
    of: number;
    readByMe: number;
    rows: { theirs: string | null; mine: string | null; rejections: number }[];
  };
  byDays: { of: number; rows: { from: number; to: number | null; rejections: number }[] };
  streak: { length: number; tellsAt: number; byStage: { of: number } };
  flow: {
    of: number;
    stages: { stage: string; reached: number; wentOn: number; rejected: number; withdrawn: number; open: number }[];
  };
}

describe('insights', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const insight = async () => (await api.call('GET', `${V1}/insights/rejections`)).body as unknown as Insight;
  const list = (query = '') => api.call('GET', `${V1}/rejections${query}`);
  let made = 0;
  const applied = async (stage: string, days = 30) => {
    made += 1;
    const fields = {
      companyName: `Firm ${made}`,
      title: `Cook ${made}`,
      ...(stage !== 'saved' && { appliedAt: ago(days) }),
    };
    const { id } = await api.call('POST', `${V1}/applications`, {
      ...fields,
      stage: stage === 'saved' ? 'saved' : 'applied',
    });
    const way = ['screening', 'interview', 'offer', 'accepted'];
    for (const next of way.slice(0, way.indexOf(stage) + 1))
      await api.call('POST', `${V1}/applications/${id}/stage`, { stage: next, at: ago(days - 1) });
    return id;
  };
  const rejected = async (stage: string, days: number, category: string | null) => {
    const id = await applied(stage);
    await api.call('POST', `${V1}/applications/${id}/rejection`, { receivedAt: ago(days), reason: { category } });
    return id;
  };

  it('of nobody’s rejections says nothing, and of a sample says so', async () => {
    expect(await insight()).toMatchObject({
      sample: false,
      total: 0,
      conclusive: false,
      flow: { of: 0, stages: expect.any(Array) },
    });
    expect((await list()).body).toEqual({ data: [], nextCursor: null });
    await api.call('POST', `${V1}/sample`);
    const { sample, total } = await insight();
    expect([sample, total > 0]).toEqual([true, true]);
    await api.call('DELETE', `${V1}/sample`);
    expect((await insight()).total).toBe(0);
  });

  it('are what an independent query counts, with what they are out of', async () => {
    const ids = [
      await rejected('applied', 25, null),
      await rejected('screening', 20, 'experience'),
      await rejected('interview', 12, 'experience'),
      await rejected('interview', 9, 'language'),
      await rejected('offer', 3, 'compensation'),
    ];
    await applied('interview');
    await applied('accepted');
    await applied('saved');
    const withdrawn = await applied('screening');
    await api.call('POST', `${V1}/applications/${withdrawn}/stage`, { stage: 'withdrawn' });
    const taken = await rejected('screening', 2, 'language');
    await api.call('DELETE', `${V1}/applications/${taken}/rejection`);
    const deleted = await rejected('offer', 1, 'language');
    await api.call('DELETE', `${V1}/applications/${deleted}`);
    await api.call('PUT', `${V1}/applications/${ids[2]}/reflection`, {
      reason: { category: 'soft_skills' },
      wouldChange: 'Ask first',
    });
    // They stepped back and were turned down below where they had been.
    await api.db.query(`update rejections set stage = 'screening' where application_id = $1`, [ids[3]]);

    const told = await insight();
    const furthest = await api.db.query<{ stage: string; rejections: number }>(
      `select stage, count(*)::int as rejections from (
         select (array['applied', 'screening', 'interview', 'offer', 'accepted'])[max(place)] as stage from (
           select s.application_id, unnest(array[s.from_stage, s.to_stage]) as stage from stage_changes s
           union all select application_id, stage from rejections) seen
         join unnest(array['applied', 'screening', 'interview', 'offer', 'accepted']) with ordinality way (name, place) on name = seen.stage
         where application_id in (select a.id from applications a where a.stage = 'rejected' and a.deleted_at is null and a.candidate_id = $1)
         group by application_id) f group by stage`,
      [OWNER_ID],
    );
    const rows = told.byStage.rows.filter(({ rejections }) => rejections > 0);
    expect(new Map(rows.map(({ stage, rejections }) => [stage, rejections]))).toEqual(
      new Map(furthest.map(({ stage, rejections }) => [stage, rejections])),
    );
    expect(told).toMatchObject({ total: 5, conclusive: true, sample: false });
    expect([told.byStage.of, told.byReason.of, told.byDays.of, told.flow.of]).toEqual([5, 5, 5, 9]);
    expect(told.byReason).toMatchObject({ readByMe: 1 });
    expect(told.byReason.rows).toContainEqual({ theirs: 'experience', mine: 'soft_skills', rejections: 1 });
    expect(told.byReason.rows.reduce((sum, { rejections }) => sum + rejections, 0)).toBe(5);
    expect(told.byDays.rows.find(({ from }) => from === 15)).toEqual({ from: 15, to: 30, rejections: 3 });
    const [applied0, , , offer] = told.flow.stages;
    expect(applied0).toEqual({ stage: 'applied', reached: 9, wentOn: 8, rejected: 1, withdrawn: 0, open: 0 });
    expect(offer).toEqual({ stage: 'offer', reached: 2, wentOn: 1, rejected: 1, withdrawn: 0, open: 0 });

    const page = await list('?limit=3');
    expect(page.data.map(({ applicationId }) => applicationId)).toEqual([ids[4], ids[3], ids[2]]);
    expect(page.data[1]).toMatchObject({
      stage: 'screening',
      furthestStage: 'interview',
      reflection: null,
      title: 'Cook 4',
    });
    expect(page.data[2]).toMatchObject({
      reason: { category: 'experience', words: null },
      reflection: {
        reason: { category: 'soft_skills' },
        wouldChange: 'Ask first',
        lookedBackAt: null,
        skippedAt: null,
      },
    });
    const rest = await list(`?limit=3&cursor=${page.body!.nextCursor}`);
    expect(rest.data.map(({ applicationId }) => applicationId)).toEqual([ids[1], ids[0]]);
    expect(rest.body!.nextCursor).toBeNull();
  });

  it('are nobody else’s', async () => {
    const { authorization } = await api.addStranger();
    const theirs = await api.call('GET', `${V1}/insights/rejections`, undefined, { authorization });
    expect(theirs.body).toMatchObject({ total: 0, flow: { of: 0 } });
    expect((await api.call('GET', `${V1}/rejections`, undefined, { authorization })).data).toEqual([]);
  });
});
