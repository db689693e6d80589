import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { insertFollowUp } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const V1 = '/api/v1';
const [CLOSED, AGAIN] = ['2026-01-01T12:00:00.000Z', '2026-01-31T16:00:00.000Z'];

let api: ApplicationsApi;
let database: Database;
beforeAll(async () => {
  api = await startApplicationsApi();
  database = await Database.connect(api.db.apiUrl, { name: 'radar', poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await api.stop();
});

interface Applied {
  id: string;
  vacancyId: string;
  contactId: string;
  companyId: string;
  boardId: string;
}

/** Of a company that is called as its board is. */
async function applied(slug: string, postingId: string, headers = {}): Promise<Applied> {
  const { body } = await api.call(
    'POST',
    `${V1}/applications`,
    {
      companyName: slug,
      title: `Engineer ${postingId}`,
      url: `https://job-boards.greenhouse.io/${slug}/jobs/${postingId}`,
      stage: 'interview',
      contact: { name: `Dana of ${slug}`, email: `dana@${slug}.example` },
    },
    headers,
  );
  const [board] = await api.db.query<{ id: string }>('select id from boards where slug = $1', [slug]);
  return { ...(body as unknown as Applied), boardId: board!.id };
}

/** Ads of a board, each first seen so many days ago; `announced`: as a role that it never had. */
const shows = (boardId: string, ads: { id: string; days: number; announced?: boolean; status?: string }[]) =>
  api.db.query(
    `insert into postings (board_id, posting_id, title, url, locations, department, job_ids, status, first_seen_at, announced_at,
       closed_at)
     select $1, ad.id, 'Role ' || ad.id, 'https://jobs.example/' || ad.id, '["Berlin"]', 'Engineering', '[]',
       coalesce(ad.status, 'open'), now() - make_interval(days => ad.days),
       case when ad.announced then now() - make_interval(days => ad.days) end, case when ad.status = 'closed' then now() end
     from jsonb_to_recordset($2) as ad (id text, days int, announced boolean, status text)`,
    [boardId, JSON.stringify(ads)],
  );

const observe = (vacancyId: string, status: string, observedAt: string, more = {}) =>
  api.call('POST', `${V1}/vacancies/${vacancyId}/observations`, { status, observedAt, ...more });

describe('vacancies on the radar', () => {
  it('are listed with why they count as reopened, who applied, where they are watched, and what was drafted', async () => {
    const { id, vacancyId, contactId, boardId } = await applied('acme', '4711');
    await observe(vacancyId, 'closed', CLOSED);
    await observe(vacancyId, 'open', AGAIN, { postingId: '4712', url: 'https://jobs.example/4712' });
    const about = { applicationId: id, contactId, kind: 'reopened_outreach', audience: 'contact' } as const;
    const former = { ...about, state: 'cancelled', details: { closedAt: '2025-06-01T00:00:00.000Z' } } as const;
    await insertFollowUp(database, former);
    const { id: draft } = await insertFollowUp(database, { ...about, state: 'draft', details: { closedAt: CLOSED } });
    const { data, body } = await api.call('GET', `${V1}/vacancies?watched=true&status=reopened,closed`);
    expect(data).toMatchObject([
      {
        id: vacancyId,
        companyName: 'acme',
        applications: [{ id, stage: 'interview' }],
        watch: { boardId, provider: 'greenhouse', slug: 'acme', postingId: '4711', neverSeen: false, lastSeenAt: null },
        letters: [{ id: draft, state: 'draft', applicationId: id, contact: { name: 'Dana of acme' } }],
      },
    ]);
    expect(data[0]!.reopening).toEqual({
      at: AGAIN,
      closedAt: CLOSED,
      grade: 'observed',
      matched: ['vacancy'],
      daysAbsent: 30,
      before: { postingId: null, title: null, url: null, seenAt: null },
      now: { postingId: '4712', title: null, url: 'https://jobs.example/4712', seenAt: null },
    });
    expect(data[0]!.letters).toMatchObject([{ body: expect.stringContaining('Dana') }]);
    expect(body!.counts).toEqual({ open: 0, missing: 0, closed: 0, reopened: 1 });
    expect((await api.call('GET', `${V1}/vacancies/${vacancyId}`)).body).toMatchObject(data[0]!);
    await observe(vacancyId, 'closed', '2026-03-01T00:00:00Z');
    expect((await api.call('GET', `${V1}/vacancies/${vacancyId}`)).body).toMatchObject({
      status: 'closed',
      letters: [],
      reopening: { closedAt: CLOSED },
    });
  });

  it('are found, told apart by whether they are watched, and sorted by what changed last', async () => {
    const aside = await api.call('POST', `${V1}/vacancies`, { companyName: 'Aside', title: 'Cook', location: 'Kyiv' });
    const [one, other] = [await applied('initech', '1'), await applied('initech', '2')];
    const newest = new Date().toISOString();
    await observe(one.vacancyId, 'missing', newest);
    const ids = async (query: string) =>
      (await api.call('GET', `${V1}/vacancies?${query}`)).data.map((vacancy) => vacancy.id);
    expect(await ids('q=cook%20kyiv')).toEqual([aside.id]);
    expect(await ids('watched=false&q=aside')).toEqual([aside.id]);
    expect(await ids('watched=true&q=aside')).toEqual([]);
    const sorted = `q=initech&sort=-observedAt`;
    expect(await ids(sorted)).toEqual([one.vacancyId, other.vacancyId]);
    const first = await api.call('GET', `${V1}/vacancies?${sorted}&limit=1`);
    expect(await ids(`${sorted}&limit=1&cursor=${String(first.body!.nextCursor)}`)).toEqual([other.vacancyId]);
    await api.call('DELETE', `${V1}/applications/${other.id}`);
    expect(await ids('watched=true&q=initech')).toEqual([one.vacancyId]);
  });
});

describe('a board on the radar', () => {
  it('says whether it is being read, how long it has failed, and is found by its trouble', async () => {
    const { boardId, vacancyId, id } = await applied('hooli', '1');
    const look = async () => (await api.call('GET', `${V1}/boards/${boardId}`)).body;
    expect(await look()).toMatchObject({ sweeping: true, failures: 0, failingSince: null, notBefore: null });
    expect(await look()).toMatchObject({
      watching: [{ vacancyId, applicationId: id, companyName: 'hooli', title: 'Engineer 1' }],
    });
    const slugs = async (trouble: boolean) =>
      (await api.call('GET', `${V1}/boards?trouble=${trouble}&limit=100`)).data.map(({ slug }) => slug);
    expect([await slugs(true), await slugs(false)]).toEqual([[], expect.arrayContaining(['hooli'])]);
    await api.db.query(
      `update boards set next_sweep_at = now() + interval '6 hours', not_before = now() + interval '1 hour', failures = 3,
         failing_since = $2, last_outcome = 'failed', last_why_code = 'not_read',
         last_why_facts = '{"times": 3, "since": null, "nextAt": ""}'
       where id = $1`,
      [boardId, CLOSED],
    );
    expect(await look()).toMatchObject({
      sweeping: false,
      failures: 3,
      failingSince: CLOSED,
      notBefore: expect.any(String),
      why: expect.stringContaining('Could not be read'),
    });
    expect([await slugs(true), await slugs(false)]).toEqual([['hooli'], expect.not.arrayContaining(['hooli'])]);
  });

  it('tells what it shows, the newest first, and what of it nobody recorded', async () => {
    const { boardId } = await applied('globex', '1');
    await shows(boardId, [
      { id: '1', days: 20 },
      { id: '2', days: 20 },
      { id: '3', days: 20 },
      { id: '4', days: 2, announced: true },
      { id: '5', days: 1, status: 'closed' },
    ]);
    const page = async (query: string) => {
      const { data, body } = await api.call('GET', `${V1}/boards/${boardId}/postings?${query}`);
      return { ids: data.map(({ postingId }) => postingId), data, next: String(body?.nextCursor) };
    };
    const all = await page('');
    expect(all.ids.slice(0, 2)).toEqual(['5', '4']);
    expect(all.data[1]).toEqual({
      postingId: '4',
      title: 'Role 4',
      url: 'https://jobs.example/4',
      locations: ['Berlin'],
      department: 'Engineering',
      status: 'open',
      recorded: false,
      firstSeenAt: expect.any(String),
      lastSeenAt: null,
      closedAt: null,
      newSince: expect.any(String),
    });
    const pages = [await page('limit=2')];
    while (pages.at(-1)!.next !== 'null') pages.push(await page(`limit=2&cursor=${pages.at(-1)!.next}`));
    expect(pages.flatMap(({ ids }) => ids)).toEqual(all.ids);
    expect((await page('recorded=true')).ids).toEqual(['1']);
    expect((await page('recorded=false&status=open')).ids.toSorted()).toEqual(['2', '3', '4']);
    expect((await page(`newSince=${new Date(Date.now() - 3 * 86_400_000).toISOString()}`)).ids).toEqual(['5', '4']);
    expect((await page('q=role%203')).ids).toEqual(['3']);
  });

  it('shows its postings to nobody who does not watch it', async () => {
    const { authorization } = await api.addStranger();
    const { boardId } = await applied('private', '1');
    await shows(boardId, [{ id: '7', days: 1, announced: true }]);
    const answer = await api.call('GET', `${V1}/boards/${boardId}/postings`, undefined, { authorization });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await api.call('GET', `${V1}/boards/${randomUUID()}/postings`)).status).toBe(404);
    expect((await api.call('GET', `${V1}/new-roles`, undefined, { authorization })).data).toEqual([]);
  });
});

describe('new roles where somebody is warm', () => {
  const listed = async (query = '') => (await api.call('GET', `${V1}/new-roles${query}`)).data;
  const talk = (contactId: string) =>
    api.call('POST', `${V1}/contacts/${contactId}/touches`, { kind: 'call', direction: 'in' });

  it('are those that a board never had before, by company', async () => {
    await api.db.query('update contacts set last_touch_at = null where candidate_id = $1', [OWNER_ID]);
    const [umbrella, stark, cold] = [
      await applied('umbrella', '1'),
      await applied('stark', '1'),
      await applied('wayne', '1'),
    ];
    await api.db.query(`update watches set created_at = now() - interval '60 days'`);
    for (const { contactId } of [umbrella, stark]) await talk(contactId);
    await api.db.query('update contacts set last_touch_at = null where id = $1', [cold.contactId]);
    await shows(umbrella.boardId, [
      { id: '1', days: 3, announced: true },
      { id: '2', days: 3, announced: true },
      { id: '3', days: 5, announced: true },
      { id: '4', days: 5, announced: true, status: 'closed' },
      { id: '5', days: 40, announced: true },
      { id: '6', days: 3 },
    ]);
    await shows(stark.boardId, [
      { id: '1', days: 9 },
      { id: '2', days: 1, announced: true },
    ]);
    await shows(cold.boardId, [{ id: '2', days: 1, announced: true }]);
    const roles = (ids: string[]) => ids.map((postingId) => expect.objectContaining({ postingId }));
    const expected = [
      { company: { id: stark.companyId, name: 'stark' }, roles: roles(['2']), total: 1 },
      {
        company: { id: umbrella.companyId, name: 'umbrella' },
        contacts: [{ id: umbrella.contactId, name: 'Dana of umbrella' }],
        roles: roles(['2', '3']),
        total: 2,
      },
    ];
    expect(await listed()).toMatchObject(expected);
    const first = await api.call('GET', `${V1}/new-roles?limit=1`);
    expect(first.data).toMatchObject(expected.slice(0, 1));
    expect(await listed(`?limit=1&cursor=${String(first.body!.nextCursor)}`)).toMatchObject(expected.slice(1));
  });

  it('are none that somebody hears of as similar to theirs, nor what was there before they came', async () => {
    const { boardId, contactId } = await applied('late', '1');
    await talk(contactId);
    await shows(boardId, [
      { id: '1', days: 9 },
      { id: '2', days: 3, announced: true },
    ]);
    const ofLate = async () => (await listed()).filter(({ company }) => (company as { name: string }).name === 'late');
    expect(await ofLate()).toEqual([]);
    await api.db.query(`update watches set created_at = now() - interval '60 days' where board_id = $1`, [boardId]);
    expect(await ofLate()).toMatchObject([{ total: 1 }]);
    await api.db.query(`update postings set similar_to = '2' where board_id = $1 and posting_id = '1'`, [boardId]);
    expect(await ofLate()).toEqual([]);
  });
});
