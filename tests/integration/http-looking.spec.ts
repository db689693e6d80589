import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';
import { ImportWorker } from '../support/import-worker.js';

const APPLICATIONS = '/api/v1/applications';
const SETTINGS = '/api/v1/settings';
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const OFFER = { companyName: 'Acme', title: 'Engineer', stage: 'offer', appliedAt: daysAgo(60) };
const SAID = { facts: {}, text: expect.stringContaining('/api/v1/settings') };

describe('whether the candidate looks', () => {
  let api: ApplicationsApi;
  let me: { id: string; headers: Record<string, string> };
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  beforeEach(async () => {
    const { id, authorization } = await api.addStranger();
    me = { id, headers: { authorization } };
  });
  afterAll(() => api.stop());

  const call = (method: string, path: string, body?: unknown, headers = {}) =>
    api.call(method, path, body, { ...me.headers, ...headers });
  const record = (fields: object = {}) =>
    call('POST', APPLICATIONS, { companyName: 'Other', title: 'Engineer', ...fields });
  const move = ({ id }: Answer, stage: string, at?: string) =>
    call('POST', `${APPLICATIONS}/${id}/stage`, { stage, ...(at && { at }) });
  const codesOf = ({ body }: Answer) => (body!.notices as { code: string }[]).map(({ code }) => code);
  const isLooking = async () => (await call('GET', SETTINGS)).body?.looking;
  /** A page of events stops before what another transaction of the cluster may still precede, so it is asked again. */
  const said = (times: number) =>
    eventually(
      async () => {
        const { data } = await call('GET', '/api/v1/events?type=settings.changed');
        return (
          data.length >= times && { fields: data.map((event) => (event.data as { fields: string[] }).fields.join()) }
        );
      },
      { what: `settings.changed, ${times} times` },
    );

  it('ends with an offer that they took, and the answer says so', async () => {
    const taken = await move(await record(OFFER), 'accepted');
    expect(taken.body).toMatchObject({ stage: 'accepted', notices: [{ code: 'looking_turned_off', ...SAID }] });
    expect([await isLooking(), await said(1)]).toEqual([false, { fields: ['looking'] }]);
    expect((await call('GET', `${APPLICATIONS}/${taken.id}`)).body?.notices).toEqual([]);
  });

  it.each([
    ['years ago', '2023-02-01T09:00:00Z'],
    ['31 days ago', daysAgo(31)],
  ])('does not end with one that they took %s', async (_when, at) => {
    expect(codesOf(await move(await record(OFFER), 'accepted', at))).toEqual([]);
    expect(codesOf(await record({ stage: 'accepted', appliedAt: at }))).toEqual([]);
    expect([await isLooking(), await said(0)]).toEqual([true, { fields: [] }]);
  });

  it('does not end where they applied elsewhere after it', async () => {
    const offer = await record(OFFER);
    await record({ appliedAt: daysAgo(2) });
    expect(codesOf(await move(offer, 'accepted', daysAgo(3)))).toEqual([]);
    expect([await isLooking(), await said(0)]).toEqual([true, { fields: [] }]);
  });

  it('ends with an application that is recorded as accepted, at its moment', async () => {
    expect(codesOf(await record({ stage: 'accepted', appliedAt: daysAgo(5) }))).toEqual(['looking_turned_off']);
    expect(codesOf(await record({ appliedAt: daysAgo(6) }))).toEqual(['not_looking']);
    expect(codesOf(await record({ appliedAt: daysAgo(4) }))).toEqual(['looking_turned_on']);
    expect(codesOf(await record())).toEqual([]);
  });

  it.each(['offer', 'withdrawn'])('goes on when it is %s instead', async (stage) => {
    const taken = await move(await record(OFFER), 'accepted');
    expect(codesOf(await move(taken, stage))).toEqual(['looking_turned_on']);
    expect([await isLooking(), await said(2)]).toEqual([true, { fields: ['looking', 'looking'] }]);
  });

  it('goes on with what was only saved, once they apply for it', async () => {
    await move(await record(OFFER), 'accepted', daysAgo(1));
    const found = await record({ stage: 'saved' });
    expect(codesOf(found)).toEqual(['not_looking']);
    expect(codesOf(await move(found, 'applied'))).toEqual(['looking_turned_on']);
    expect(await isLooking()).toBe(true);
  });

  it('stays as they set it themselves: nothing takes it back, and recording says so', async () => {
    await call('PATCH', SETTINGS, { looking: false });
    const taken = await move(await record(OFFER), 'accepted');
    expect(codesOf(taken)).toEqual([]);
    expect(codesOf(await record())).toEqual(['not_looking']);
    expect(codesOf(await move(taken, 'offer'))).toEqual([]);
    expect([await isLooking(), await said(1)]).toEqual([false, { fields: ['looking'] }]);
  });

  it.each([true, false])('is theirs again once they say %s after an acceptance', async (looking) => {
    const taken = await move(await record(OFFER), 'accepted');
    await call('PATCH', SETTINGS, { looking });
    expect(codesOf(await record())).toEqual(looking ? [] : ['not_looking']);
    expect(codesOf(await move(taken, 'offer'))).toEqual([]);
    expect(await isLooking()).toBe(looking);
  });

  it('changes once for a request that is repeated, which is answered as the first time', async () => {
    const { id } = await record(OFFER);
    const body = { stage: 'accepted' };
    const key = { 'idempotency-key': 'taken' };
    const first = await call('POST', `${APPLICATIONS}/${id}/stage`, body, key);
    expect((await call('POST', `${APPLICATIONS}/${id}/stage`, body, key)).body).toEqual(first.body);
    expect(await said(1)).toEqual({ fields: ['looking'] });
  });

  it('goes on with an application that is imported, if it is younger', async () => {
    await move(await record(OFFER), 'accepted', daysAgo(20));
    const csv = (at: string) => {
      const [month, day, year] = new Date(at).toLocaleDateString('en-US', { timeZone: 'UTC' }).split('/');
      const row = `"${month}/${day}/${year!.slice(2)}, 9:15 AM",Globex,Analyst,http://www.linkedin.com/jobs/view/${day}`;
      return `Application Date,Company Name,Job Title,Job Url\n${row}\n`;
    };
    const worker = await ImportWorker.of(api);
    const noticesOf = async (at: string) => {
      const { id } = await call('POST', '/api/v1/imports', csv(at), { 'content-type': 'text/csv' });
      return (await worker.carryOut(id, me)).notices;
    };
    expect(await noticesOf(daysAgo(30))).toEqual([{ code: 'not_looking', ...SAID }]);
    expect(await noticesOf(daysAgo(10))).toEqual([{ code: 'looking_turned_on', ...SAID }]);
    await worker.stop();
    expect(await isLooking()).toBe(true);
  });

  it('says nothing and changes nothing when the command is refused', async () => {
    const taken = await move(await record(OFFER), 'accepted');
    const refused = await move(taken, 'saved');
    expect(refused.status).toBe(409);
    expect([await isLooking(), await said(1)]).toEqual([false, { fields: ['looking'] }]);
  });
});
