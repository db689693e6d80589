import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';

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
  const get = (path: string, headers: Record<string, string> = {}): Promise<Reply> =>
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
  const json = async (path: string) => JSON.parse((await get(path, { accept: 'application/json' })).text) as never;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'captured-'));
    await writeFile(join(directory, `${OLDER}.eml`), message);
    await writeFile(join(directory, `${NEWER}.eml`), 'From: a@example.org\r\nSubject: Short\r\n\r\nOnly text\r\n');
    await writeFile(join(directory, `.${NEWER}.eml.new`), 'half');
    await writeFile(join(directory, 'notes.txt'), 'not a message');
    api = await startApplicationsApi({ CAPTURED_MAIL_DIR: directory });
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
    expect(text).toMatch(/<iframe sandbox="" title="[^"]*" srcdoc="&lt;p style=&quot;[^"<>]*"><\/iframe>/);
    expect(text).toContain('Добрий день &lt;Dana&gt;');
    expect(text).not.toContain('<script');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect(headers['content-security-policy']).not.toMatch(/script-src|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
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

  it.each([
    ['a name that was made to point here', { host: 'evil.example:3000' }],
    ['a proxy on this machine', { 'x-forwarded-for': '8.8.8.8' }],
  ])('is not shown without a token through %s', async (_, headers) => {
    for (const path of ['/captured-mail', `/captured-mail/${OLDER}`, `/captured-mail/${OLDER}.eml`]) {
      const refused = await get(path, headers as Record<string, string>);
      expect(refused.status).toBe(401);
      expect(refused.text).not.toContain('Olena');
    }
    const owner = { ...headers, authorization: `Bearer ${TOKEN}` };
    expect((await get('/captured-mail', owner as Record<string, string>)).status).toBe(200);
  });

  it('is not shown to another account', async () => {
    const { authorization } = await api.addStranger();
    const refused = await get('/captured-mail', { host: 'rekindle.example', authorization });
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
