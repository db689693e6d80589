import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { ApplicationsProcess } from '../support/applications.process.js';
import { Browser } from '../support/browser.js';
import { ask } from '../support/raw-http.js';
import { createTestDatabase } from '../support/test-database.js';

const SITE = 'http://127.0.0.1:3000';

describe('who fails to sign in again and again', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi({ PUBLIC_URL: SITE });
  });
  afterAll(() => api.stop());

  it('is asked to come again later, before a body is read; whoever signs in rightly is not counted', async () => {
    const browser = new Browser(api.url, SITE);
    for (let times = 0; times < 30; times += 1) expect((await browser.signIn({ token: TOKEN })).status).toBe(201);
    const stranger = new Browser(api.url, SITE);
    const statuses: number[] = [];
    for (let times = 0; times < 21; times += 1) statuses.push((await stranger.signIn({ token: 'wrong-token' })).status);
    expect(statuses).toEqual([...Array<number>(20).fill(401), 429]);

    const refused = await stranger.signIn({ token: TOKEN });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_sign_ins' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const head =
      'POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
    expect((await ask(api.url, head)).status).toBe(429);
    // Whoever is in stays in.
    expect((await browser.ask('GET', '/api/v1/me')).status).toBe(200);
    expect((await api.call('GET', '/api/v1/me')).status).toBe(200);
  });
});

describe('a demonstration', () => {
  it('lets everybody in with one press', async () => {
    const api = await startApplicationsApi({ PUBLIC_URL: SITE, DEMO: 'true' });
    const browser = new Browser(api.url, SITE);
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
    ['http://localhost:3000', 0],
    ['https://crm.example.org', 0],
  ])('%s says at its start what that means, unless nobody listens on the way', async (PUBLIC_URL, lines) => {
    const db = await createTestDatabase();
    const service = await ApplicationsProcess.start(db.apiUrl, { PUBLIC_URL });
    expect(service.said.filter(({ msg }) => msg.includes('plain http'))).toHaveLength(lines);
    await service.kill();
    await db.drop();
  });
});
