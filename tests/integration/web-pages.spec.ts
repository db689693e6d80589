import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';

const SITE = 'http://127.0.0.1:3000';
const HERE = { host: '127.0.0.1:3000' };
const HTML = { ...HERE, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const INDEX = `<!doctype html><title>Rekindle</title><div id="root"></div>${'<!-- paper -->'.repeat(100)}`;
const SCRIPT = `console.log(${JSON.stringify('ink '.repeat(500))})`;
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
}

/** By hand, because `fetch` does not let anybody choose the Host header. */
const ask = (url: string, path: string, headers: Record<string, string>, method = 'GET'): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = http.request({ hostname, port, path, method, headers });
    sent.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.end();
  });

describe('the app', () => {
  let api: ApplicationsApi;
  let folder: string;
  const get = (path: string, headers: Record<string, string> = HTML, method = 'GET') =>
    ask(api.url, path, headers, method);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'web-'));
    await mkdir(join(folder, 'assets'));
    const files: Record<string, string> = {
      'index.html': INDEX,
      'assets/index-B4d8.js': SCRIPT,
      'assets/_app.$id-(x)-9c.js': SCRIPT,
      'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    for (const name of ['index.html', 'assets/index-B4d8.js']) {
      await writeFile(join(folder, `${name}.br`), brotliCompressSync(files[name]!));
      await writeFile(join(folder, `${name}.gz`), gzipSync(files[name]!));
    }
    api = await startApplicationsApi({ PUBLIC_URL: SITE, WEB_DIR: folder });
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });

  it.each([
    '/',
    '/index.html',
    '/sign-in',
    '/applications/0190f3b0-0000-7000-8000-000000000000?x=1',
    '/people/nobody',
    '/apiary',
    '/healthy',
    '/captured',
    '/captured-mail',
    '/captured-mail/20261124T100000000Z-00000001',
  ])('is one page, asked for as %s', async (path) => {
    const { status, headers, bytes } = await get(path);
    expect([status, bytes.toString()]).toEqual([200, INDEX]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.any(String),
    });
    expect(headers.vary?.toLowerCase().split(/, */)).toContain('accept');
    expect(headers['set-cookie']).toBeUndefined();
    const head = await get(path, HTML, 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('and its files go as they were compressed when it was built: %s', async (encoding, opened) => {
    for (const [path, text] of [
      ['/', INDEX],
      ['/assets/index-B4d8.js', SCRIPT],
    ] as const) {
      const { headers, bytes } = await get(path, { ...HTML, 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
      expect(opened(bytes).toString()).toBe(text);
    }
  });

  it.each(['/assets/index-B4d8.js', '/assets/_app.$id-(x)-9c.js'])(
    'has files that are kept for good, with the policy that a worker takes from its file: %s',
    async (path) => {
      const { status, headers, bytes } = await get(path, { ...HERE, accept: '*/*' });
      expect([status, bytes.toString()]).toEqual([200, SCRIPT]);
      expect(headers).toMatchObject({
        'content-type': expect.stringMatching(/^(text|application)\/javascript; charset=utf-8$/),
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': POLICY,
      });
    },
  );

  it('has files that are asked for anew, and not sent again when they are the same', async () => {
    const { headers } = await get('/favicon.svg', { ...HERE, accept: 'image/*' });
    expect(headers['cache-control']).toBe('no-cache');
    const again = await get('/favicon.svg', { ...HERE, 'if-none-match': headers.etag! });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it.each<[string, string, Record<string, string>, number]>([
    ['GET', '/api', HTML, 404],
    ['GET', '/api/v1/nothing', HTML, 404],
    ['GET', '/api/v1/me', HTML, 401],
    ['GET', '/api/nothing', HTML, 404],
    ['GET', '/health/nothing', HTML, 404],
    ['GET', '/captured-mail/x.eml', HTML, 404],
    ['GET', '/assets/gone-1a.js', HTML, 404],
    ['GET', '/assets/index-B4d8.js.br', { ...HERE, accept: '*/*' }, 404],
    ['GET', '/sign-in', { ...HERE, accept: '*/*' }, 404],
    ['GET', '/sign-in', { ...HERE, accept: 'application/json' }, 404],
    ['GET', '/sign-in', HERE, 404],
    ['POST', '/sign-in', HTML, 404],
    ['POST', '/', HTML, 404],
    ['PUT', '/favicon.svg', HTML, 405],
    ['DELETE', '/assets/index-B4d8.js', HTML, 405],
    ['POST', '/assets/_app.$id-(x)-9c.js', HTML, 405],
    ['GET', '/..%2f..%2fetc%2fpasswd', { ...HERE, accept: '*/*' }, 404],
    ['GET', '/assets/..%2findex.html', { ...HERE, accept: '*/*' }, 404],
  ])('is not what %s %s asks for', async (method, path, headers, status) => {
    const answer = await get(path, headers, method);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
    expect(JSON.parse(answer.bytes.toString())).toMatchObject({ status, code: expect.any(String) });
  });

  it('is shown under the name of PUBLIC_URL: another one of this machine leads there', async () => {
    for (const host of ['localhost:3000', '[::1]:3000']) {
      const { status, headers } = await get('/sign-in?next=%2Fpeople', { ...HTML, host });
      expect([status, headers.location]).toEqual([307, `${SITE}/sign-in?next=%2Fpeople`]);
      expect(headers['cache-control']).toBe('no-store');
    }
    const { headers } = await get('//evil.example/x', { ...HTML, host: 'localhost:3000' });
    expect(new URL(headers.location!).origin).toBe(SITE);
  });

  it.each(['192.168.1.5:3000', 'rekindle.lan', 'localhost:8080'])(
    'and at %s there is a page that names the setting',
    async (host) => {
      const { status, headers, bytes } = await get('/sign-in', { ...HTML, host });
      expect([status, headers['content-type']]).toEqual([421, 'text/html; charset=utf-8']);
      expect(bytes.toString()).toContain('<code>PUBLIC_URL</code>');
      expect(bytes.toString()).toContain(`href="${SITE}/"`);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}=';/);
      expect(bytes.toString()).not.toContain(host);
    },
  );

  it('is shown where a proxy says by which name it was reached', async () => {
    const headers = { ...HTML, host: 'applications:3000', 'x-forwarded-host': '127.0.0.1:3000' };
    expect((await get('/', headers)).status).toBe(200);
  });

  it('keeps programs from nothing, whatever they call us', async () => {
    const headers = { host: 'applications:3000', authorization: `Bearer ${TOKEN}` };
    expect((await get('/api/v1/me', headers)).status).toBe(200);
  });
});

describe('an app that is not built', () => {
  it('says how it is built, and leaves everything else as it was', async () => {
    const api = await startApplicationsApi({ PUBLIC_URL: SITE, WEB_DIR: join(tmpdir(), 'no-such-folder') });
    const { status, headers, bytes } = await ask(api.url, '/', HTML);
    expect([status, headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(bytes.toString()).toContain('npm run build');
    expect((await ask(api.url, '/', { ...HERE, accept: '*/*' })).status).toBe(404);
    expect((await ask(api.url, '/health/ready', HTML)).status).toBe(200);
    await api.stop();
  });
});
