/** A tag is of what was read: every write of it raises it, nothing that follows from the clock or from others does. */
import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aLetter } from '../support/a-follow-up.js';
import { type Answer, type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';

const V1 = '/api/v1';
const AHEAD = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

let api: ApplicationsApi;
let database: Database;
beforeAll(async () => {
  api = await startApplicationsApi({ OUTBOUND_ALLOW: '127.0.0.1/32' });
  database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 2 });
});
afterAll(async () => {
  await database.close();
  await api.stop();
});

const tag = ({ headers }: Answer) => headers.get('etag');
const tagAt = async (path: string) => tag(await api.call('GET', V1 + path));
const ifMatch = (etag: string | null) => ({ 'if-match': etag! });
const anApplication = () =>
  api.call('POST', `${V1}/applications`, {
    companyName: `Company ${randomUUID()}`,
    title: 'Cook',
    contact: { name: 'Dana Ito', email: `${randomUUID()}@example.com` },
  });

/** Paths of one of each, and a change of it. */
async function oneOfEach(): Promise<[path: string, patch: object][]> {
  const application = await anApplication();
  const { companyId, vacancyId, contactId } = application.body as Record<string, string>;
  const interview = await api.call('POST', `${V1}/applications/${application.id}/interviews`, { scheduledAt: AHEAD() });
  const letter = await aLetter(database);
  return [
    [`/applications/${application.id}`, { location: 'Kyiv' }],
    [`/companies/${companyId}`, { cooldown: 'P30D' }],
    [`/contacts/${contactId}`, { notes: 'Met at a fair' }],
    [`/vacancies/${vacancyId}`, { requirements: 'Knives' }],
    [`/applications/${application.id}/interviews/${interview.id}`, { scheduledAt: AHEAD() }],
    [`/follow-ups/${letter.id}`, { subject: 'Hello again' }],
    ['/settings', { streak: { length: 7 } }],
    ['/me', { name: 'Olena K.' }],
  ];
}

describe('every resource that can be changed', () => {
  it('has the same tag however it is read, another one after each change, and is changed under its own only', async () => {
    for (const [path, patch] of await oneOfEach()) {
      const read = await tagAt(path);
      expect([path, read]).toEqual([path, expect.stringMatching(/^W\/"[\w-]+"$/)]);
      expect([path, await tagAt(path)]).toEqual([path, read]);
      const changed = await api.call('PATCH', V1 + path, patch, ifMatch(read));
      expect([path, changed.status, tag(changed)]).toEqual([path, 200, await tagAt(path)]);
      expect([path, tag(changed)]).not.toEqual([path, read]);
      const late = await api.call('PATCH', V1 + path, patch, ifMatch(read));
      expect([path, late.status, late.body?.code]).toEqual([path, 412, 'changed_meanwhile']);
      const either = `"other", ${tag(changed)}`;
      expect([path, (await api.call('PATCH', V1 + path, patch, ifMatch(either))).status]).toEqual([path, 200]);
      expect([path, (await api.call('PATCH', V1 + path, patch, ifMatch('*'))).status]).toEqual([path, 200]);
    }
  });

  it('shows two changes of one moment as two', async () => {
    const { id } = await api.call('POST', `${V1}/companies`, { name: 'Twice in a moment' });
    const tags = new Set<string | null>([await tagAt(`/companies/${id}`)]);
    for (const cooldown of ['P1D', 'P2D', 'P3D']) {
      await api.db.query(`update companies set cooldown = $2, updated_at = '2026-01-01' where id = $1`, [id, cooldown]);
      tags.add(await tagAt(`/companies/${id}`));
    }
    expect(tags.size).toBe(4);
  });

  it('keeps its tag for who repeats a request with its key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = { companyName: 'Repeated', title: 'Cook' };
    const first = await api.call('POST', `${V1}/applications`, body, headers);
    expect(tag(first)).toBe(await tagAt(`/applications/${first.id}`));
    expect(tag(await api.call('POST', `${V1}/applications`, body, headers))).toBe(tag(first));
  });
});

describe('an application', () => {
  it('is another one once its vacancy reads otherwise, its rejection or an interview came', async () => {
    const { id, body } = await anApplication();
    const path = `/applications/${id}`;
    const tags = [await tagAt(path)];
    const steps = [
      () => api.call('PATCH', `${V1}/vacancies/${String(body?.vacancyId)}`, { location: 'Lviv' }),
      () => api.call('POST', `${V1}${path}/interviews`, { scheduledAt: AHEAD() }),
      () => api.call('POST', `${V1}${path}/rejection`, {}),
      () => api.call('PATCH', `${V1}${path}/rejection`, { subject: 'Your application' }),
      () => api.call('DELETE', `${V1}${path}/rejection`),
      () => api.call('POST', `${V1}${path}/stage`, { stage: 'withdrawn' }),
    ];
    for (const step of steps) {
      expect((await step()).status).toBeLessThan(300);
      tags.push(await tagAt(path));
    }
    expect(new Set(tags).size).toBe(steps.length + 1);
  });

  it('is neither moved nor rejected under a tag of before', async () => {
    const { id } = await anApplication();
    const read = await tagAt(`/applications/${id}`);
    await api.call('PATCH', `${V1}/applications/${id}`, { location: 'Odesa' });
    for (const [verb, body] of [
      ['stage', { stage: 'screening' }],
      ['rejection', {}],
    ] as const) {
      expect((await api.call('POST', `${V1}/applications/${id}/${verb}`, body, ifMatch(read))).status).toBe(412);
    }
    expect((await api.call('DELETE', `${V1}/applications/${id}`, undefined, ifMatch(read))).status).toBe(412);
  });

  it('stays what it was when its company or contact has another name', async () => {
    const { id, body } = await anApplication();
    const read = await tagAt(`/applications/${id}`);
    await api.call('PATCH', `${V1}/companies/${String(body?.companyId)}`, { name: `Renamed ${randomUUID()}` });
    await api.call('PATCH', `${V1}/contacts/${String(body?.contactId)}`, { name: 'Dana Ito-Berg' });
    expect(await tagAt(`/applications/${id}`)).toBe(read);
  });
});

describe('a contact', () => {
  it('is another one after a touch, and the same while it only cools', async () => {
    const { id } = await api.call('POST', `${V1}/contacts`, { name: 'Yuri Berg' });
    const path = `/contacts/${id}`;
    const made = await tagAt(path);
    await api.call('POST', `${V1}${path}/touches`, { kind: 'call' });
    const touched = await tagAt(path);
    expect(touched).not.toBe(made);
    const warm = await api.call('GET', V1 + path);
    await database.asCandidate(OWNER_ID, (tx) =>
      tx.query(
        `update candidates set settings = jsonb_build_object('keepWarm', '{"after":["PT0S"],"halfYear":"PT1S"}'::jsonb)`,
      ),
    );
    const cold = await api.call('GET', V1 + path);
    expect([warm.body?.warmth, cold.body?.warmth]).toEqual(['warm', expect.stringMatching(/cool|cold/)]);
    expect(tag(cold)).toBe(touched);
  });
});

describe('a follow-up', () => {
  const say = (verb: string, id: string, headers: Record<string, string>) =>
    api.call('POST', `${V1}/follow-ups/${id}/${verb}`, undefined, headers);

  it('is another one once its words are, whoever changed them', async () => {
    const { id, contactId } = await aLetter(database, { state: 'draft' });
    const read = await tagAt(`/follow-ups/${id}`);
    await api.call('PATCH', `${V1}/contacts/${contactId}`, { greeting: 'Dr. Ito' });
    const reworded = await tagAt(`/follow-ups/${id}`);
    expect(reworded).not.toBe(read);
    for (const verb of ['approve', 'send-now', 'cancel', 'snooze']) {
      const body = verb === 'snooze' ? { until: AHEAD() } : undefined;
      const late = await api.call('POST', `${V1}/follow-ups/${id}/${verb}`, body, ifMatch(read));
      expect([verb, late.status, late.body?.code]).toEqual([verb, 412, 'changed_meanwhile']);
    }
    expect((await say('approve', id, ifMatch(reworded))).status).toBe(200);
    expect((await say('send-now', id, ifMatch(reworded))).status).toBe(412);
    expect((await say('send-now', id, ifMatch(await tagAt(`/follow-ups/${id}`)))).status).toBe(200);
  });

  it('is taken back under its tag of now only', async () => {
    const { id } = await aLetter(database, { state: 'draft' });
    const read = await tagAt(`/follow-ups/${id}`);
    await say('cancel', id, {});
    expect((await say('restore', id, ifMatch(read))).status).toBe(412);
    expect((await say('restore', id, ifMatch(await tagAt(`/follow-ups/${id}`)))).status).toBe(200);
  });

  it('is the same one once it is due', async () => {
    const { id } = await aLetter(database, { dueAt: new Date(Date.now() + 1_500) });
    const waiting = await api.call('GET', `${V1}/follow-ups/${id}`);
    const isDue = async () => (await api.call('GET', `${V1}/follow-ups/${id}`)).body?.state === 'due';
    expect([waiting.body?.state, await eventually(isDue, { what: 'that it is due' })]).toEqual(['waiting', true]);
    expect(await tagAt(`/follow-ups/${id}`)).toBe(tag(waiting));
  });
});

it('an If-Match is documented where it is honoured, and nowhere else', async () => {
  const { body } = await api.call('GET', '/api/openapi.json');
  const paths = Object.entries(
    body!.paths as Record<string, Record<string, { operationId: string; parameters: { name: string }[] }>>,
  );
  const documented = paths
    .flatMap(([, operations]) => Object.values(operations))
    .filter(({ parameters }) => parameters.some(({ name }) => name === 'If-Match'))
    .map(({ operationId }) => operationId);
  const resources = ['Application', 'Company', 'Contact', 'Vacancy'].flatMap((what) => [
    `change${what}`,
    `delete${what}`,
  ]);
  const verbs = 'approve cancel edit finish hold resend restore resume snooze'
    .split(' ')
    .map((verb) => `${verb}FollowUp`);
  const others =
    'moveApplication rejectApplication changeRejection revokeRejection moveInterview takeAwayInterview changeMe ' +
    'changeSettings markFollowUpSent sendFollowUpNow keepReflection';
  expect(documented.toSorted()).toEqual([...resources, ...verbs, ...others.split(' ')].toSorted());
});
