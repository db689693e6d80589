import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { ask as raw } from '../support/raw-http.js';

const KEY = 'the-key-that-npm-start-prints-0123456789';
const OLDER = '20261124T100000000Z-00000001';
const NEWER = '20261124T110000000Z-00000002';
const HTML = `<p style="color:red">Привіт & "ласкаво" <script>alert(1)</script></p>`;
const message = [
  'From: "Olena Koval" <olena@example.org>',
  'To: Dana Ito <dana@example.com>',
  `Subject: =?UTF-8?B?${Buffer.from('<b>Дякую</b> & "більше" 🙏').toString('base64')}?=`,
  'Date: Tue, 24 Nov 2026 10:00:00 +0000',
  'Message-ID: <one@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Добрий день <Dana> https://example.com/a?b&c',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  '',
  HTML,
  '--x--',
  '',
].join('\r\n');

interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

describe('captured mail', () => {
  let api: ApplicationsApi;
  let directory: string;

  /** By hand, because `fetch` does not let anybody choose the Host header or keep dots in a path. */
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(api.url);
      http
        .get({ hostname, port, path, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              headers: response.headers,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        })
        .on('error', reject);
    });
  const get = (path: string, headers: Record<string, string> = {}) =>
    ask(path, { authorization: `Bearer ${TOKEN}`, ...headers });
  const json = async (path: string) => JSON.parse((await get(path, { accept: 'application/json' })).text) as never;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'captured-'));
    await writeFile(join(directory, `${OLDER}.eml`), message);
    await writeFile(join(directory, `${NEWER}.eml`), 'From: a@example.org\r\nSubject: Short\r\n\r\nOnly text\r\n');
    await writeFile(join(directory, `.${NEWER}.eml.new`), 'half');
    await writeFile(join(directory, 'notes.txt'), 'not a message');
    api = await startApplicationsApi({ CAPTURED_MAIL_DIR: directory, CAPTURED_MAIL_KEY: KEY });
  });
  afterAll(async () => {
    await api.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('is listed newest first, for people and for programs', async () => {
    expect(await json('/captured-mail')).toEqual({
      total: 2,
      data: [
        { id: NEWER, from: 'a@example.org', to: '', subject: 'Short', date: null, messageId: null },
        {
          id: OLDER,
          from: '"Olena Koval" <olena@example.org>',
          to: '"Dana Ito" <dana@example.com>',
          subject: '<b>Дякую</b> & "більше" 🙏',
          date: '2026-11-24T10:00:00.000Z',
          messageId: '<one@example.org>',
        },
      ],
    });
    const page = await get('/captured-mail');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('&lt;b&gt;Дякую&lt;/b&gt; &amp; &quot;більше&quot; 🙏');
    expect(page.text.indexOf(NEWER)).toBeLessThan(page.text.indexOf(OLDER));
  });

  it('is read with its headers and both parts, for programs as they are', async () => {
    expect(await json(`/captured-mail/${OLDER}`)).toMatchObject({
      id: OLDER,
      subject: '<b>Дякую</b> & "більше" 🙏',
      text: expect.stringContaining('Добрий день <Dana> https://example.com/a?b&c'),
      html: expect.stringContaining(HTML),
      headers: expect.arrayContaining(['Message-ID: <one@example.org>']),
    });
    expect(await json(`/captured-mail/${NEWER}`)).toMatchObject({
      html: null,
      text: expect.stringMatching(/^Only text/),
    });
  });

  it('is shown to people escaped, its HTML in a frame that may do nothing', async () => {
    const { text, headers } = await get(`/captured-mail/${OLDER}`, { accept: 'text/html,application/json;q=0.9' });
    expect(text).toContain(`<iframe sandbox="" title="The HTML part" src="/captured-mail/${OLDER}.html"></iframe>`);
    expect(text).toContain('Добрий день &lt;Dana&gt;');
    expect(text).not.toContain('<script');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; frame-src 'self';/,
    );
    expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('has the hash of its own styles in its policy', async () => {
    for (const path of ['/captured-mail', `/captured-mail/${OLDER}`]) {
      const { text, headers } = await get(path);
      const styles = [...text.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => style!);
      const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
      expect(headers['content-security-policy']).toContain(`style-src ${hashes.join(' ')};`);
      expect(text).not.toMatch(/ style=|<link/);
    }
  });

  it('has its HTML as it is, for that frame alone, in a sandbox of its own', async () => {
    const { text, headers } = await get(`/captured-mail/${OLDER}.html`);
    expect(text).toContain(HTML);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; style-src 'unsafe-inline';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect((await get(`/captured-mail/${NEWER}.html`)).status).toBe(404);
  });

  it('is given as the bytes that were sent', async () => {
    const { text, headers } = await get(`/captured-mail/${OLDER}.eml`);
    expect(text).toBe(message);
    expect(headers['content-type']).toMatch(/^message\/rfc822/);
  });

  it.each([
    'nothing',
    `${OLDER}.eml.eml`,
    'notes.txt',
    '..%2f..%2fetc%2fpasswd',
    '../captured-mail/x',
    '%00',
    '.hidden',
    'x%5cy',
  ])('has no message %s', async (name) => {
    const { status, text } = await get(`/captured-mail/${name}`, { accept: 'application/json' });
    expect([400, 404, 422]).toContain(status);
    expect(text).not.toMatch(/root:|not a message|Only text/);
  });

  it.each<[string, Record<string, string>]>([
    ['nobody in particular on this machine', {}],
    ['a reader who asks for localhost', { host: 'localhost:3000' }],
    ['a proxy with its defaults', { host: '127.0.0.1:3000', connection: 'close', accept: 'application/json' }],
    ['a proxy that says so', { 'x-forwarded-for': '127.0.0.1' }],
    ['a name that was made to point here', { host: 'evil.example:3000' }],
    ['a page of this origin', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }],
    ['a token that is none', { authorization: 'Bearer wrong-token' }],
    ['the key as a token', { authorization: `Bearer ${KEY}` }],
    ['a wrong cookie', { cookie: 'rekindle-mail=wrong' }],
    ['half a cookie', { cookie: `rekindle-mail=${KEY.slice(0, -1)}` }],
    ['an empty cookie', { cookie: 'rekindle-mail=; rekindle-mail' }],
    ['the cookie of another thing', { cookie: `other=${KEY}; x-rekindle-mail=${KEY}` }],
    ['a wrong token beside the cookie', { authorization: 'Bearer wrong-token', cookie: `rekindle-mail=${KEY}` }],
  ])('is not shown to %s', async (_who, headers) => {
    for (const path of [
      '',
      `/${OLDER}`,
      `/${OLDER}.eml`,
      `/${OLDER}.html`,
      '?key=',
      '?key=wrong',
      `/${OLDER}?key=${KEY}`,
    ]) {
      const refused = await ask(`/captured-mail${path}`, headers);
      expect([path, refused.status]).toEqual([path, 401]);
      expect(refused.text).not.toMatch(/Olena|the-key/);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
  });

  it('is not shown to who asks as nginx does by itself: HTTP/1.0, and no header that says so', async () => {
    const { status } = await raw(
      api.url,
      'GET /captured-mail HTTP/1.0\r\nHost: 127.0.0.1:3000\r\nConnection: close\r\n\r\n',
    );
    expect(status).toBe(401);
  });

  it('opens with the link that is printed, which leaves a cookie and no key in the address', async () => {
    const opened = await ask(`/captured-mail?key=${KEY}`);
    expect({ status: opened.status, location: opened.headers.location, text: opened.text }).toEqual({
      status: 303,
      location: '/captured-mail',
      text: '',
    });
    expect(opened.headers['set-cookie']).toEqual([`rekindle-mail=${KEY}; Path=/captured-mail; HttpOnly; SameSite=Lax`]);
    expect(opened.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const cookie = `theme=dark; rekindle-mail=old; rekindle-mail=${KEY}`;
    for (const path of ['', `/${OLDER}`, `/${OLDER}.eml`, `/${OLDER}.html`]) {
      expect((await ask(`/captured-mail${path}`, { cookie })).status).toBe(200);
    }
    // It opens captured mail, and nothing else.
    expect((await ask('/api/v1/me', { cookie })).status).toBe(401);
  });

  it('is not shown to another account', async () => {
    const { authorization } = await api.addStranger();
    const refused = await ask('/captured-mail', { authorization, cookie: `rekindle-mail=${KEY}` });
    expect({ status: refused.status, code: (JSON.parse(refused.text) as { code: string }).code }).toEqual({
      status: 403,
      code: 'not_the_owner',
    });
  });
});

describe('captured mail of an installation that is reached over https', () => {
  it('has a cookie that no plain connection and no other host can set or see', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'captured-'));
    const settings = { CAPTURED_MAIL_DIR: directory, CAPTURED_MAIL_KEY: KEY, PUBLIC_URL: 'https://crm.example.org' };
    const api = await startApplicationsApi(settings);
    const name = '__Host-rekindle-mail';
    const opened = await fetch(`${api.url}/captured-mail?key=${KEY}`, { redirect: 'manual' });
    expect(opened.headers.getSetCookie()).toEqual([`${name}=${KEY}; Path=/; HttpOnly; SameSite=Lax; Secure`]);
    const read = (cookie: string) => fetch(`${api.url}/captured-mail`, { headers: { cookie } });
    expect([(await read(`${name}=${KEY}`)).status, (await read(`rekindle-mail=${KEY}`)).status]).toEqual([200, 401]);
    await api.stop();
    await rm(directory, { recursive: true });
  });
});

describe('captured mail without a key', () => {
  it('is for the token alone', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'captured-'));
    const api = await startApplicationsApi({ CAPTURED_MAIL_DIR: directory });
    const status = async (headers: Record<string, string>, query = '') =>
      (await api.call('GET', `/captured-mail${query}`, undefined, { accept: 'application/json', ...headers })).status;
    expect(await status({})).toBe(200);
    for (const cookie of ['rekindle-mail=', 'rekindle-mail=undefined', '']) {
      expect(await status({ authorization: '', cookie }, '?key=undefined')).toBe(401);
    }
    await api.stop();
    await rm(directory, { recursive: true });
  });
});

describe('with a real mail server', () => {
  it('there is no captured mail', async () => {
    const api = await startApplicationsApi();
    expect((await api.call('GET', '/captured-mail')).body).toMatchObject({ status: 404, code: 'not_found' });
    await api.stop();
  });
});
