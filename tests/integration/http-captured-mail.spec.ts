import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret } from '@app/platform';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { Browser } from '../support/browser.js';
import { ask as raw } from '../support/raw-http.js';

const SITE = 'http://127.0.0.1:3000';
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
    api = await startApplicationsApi({ CAPTURED_MAIL_DIR: directory, PUBLIC_URL: SITE });
  });
  afterAll(async () => {
    await api.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('is listed newest first', async () => {
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
  });

  it('is read with its headers and both parts, as they are', async () => {
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

  it.each(['/html', '.html'])('has its HTML as it is, for a frame alone, in a sandbox of its own: %s', async (part) => {
    const { text, headers } = await get(`/captured-mail/${OLDER}${part}`);
    expect(text).toContain(HTML);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; style-src 'unsafe-inline';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect((await get(`/captured-mail/${NEWER}${part}`)).status).toBe(404);
    expect((await get(`/captured-mail/nothing${part}`)).status).toBe(404);
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
    ['a wrong cookie', { cookie: `rekindle-3000=${newSecret('rks')}` }],
    ['half a cookie', { cookie: 'rekindle-3000=rks_' }],
    ['an empty cookie', { cookie: 'rekindle-3000=; rekindle-3000' }],
    ['the token as a cookie', { cookie: `rekindle-3000=${TOKEN}` }],
    ['the key of a former version', { cookie: 'rekindle-mail=the-key-that-npm-start-printed-0123456789' }],
  ])('is not shown to %s', async (_who, headers) => {
    for (const path of [
      '',
      `/${OLDER}`,
      `/${OLDER}.eml`,
      `/${OLDER}.html`,
      `/${OLDER}/html`,
      '?key=the-key-that-npm-start-printed-0123456789',
    ]) {
      const refused = await ask(`/captured-mail${path}`, headers);
      expect([path, refused.status]).toEqual([path, 401]);
      expect(refused.text).not.toContain('Olena');
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

  it('is shown to whoever is signed in, until they sign out', async () => {
    const browser = new Browser(api.url, SITE);
    await browser.signIn({ token: TOKEN });
    const { cookie } = browser;
    const statuses = async () =>
      Promise.all(
        ['', `/${OLDER}`, `/${OLDER}.eml`, `/${OLDER}/html`].map(
          async (path) => (await ask(`/captured-mail${path}`, { cookie })).status,
        ),
      );
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    const wrong = { cookie, authorization: 'Bearer wrong-token' };
    expect((await ask('/captured-mail', wrong)).status).toBe(401);
    await browser.ask('DELETE', '/api/v1/session');
    expect(await statuses()).toEqual([401, 401, 401, 401]);
  });

  it('is not shown to another account', async () => {
    const { authorization } = await api.addStranger();
    const refused = await ask('/captured-mail', { authorization });
    expect({ status: refused.status, code: (JSON.parse(refused.text) as { code: string }).code }).toEqual({
      status: 403,
      code: 'not_the_owner',
    });
  });
});

describe('with a real mail server', () => {
  it('there is no captured mail', async () => {
    const api = await startApplicationsApi();
    expect((await api.call('GET', '/captured-mail')).body).toMatchObject({ status: 404, code: 'not_found' });
    await api.stop();
  });
});
