import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { allRows } from '../support/every-row.js';
import { type FollowUp, House, type RecordedApplication } from '../support/house.js';
import { eventually } from '../support/eventually.js';

jest.setTimeout(180_000);

interface Page<T> {
  data: T[];
}
type Shown = RecordedApplication & { sample: boolean; title: string; companyName: string };
type Step = FollowUp & { sample: boolean; applicationId: string };

const MINE = { companyName: 'Mine', title: 'Engineer', stage: 'interview' };

describe('sample data', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
    const url = house.receiver.url;
    await house.api.expect('POST', '/webhook-endpoints', { url, eventTypes: [], description: 'all of it' });
    await house.api.expect('PATCH', '/settings', { feedbackRequest: { delay: 'P2D' } });
    await house.settled();
    await house.api.expect('POST', '/sample');
  });
  afterAll(() => house.close());

  const get = <T>(path: string) => house.api.expect<T>('GET', path);
  const applications = async () => (await get<Page<Shown>>('/applications?limit=100')).data.filter((one) => one.sample);
  const steps = async () => (await get<Page<Step>>('/follow-ups?limit=100')).data.filter((one) => one.sample);
  const events = async () =>
    (await get<Page<{ type: string; data: Record<string, unknown> }>>('/events?limit=100')).data;
  /** Every clock of it has come. */
  const makeAllDue = () =>
    house.db
      .query(`update follow_ups set due_at = now() - interval '1 second', held_until = case when state = 'held' then now() end
      where sample and state in ('waiting', 'held', 'draft')`);
  /** Of an application of one's own. */
  const letterGoes = async (applicationId: string) => {
    const { id } = await house.followUp(applicationId, 'feedback_request', 'waiting');
    await house.makeDue(id);
    await house.followUp(applicationId, 'feedback_request', 'sent');
  };
  const one = (list: Shown[], stage: string) => list.find((application) => application.stage === stage)!;

  it('shows every state in which something waits or went', async () => {
    expect(await get('/sample')).toEqual({ since: expect.any(String) });
    const states = new Set((await steps()).map(({ audience, state }) => `${audience} ${state}`));
    for (const state of ['waiting', 'held', 'sent', 'answered']) expect(states).toContain(`contact ${state}`);
    expect(states).toContain('candidate waiting');
    const shown = await applications();
    expect(new Set(shown.map(({ stage }) => stage))).toEqual(new Set(['applied', 'interview', 'rejected']));
    const contacts = (await get<Page<{ sample: boolean; warmth: string }>>('/contacts')).data;
    expect(contacts.map(({ warmth }) => warmth)).toContain('warm');
    const preparation = (await steps()).find(({ kind }) => kind === 'interview_prep');
    expect(preparation).toMatchObject({ state: expect.stringMatching(/waiting|due/) });
    const letters = (await steps()).filter(({ audience }) => audience === 'contact');
    for (const { id } of letters) {
      const letter = await get<{ text: string; to: { address: string } }>(`/follow-ups/${id}/letter`);
      expect(letter.text).toContain('Hello');
      expect(letter.to.address).toMatch(/\.example$/);
    }
    expect(await house.api.request('POST', '/sample')).toMatchObject({ status: 409, body: { code: 'sample_exists' } });
  });

  it('never goes, whatever its clocks say', async () => {
    await makeAllDue();
    const real = await house.apply({ ...MINE, contact: { name: 'Rob Roy', email: 'rob@mine.example' } });
    await house.api.expect('POST', `/applications/${real.id}/rejection`, {});
    await letterGoes(real.id);
    const [reflection] = await house.plan(real.id).then((rows) => rows.filter(({ kind }) => kind === 'reflection'));
    await house.makeDue(reflection!.id);
    await house.followUp(real.id, 'reflection', 'sent');
    await house.settled();
    expect(house.smtp.messages.flatMap(({ to }) => to)).toEqual(['rob@mine.example', 'olena@example.org']);
    expect(house.mailTo('olena@example.org')[0]!.raw.toString()).not.toContain('digest-');
    expect(
      await house.db.query(
        'select 1 from follow_up_attempts a join follow_ups f on f.id = a.follow_up_id where f.sample',
      ),
    ).toEqual([]);
    const now = (await steps()).find(({ audience, state }) => audience === 'contact' && state === 'due')!;
    expect(await house.api.request('POST', `/follow-ups/${now.id}/send-now`)).toMatchObject({
      status: 409,
      body: { code: 'sample_never_goes' },
    });
  });

  it('is nothing that the worker finds when it looks for what is due', async () => {
    const worker = await Database.connect(house.db.workerUrl, { name: 'test', poolSize: 1 });
    const found = await worker.acrossCandidates((tx) => tx.query('select id from follow_ups where sample'));
    await worker.close();
    expect(found).toEqual([]);
  });

  it('cannot be leased by a sender that forgets to ask', async () => {
    await expect(
      house.db.query(
        `update follow_ups set state = 'sending', lease_token = gen_random_uuid(), lease_until = now() where sample and state = 'waiting'`,
      ),
    ).rejects.toThrow(/samples_never_go/);
  });

  it('plans on for itself, tells nobody, and rings no streak', async () => {
    const interview = one(await applications(), 'interview');
    await house.api.expect('POST', `/applications/${interview.id}/rejection`, {});
    await house.settled();
    const planned = (await house.plan(interview.id)) as Step[];
    expect(planned.map(({ kind }) => kind)).toContain('reflection');
    expect(planned.every(({ sample }) => sample)).toBe(true);
    await house.api.expect('POST', `/applications/${one(await applications(), 'applied').id}/rejection`, {});
    await house.settled();
    expect(await get('/follow-ups?kind=streak')).toEqual({ data: [], nextCursor: null });
    const ids = new Set((await applications()).map(({ id }) => id));
    const told = house.receiver.requests.map(
      ({ body }) => JSON.parse(body.toString()) as { data: { applicationId?: string } },
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ data }) => ids.has(data.applicationId ?? ''))).toEqual([]);
    expect((await events()).filter(({ data }) => ids.has(String(data.applicationId)))).toEqual([]);
    expect(
      await house.db.query('select 1 from webhook_deliveries d join events e on e.id = d.event_id where e.sample'),
    ).toEqual([]);
  });

  it('an offer in it ends no letter, and turns nothing off or keeps it off', async () => {
    const real = await house.apply({
      ...MINE,
      title: 'Another',
      contact: { name: 'Una Ray', email: 'una@mine.example' },
    });
    await house.api.expect('POST', `/applications/${real.id}/rejection`, {});
    await house.followUp(real.id, 'feedback_request', 'waiting');
    const moves = async (id: string, ...stages: string[]) => {
      for (const stage of stages) await house.api.expect('POST', `/applications/${id}/stage`, { stage });
    };
    const [first] = await applications();
    await moves(first!.id, 'interview', 'offer', 'accepted');
    await house.settled();
    expect(await get('/settings')).toMatchObject({ looking: true });
    await letterGoes(real.id);
    const taken = await house.apply({ ...MINE, title: 'Taken' });
    await moves(taken.id, 'offer', 'accepted');
    expect(await get('/settings')).toMatchObject({ looking: false });
    await moves(first!.id, 'offer', 'interview', 'screening', 'applied', 'saved');
    const again = await house.api.expect('POST', `/applications/${first!.id}/stage`, { stage: 'applied' });
    expect(again).toMatchObject({ notices: [] });
    expect(await get('/settings')).toMatchObject({ looking: false });
    await moves(taken.id, 'offer');
    expect(await get('/settings')).toMatchObject({ looking: true });
    await house.settled();
  });

  it('watches no board', async () => {
    const [first] = await applications();
    await house.api.expect('PATCH', `/applications/${first!.id}`, { url: 'https://boards.greenhouse.io/acme/jobs/1' });
    expect(await house.db.query('select 1 from watches')).toEqual([]);
  });

  it('keeps apart from what is one’s own', async () => {
    const [first] = await applications();
    const again = await house.apply({ ...MINE, companyName: first!.companyName });
    expect(again.companyId).not.toBe(first!.companyId);
    const mixed = {
      ...MINE,
      title: 'Mixed',
      contactId: (await applications()).find(({ contactId }) => contactId)!.contactId,
    };
    expect(await house.api.request('POST', '/applications', mixed)).toMatchObject({
      status: 422,
      body: { code: 'sample_apart', errors: [{ pointer: '/contactId' }] },
    });
  });

  it('says nothing of an address that somebody has', async () => {
    const kept = await house.api.expect<{ id: string }>('POST', '/contacts', {
      name: 'Rae',
      email: 'rae@mine.example',
    });
    await house.api.expect('PATCH', `/contacts/${kept.id}`, { doNotContact: true });
    await house.api.expect('DELETE', `/contacts/${kept.id}`);
    const { data } = await get<Page<{ id: string; sample: boolean }>>('/contacts?limit=100');
    const [first, second] = data.filter(({ sample }) => sample);
    await house.api.expect('PATCH', `/contacts/${first!.id}`, { email: 'una@elsewhere.example', doNotContact: true });
    await house.api.expect('PATCH', `/contacts/${second!.id}`, { email: 'rae@mine.example', bouncedAt: null });
    await house.api.expect('PATCH', `/contacts/${second!.id}`, { doNotContact: true });
    await house.api.expect('PATCH', `/contacts/${second!.id}`, { doNotContact: false });
    await house.api.expect('PATCH', `/contacts/${second!.id}`, { email: 'rae@sample.example' });
    const born = await house.api.expect('POST', '/contacts', { name: 'Una', email: 'una@elsewhere.example' });
    expect(born).toMatchObject({ doNotContact: false });
    const again = await house.api.expect('POST', '/contacts', { name: 'Rae', email: 'rae@mine.example' });
    expect(again).toMatchObject({ doNotContact: true });
  });

  it('goes with all that it caused, and leaves the rest', async () => {
    const isSample = new Set([...(await applications()), ...(await steps())].map(({ id }) => id));
    await house.api.expect('DELETE', `/applications/${(await applications())[1]!.id}`);
    const mine = await house.db.query('select * from follow_ups where not sample order by id');
    expect(await house.api.request('DELETE', '/sample')).toMatchObject({ status: 204 });
    await house.settled();
    expect(await applications()).toEqual([]);
    expect(await get('/sample')).toEqual({ since: null });
    expect(await house.db.query('select * from follow_ups order by id')).toEqual(mine);
    const rows = Object.values(await allRows(house.db.ownerUrl)).flat();
    for (const id of isSample) expect(rows.filter((row) => row.includes(id))).toEqual([]);
    expect(await house.api.request('DELETE', '/sample')).toMatchObject({ status: 204 });
    await house.api.expect('POST', '/sample');
    expect(await applications()).not.toEqual([]);
  });
});

describe('the sample of somebody else', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  it('is theirs alone', async () => {
    const { authorization } = await api.addStranger();
    expect((await api.call('POST', '/api/v1/sample', undefined, { authorization })).status).toBe(201);
    expect((await api.call('GET', '/api/v1/sample')).body).toEqual({ since: null });
    expect((await api.call('DELETE', '/api/v1/sample')).status).toBe(204);
    expect((await api.call('GET', '/api/v1/sample', undefined, { authorization })).body).toEqual({
      since: expect.any(String),
    });
    expect((await api.call('GET', '/api/v1/applications')).data).toEqual([]);
  });

  it('marks nothing that was there before, and nothing beside it', async () => {
    const body = { companyName: 'Acme', title: `Engineer ${randomUUID()}` };
    const before = await api.call('POST', '/api/v1/applications', body);
    await api.call('POST', '/api/v1/sample');
    const after = await api.call('POST', '/api/v1/applications', { ...body, title: 'Another' });
    for (const { id } of [before, after]) {
      expect((await api.call('GET', `/api/v1/applications/${id}`)).body).toMatchObject({ sample: false });
    }
    const marked = await eventually(() =>
      api.db.query(`select 1 from events where not sample and type = 'application.recorded.v1'`),
    );
    expect(marked).toHaveLength(2);
  });
});
