import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';

const COMPANIES = '/api/v1/companies?limit=100';
const MAIL = '20261124T100000000Z-00000001';

interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
}

let api: ApplicationsApi;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'captured-'));
  const message = `Content-Type: text/html\r\nSubject: Hello\r\n\r\n<p>${'Good morning. '.repeat(200)}</p>\r\n`;
  await writeFile(join(directory, `${MAIL}.eml`), message);
  api = await startApplicationsApi({ CAPTURED_MAIL_DIR: directory, OUTBOUND_ALLOW: '127.0.0.1/32' });
  for (let n = 0; n < 10; n += 1) await api.call('POST', '/api/v1/companies', { name: `Company ${n}` });
});
afterAll(async () => {
  await api.stop();
  await rm(directory, { recursive: true });
});

/** By hand, because `fetch` asks for compressed answers and opens them by itself. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: Buffer): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = http.request(`${api.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
    });
    sent.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.end(body);
  });

const OPENED: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

describe('an answer goes compressed', () => {
  it.each([
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'gzip'],
    ['gzip;q=0.2, br;q=0.1', 'gzip'],
  ])('to who takes %s', async (accepted, encoding) => {
    const [plain, { headers, bytes }] = [await ask(COMPANIES), await ask(COMPANIES, { 'accept-encoding': accepted })];
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(OPENED[encoding]!(bytes)).toEqual(plain.bytes);
  });

  it.each([
    [undefined],
    [''],
    ['identity'],
    ['deflate'],
    ['zstd'],
    ['gzip;q=0'],
    ['nonsense'],
    ['identity, gzip;q=0, br;q=0'],
  ])('not to who takes %j, and says that it might have', async (accepted) => {
    const { status, headers } = await ask(COMPANIES, accepted === undefined ? {} : { 'accept-encoding': accepted });
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, undefined, 'accept-encoding']);
  });

  it.each([
    '/api/openapi.json',
    '/api/docs',
    '/api/docs/swagger-ui.css',
    '/api/docs/swagger-ui-bundle.js',
    `/captured-mail/${MAIL}/html`,
    `/captured-mail/${MAIL}.eml`,
  ])('%s as well', async (path) => {
    const [plain, { headers, bytes }] = [await ask(path), await ask(path, { 'accept-encoding': 'gzip' })];
    expect([plain.status, headers['content-encoding']]).toEqual([200, 'gzip']);
    expect(gunzipSync(bytes)).toEqual(plain.bytes);
  });

  it.each(['/health/live', '/api/v1/me', '/api/v1/nothing', '/api/v1/companies/no-id'])(
    'but not %s, which is small',
    async (path) => {
      expect((await ask(path, { 'accept-encoding': 'br, gzip' })).headers['content-encoding']).toBeUndefined();
    },
  );

  it('nor where a secret may stand beside words of the caller’s', async () => {
    const headers = { 'content-type': 'application/json', 'accept-encoding': 'br, gzip' };
    const body = Buffer.from(JSON.stringify({ url: 'http://127.0.0.1:9/', description: 'x'.repeat(200) }));
    for (let n = 0; n < 6; n += 1) await ask('/api/v1/webhook-endpoints', headers, 'POST', body);
    const { headers: answered, bytes } = await ask('/api/v1/webhook-endpoints', headers);
    expect(bytes.length).toBeGreaterThan(1_024);
    expect(answered['content-encoding']).toBeUndefined();
  });

  it('to HEAD as to GET, without a body', async () => {
    const { status, bytes } = await ask(COMPANIES, { 'accept-encoding': 'gzip' }, 'HEAD');
    expect([status, bytes.length]).toEqual([200, 0]);
  });

  it('while a request that is compressed is not opened', async () => {
    const body = gzipSync(JSON.stringify({ name: 'Packed' }));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect([400, 415]).toContain((await ask('/api/v1/companies', headers, 'POST', body)).status);
  });
});

describe('a page may run nothing that is written into it', () => {
  it.each([
    '/api/v1/me',
    COMPANIES,
    '/api/v1/nothing',
    '/nothing',
    '/api/v1/companies/%',
    '/health/live',
    '/health/ready',
    '/api/openapi.json',
    '/api/docsy',
    '/captured-mail',
    `/captured-mail/${MAIL}`,
    `/captured-mail/${MAIL}.eml`,
    '/captured-mail/nothing/html',
  ])('%s', async (path) => {
    const policy = (await ask(path)).headers['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  it.each([
    [
      'the page of the API description',
      '/api/docs',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self';",
    ],
    [
      'the HTML of a captured mail',
      `/captured-mail/${MAIL}/html`,
      "sandbox; default-src 'none'; style-src 'unsafe-inline';",
    ],
  ])('but for the styles of %s', async (_what, path, policy) => {
    const { status, headers } = await ask(path);
    expect([status, headers['content-security-policy']]).toEqual([200, expect.stringContaining(policy)]);
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|\*/);
  });
});
