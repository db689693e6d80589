import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { ApplicationsProcess } from '../support/applications.process.js';
import { Browser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { createTestDatabase } from '../support/test-database.js';

const SITE = 'http://127.0.0.1:3000';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('who fails to sign in again and again', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi({ PUBLIC_URL: SITE });
  });
  afterAll(() => api.stop());

  it('is asked to come again later, before a body is read; whoever signs in rightly is not counted', async () => {
    const browser = new Browser(api.url, SITE);
    for (let times = 0; times < 30; times += 1) expect((await browser.signIn({ token: TOKEN })).status).toBe(201);
    // As many as come while the clock gives one back now and then.
    const wrong = () => new Browser(api.url, SITE).signIn({ token: 'wrong-token' });
    const answers = await Promise.all(Array.from({ length: 40 }, wrong));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(20);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body).toMatchObject({
      code: 'too_many_sign_ins',
      detail: expect.stringContaining('Nothing is locked'),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const isRefusedUnread = async () => {
      await Promise.all(Array.from({ length: 5 }, wrong));
      return (await new Browser(api.url, SITE).ask('POST', '/api/v1/session', '{', JSON_TYPE)).status === 429;
    };
    await eventually(isRefusedUnread, { what: 'that a body that is none is not looked at' });
    // Whoever is in stays in.
    expect((await browser.ask('GET', '/api/v1/me')).status).toBe(200);
    expect((await api.call('GET', '/api/v1/me')).status).toBe(200);
  });
});

describe('a code', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi({ PUBLIC_URL: SITE });
  });
  afterAll(() => api.stop());

  it('is for one use: of twenty at once one is let in', async () => {
    const { code } = (await api.call('POST', '/api/v1/sign-in-codes')).body as { code: string };
    const readers = Array.from({ length: 20 }, () => new Browser(api.url, SITE));
    // Each has found it good before the first one uses it up.
    await api.db.query(`begin; select from credentials where kind = 'code' for update`);
    const asked = readers.map((reader) => reader.signIn({ code }));
    const waiting = async () => (await api.db.query('select from pg_locks where not granted')).length >= 5;
    await eventually(waiting, { what: 'that several wait for it' });
    await api.db.query('commit');
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(19).fill(401)]);
    expect(readers.filter(({ cookie }) => cookie !== '')).toHaveLength(1);
  });
});

describe('a demonstration', () => {
  it('lets everybody in with one press', async () => {
    const api = await startApplicationsApi({ PUBLIC_URL: SITE, DEMO: 'true' });
    const browser = new Browser(api.url, SITE);
    expect((await browser.ask('GET', '/api/v1/sign-in-ways')).body).toEqual({ data: ['token', 'code', 'demo'] });
    expect((await browser.signIn({ demo: true })).status).toBe(201);
    expect((await browser.ask('GET', '/api/v1/me')).status).toBe(200);
    expect((await browser.signIn({ demo: true }, { origin: 'http://evil.example' })).status).toBe(403);
    await api.stop();
  });
});

describe('an installation that is reached over plain http', () => {
  it.each([
    ['http://192.168.1.5:3000', 1],
    ['http://127.0.0.1:3000', 0],
  ])('%s says at its start what that means, unless nobody listens on the way', async (PUBLIC_URL, lines) => {
    const db = await createTestDatabase();
    const service = await ApplicationsProcess.start(db.apiUrl, { PUBLIC_URL });
    expect(service.said.filter(({ msg }) => msg.includes('plain http'))).toHaveLength(lines);
    await service.kill();
    await db.drop();
  });
});
