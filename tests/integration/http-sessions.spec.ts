import { OWNER_ID } from '@app/contracts';
import { newSecret } from '@app/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { Browser } from '../support/browser.js';

const SITE = 'http://127.0.0.1:3000';
const ME = '/api/v1/me';
const SESSION = '/api/v1/session';
const SESSIONS = '/api/v1/sessions';
const CODES = '/api/v1/sign-in-codes';

let api: ApplicationsApi;
let browser: Browser;
beforeAll(async () => {
  api = await startApplicationsApi({ PUBLIC_URL: SITE });
});
afterAll(() => api.stop());
beforeEach(() => {
  browser = new Browser(api.url, SITE);
});

const newCode = async () => (await api.call('POST', CODES)).body as { code: string; url: string; expiresAt: string };
const secretOf = ({ cookie }: Browser) => cookie.slice(cookie.indexOf('=') + 1);

describe('a browser signs in', () => {
  it('with the token, and is told who it is and until when', async () => {
    const signedIn = await browser.signIn({ token: ` ${TOKEN} ` }, { 'user-agent': 'A browser/1.0' });
    expect(signedIn).toMatchObject({ status: 201, body: { kind: 'session', candidate: { id: OWNER_ID } } });
    const session = await browser.ask('GET', SESSION);
    expect(session.body).toEqual(signedIn.body);
    expect(session.headers.get('cache-control')).toBe('no-store');
    const days = (member: string) =>
      Math.round(
        (Date.parse(String(session.body![member])) - Date.parse(String(session.body!.createdAt))) / 86_400_000,
      );
    expect([days('idleUntil'), days('expiresAt')]).toEqual([14, 90]);
    expect((await browser.ask('GET', ME)).status).toBe(200);
  });

  it('with a code that was printed in a link', async () => {
    const { code, url, expiresAt } = await newCode();
    expect(url).toBe(`${SITE}/sign-in#${code}`);
    expect(code).toMatch(/^rkc_[\w-]{49}$/);
    expect((Date.parse(expiresAt) - Date.now()) / 60_000).toBeCloseTo(10, 0);
    expect((await browser.signIn({ code })).status).toBe(201);
    expect((await browser.ask('GET', ME)).status).toBe(200);
  });

  it.each<[string, object, number, string, string | undefined]>([
    ['a token that is none', { token: 'wrong-token' }, 401, 'unauthenticated', '/token'],
    ['a code that is none', { code: 'rkc_wrong' }, 401, 'unauthenticated', '/code'],
    ['a code that nobody made', { code: newSecret('rkc') }, 401, 'unauthenticated', '/code'],
    ['the token as a code', { code: TOKEN }, 401, 'unauthenticated', '/code'],
    ['nothing', {}, 422, 'invalid_body', ''],
    ['two things', { token: TOKEN, demo: true }, 422, 'invalid_body', ''],
    ['a press alone, which is no demonstration', { demo: true }, 403, 'not_the_demo', undefined],
  ])('not with %s', async (_what, body, status, code, pointer) => {
    const refused = await browser.signIn(body);
    expect(refused).toMatchObject({ status, body: { code } });
    expect((refused.body!.errors as { pointer: string }[] | undefined)?.[0]?.pointer).toBe(pointer);
    expect(browser.cookie).toBe('');
  });

  it('not with a code as a token, nor with the secret of a session', async () => {
    const { code } = await newCode();
    expect((await browser.signIn({ token: code })).status).toBe(401);
    await browser.signIn({ token: TOKEN });
    for (const other of ['token', 'code']) {
      expect((await new Browser(api.url, SITE).signIn({ [other]: secretOf(browser) })).status).toBe(401);
    }
  });

  it('from pages of this installation alone; programs, which have none, may as well', async () => {
    const others: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of others) {
      const refused = await browser.signIn({ token: TOKEN }, headers);
      expect(refused).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
      expect(refused.body!.detail).toContain('PUBLIC_URL');
      expect(browser.cookie).toBe('');
    }
    const body = JSON.stringify({ token: TOKEN });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${api.url}${SESSION}`, { method: 'POST', body, headers })).status).toBe(201);
  });
});

describe('a code', () => {
  it('is none ten minutes later', async () => {
    const { code } = await newCode();
    await api.db.query(`update credentials set expires_at = now() where kind = 'code'`);
    expect((await browser.signIn({ code })).status).toBe(401);
  });

  it('opens nothing by itself', async () => {
    const { code } = await newCode();
    expect((await api.call('GET', ME, undefined, { authorization: `Bearer ${code}` })).status).toBe(401);
    expect((await browser.ask('GET', ME, undefined, { cookie: `rekindle-3000=${code}` })).status).toBe(401);
  });

  it('is made with a token alone, once for an Idempotency-Key', async () => {
    await browser.signIn({ token: TOKEN });
    expect(await browser.ask('POST', CODES)).toMatchObject({ status: 403, body: { code: 'token_required' } });
    const twice = () => api.call('POST', CODES, undefined, { 'idempotency-key': 'a-link' });
    expect((await twice()).body).toEqual((await twice()).body);
  });
});

describe('the cookie', () => {
  const start = async (settings: Record<string, string>) => {
    const other = await startApplicationsApi(settings);
    const reader = new Browser(other.url, new URL(settings.PUBLIC_URL!).origin);
    await reader.signIn({ token: TOKEN });
    await other.stop();
    return reader;
  };

  it('is named by its port over plain http, for this host alone, and no script sees it', async () => {
    await browser.signIn({ token: TOKEN });
    expect(browser.setCookie).toMatch(
      /^rekindle-3000=rks_[\w-]{49}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await start({ PUBLIC_URL: 'http://crm.lan' })).setCookie).toMatch(/^rekindle-80=/);
  });

  it('is one that no other host can set and no plain connection sees, over https', async () => {
    expect((await start({ PUBLIC_URL: 'https://crm.example.org/' })).setCookie).toMatch(
      /^__Host-rekindle=rks_[\w-]{49}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('is stored as its hash', async () => {
    await browser.signIn({ token: TOKEN });
    const rows = await api.db.query(`select to_jsonb(c)::text as row from credentials c`);
    expect(JSON.stringify(rows)).not.toContain(secretOf(browser));
  });

  it.each([
    ['half of it', (cookie: string) => cookie.slice(0, -1)],
    ['none', () => 'rekindle-3000='],
    ['another installation’s', () => `rekindle-3000=${newSecret('rks')}`],
    ['it under another name', (cookie: string) => cookie.replace('3000', '3001')],
    ['it for another kind of connection', (cookie: string) => cookie.replace('rekindle-3000', '__Host-rekindle')],
    ['the token', () => `rekindle-3000=${TOKEN}`],
  ])('opens nothing with %s', async (_what, spoil) => {
    await browser.signIn({ token: TOKEN });
    const refused = await browser.ask('GET', ME, undefined, { cookie: spoil(browser.cookie) });
    expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('is no token', async () => {
    await browser.signIn({ token: TOKEN });
    const authorization = `Bearer ${secretOf(browser)}`;
    expect((await api.call('GET', ME, undefined, { authorization })).status).toBe(401);
  });

  it('counts for nothing beside Authorization, whatever that says', async () => {
    await browser.signIn({ token: TOKEN });
    const { authorization } = await api.addStranger();
    expect((await browser.ask('GET', SESSION, undefined, { authorization })).body).toMatchObject({ kind: 'token' });
    for (const wrong of ['Bearer wrong-token', 'Basic b2xlbmE6', 'Bearer']) {
      expect((await browser.ask('GET', ME, undefined, { authorization: wrong })).status).toBe(401);
    }
  });
});

describe('what a page changes with the cookie', () => {
  const COMPANIES = '/api/v1/companies';
  beforeEach(async () => {
    await browser.signIn({ token: TOKEN });
  });

  it('is changed from a page of this installation', async () => {
    expect((await browser.ask('POST', COMPANIES, { name: 'Acme' })).status).toBe(201);
    expect((await browser.ask('POST', COMPANIES, { name: 'Over http' }, { 'sec-fetch-site': '' })).status).toBe(201);
    expect((await browser.ask('POST', COMPANIES, { name: 'Typed' }, { 'sec-fetch-site': 'none' })).status).toBe(201);
  });

  it.each<[string, Record<string, string>]>([
    ['a page of elsewhere', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:3001', 'sec-fetch-site': 'same-site' }],
    ['the same name over https', { origin: 'https://127.0.0.1:3000' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['a page that says nothing', { origin: '' }],
    ['a page of elsewhere that lies', { 'sec-fetch-site': 'cross-site' }],
  ])('is not changed from %s', async (_what, headers) => {
    for (const [method, path] of [
      ['POST', COMPANIES],
      ['PATCH', ME],
      ['DELETE', SESSION],
    ] as const) {
      const refused = await browser.ask(method, path, method === 'DELETE' ? undefined : { name: 'Evil' }, headers);
      expect([method, refused.status, refused.body?.code]).toEqual([method, 403, 'foreign_origin']);
    }
    expect((await browser.ask('GET', ME)).body).toMatchObject({ name: 'Olena Koval' });
  });

  it('has no body that the form of a foreign page can send', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
      const answer = await browser.ask('POST', COMPANIES, '{"name":"Evil"}', { 'content-type': type });
      expect([type, answer.status]).toEqual([type, 415]);
    }
  });
});

describe('sessions', () => {
  const ids = async (reader: Browser) => (await reader.ask('GET', SESSIONS)).data.map(({ id }) => id);

  it('are listed with what opened them, and ended one by one', async () => {
    const other = new Browser(api.url, SITE);
    const { id: mine } = await browser.signIn({ token: TOKEN }, { 'user-agent': 'Kitchen' });
    const { id: theirs } = await other.signIn({ token: TOKEN }, { 'user-agent': 'Phone' });
    const { data } = await browser.ask('GET', SESSIONS);
    expect(data.slice(0, 2)).toMatchObject([
      { id: theirs, name: 'Phone', isCurrent: false },
      { id: mine, name: 'Kitchen', isCurrent: true, lastUsedAt: expect.any(String) },
    ]);
    expect((await browser.ask('DELETE', `${SESSIONS}/${theirs}`)).status).toBe(204);
    expect((await other.ask('GET', ME)).status).toBe(401);
    expect(await ids(browser)).not.toContain(theirs);
    expect((await browser.ask('DELETE', `${SESSIONS}/${theirs}`)).status).toBe(404);
  });

  it('are nobody else’s', async () => {
    const { id } = await browser.signIn({ token: TOKEN });
    const { authorization } = await api.addStranger();
    expect((await api.call('DELETE', `${SESSIONS}/${id}`, undefined, { authorization })).status).toBe(404);
    expect((await api.call('GET', SESSIONS, undefined, { authorization })).data).toEqual([]);
    expect((await browser.ask('GET', ME)).status).toBe(200);
  });

  it('end with signing out, which takes the cookie away', async () => {
    await browser.signIn({ token: TOKEN });
    const { cookie } = browser;
    expect((await browser.ask('DELETE', SESSION)).status).toBe(204);
    expect(browser.setCookie).toBe('rekindle-3000=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax');
    expect((await browser.ask('GET', ME, undefined, { cookie })).status).toBe(401);
    expect((await api.call('DELETE', SESSION)).status).toBe(204);
    expect((await api.call('GET', ME)).status).toBe(200);
  });

  it('that have ended are forgotten with the next one, and of those that are open the hundred newest are kept', async () => {
    await api.db.query(`update credentials set revoked_at = now() where kind <> 'token'`);
    await api.db.query(
      `insert into credentials (id, candidate_id, kind, name, hash, created_at, expires_at, idle_until)
       select gen_random_uuid(), $1, 'session', 'old', decode(md5(n::text), 'hex'), now() - interval '1 day', now() + interval '1 day',
         now() + interval '1 day' from generate_series(1, 120) n`,
      [OWNER_ID],
    );
    await browser.signIn({ token: TOKEN });
    const [left] = await api.db.query(
      `select count(*)::int as all, count(*) filter (where name <> 'old')::int as newest from credentials where kind <> 'token'`,
    );
    expect(left).toEqual({ all: 100, newest: 1 });
    expect((await browser.ask('GET', ME)).status).toBe(200);
  });

  it('end with the token that opened them', async () => {
    const withCode = new Browser(api.url, SITE);
    await browser.signIn({ token: TOKEN });
    await withCode.signIn({ code: (await newCode()).code });
    await api.db.query(`delete from credentials where kind = 'token' and candidate_id = $1`, [OWNER_ID]);
    for (const reader of [browser, withCode]) expect((await reader.ask('GET', ME)).status).toBe(401);
  });
});
