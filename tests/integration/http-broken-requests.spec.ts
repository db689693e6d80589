import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { problem } from '../../apps/applications/src/http/problem.js';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { answerOn, ask, open, type RawAnswer } from '../support/raw-http.js';

const COMPANIES = '/api/v1/companies';
const head = (first: string, ...lines: string[]) => `${[first, ...lines].join('\r\n')}\r\n\r\n`;
const AUTHORIZED = `Authorization: Bearer ${TOKEN}`;
const asOwner = (first: string, ...lines: string[]) => head(`${first} HTTP/1.1`, 'Host: a', AUTHORIZED, ...lines);
const post = (...lines: string[]) => asOwner(`POST ${COMPANIES}`, 'Content-Type: application/json', ...lines);

/** Whatever stood in the request that a page or a log could be made to show. */
const MARK = 'x-of-a-stranger';

let api: ApplicationsApi;
beforeAll(async () => {
  api = await startApplicationsApi();
});
afterAll(() => api.stop());

function expectProblem({ status, headers, text }: RawAnswer, code: string): void {
  const answer = problem.parse(JSON.parse(text));
  expect(answer).toMatchObject({ status, code });
  expect(answer.instance).toBe(`urn:uuid:${headers.get('x-request-id')}`);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': expect.stringMatching(/^application\/problem\+json/),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringMatching(/^default-src 'none'/),
  });
  expect(text).not.toMatch(/FST_|HPE_|\n\s+at /);
}

describe('a request that is broken gets a problem with its id, like any other', () => {
  it.each<[what: string, bytes: string | Buffer, status: number, code: string]>([
    ['a path that is no URL', asOwner(`GET ${COMPANIES}/%`), 400, 'malformed_url'],
    ['a path with half an escape', asOwner(`GET ${COMPANIES}/%e2%82`), 400, 'malformed_url'],
    ['a path part that is too long', asOwner(`GET ${COMPANIES}/${'x'.repeat(300)}`), 414, 'uri_too_long'],
    ['a path that is too long', asOwner(`GET /${MARK}${'x'.repeat(20_000)}`), 431, 'request_header_fields_too_large'],
    [
      'a header that is too long',
      asOwner('GET /', `X-Long: ${'x'.repeat(20_000)}`),
      431,
      'request_header_fields_too_large',
    ],
    [
      'many headers',
      asOwner('GET /', ...Array.from({ length: 3_000 }, (_, n) => `X-${n}: 1`)),
      431,
      'request_header_fields_too_large',
    ],
    ['the hello of TLS', Buffer.from('16030100c4010000c00303', 'hex'), 400, 'malformed_request'],
    ['something else than HTTP', `EHLO ${MARK}\r\n`, 400, 'malformed_request'],
    ['a method that HTTP does not have', head(`FROB /${MARK} HTTP/1.1`, 'Host: a'), 400, 'malformed_request'],
    ['HTTP/2 by prior knowledge', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'malformed_request'],
    ['HTTP/9.9', head('GET / HTTP/9.9', 'Host: a'), 400, 'malformed_request'],
    ['a header without a name', asOwner('GET /', `: ${MARK}`), 400, 'malformed_request'],
    ['a blank before a colon', post('Content-Length : 5'), 400, 'malformed_request'],
    ['a NUL in a header', asOwner('GET /', `X-Nul: ${MARK}\0`), 400, 'malformed_request'],
    ['two lengths', post('Content-Length: 2', 'Content-Length: 3'), 400, 'malformed_request'],
    ['a length that is no number', post('Content-Length: many'), 400, 'malformed_request'],
    ['a length beside chunks', post('Content-Length: 2', 'Transfer-Encoding: chunked'), 400, 'malformed_request'],
    ['a chunk without a size', `${post('Transfer-Encoding: chunked')}${MARK}\r\n`, 400, 'malformed_request'],
    [
      'chunk extensions without an end',
      `${post('Transfer-Encoding: chunked')}2;${'x'.repeat(20_000)}\r\n`,
      413,
      'body_too_large',
    ],
    ['an expectation', post('Expect: x', 'Content-Length: 2'), 417, 'expectation_failed'],
    ['no Host', head(`GET ${COMPANIES} HTTP/1.1`, AUTHORIZED), 400, 'host_required'],
    ['two Hosts', head(`GET ${COMPANIES} HTTP/1.1`, AUTHORIZED, 'Host: a', 'Host: b'), 400, 'host_required'],
    ['a tunnel', head('CONNECT a:443 HTTP/1.1', 'Host: a'), 405, 'method_not_allowed'],
    ['a method nobody routes', asOwner(`PROPFIND ${COMPANIES}`), 405, 'method_not_allowed'],
    ['a trace', asOwner(`TRACE ${COMPANIES}`), 405, 'method_not_allowed'],
    ['the whole server', asOwner('OPTIONS *'), 404, 'not_found'],
    ['a doubled slash', asOwner('GET //api/v1/me'), 404, 'not_found'],
    ['dots in a path', asOwner('GET /api/docs/..%2f..%2fpackage.json'), 404, 'not_found'],
    ['a file that is not there', asOwner('GET /api/docs/nothing.css'), 404, 'not_found'],
    [
      'a body for a path that is not there',
      asOwner(`POST /${MARK}`, 'Content-Type: text/plain', 'Content-Length: 3') + 'abc',
      404,
      'not_found',
    ],
    [
      'a media type that is none',
      asOwner(`POST ${COMPANIES}`, 'Content-Type: ;;', 'Content-Length: 2') + '{}',
      415,
      'unsupported_media_type',
    ],
    [
      'a body without a media type',
      asOwner(`POST ${COMPANIES}`, 'Content-Length: 2') + '{}',
      415,
      'unsupported_media_type',
    ],
    ['a length beyond every limit', post('Content-Length: 99999999999'), 413, 'body_too_large'],
  ])('%s', async (_what, bytes, status, code) => {
    const answer = await ask(api.url, bytes);
    expect(answer.status).toBe(status);
    expectProblem(answer, code);
    if (status !== 404) expect(answer.text).not.toContain(MARK);
  });

  it('a head that does not come to its end', async () => {
    const server = api.app.getHttpServer();
    const { headersTimeout } = server;
    server.headersTimeout = 1;
    const answer = await ask(api.url, `GET / HTTP/1.1\r\nHost: ${MARK}\r\n`);
    server.headersTimeout = headersTimeout;
    expect(answer.status).toBe(408);
    expectProblem(answer, 'request_timeout');
  });

  it('and what was asked before it on the same connection is answered first, whole', async () => {
    const socket = await open(api.url);
    socket.write(`${asOwner('GET /api/v1/me')}nonsense\r\n\r\n`);
    expect(await answerOn(socket)).toMatchObject({ status: 200, text: expect.stringContaining('Olena') });
    await once(socket, 'close');
  });

  it('while HTTP/1.0 without a Host is none', async () => {
    const answer = await ask(api.url, head('GET /api/v1/me HTTP/1.0', AUTHORIZED));
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('Olena') });
  });
});
