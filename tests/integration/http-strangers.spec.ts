import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { answerOn, ask, open } from '../support/raw-http.js';

const head = (first: string, ...lines: string[]) =>
  `${[`${first} HTTP/1.1`, 'Host: a', 'Content-Type: application/json', ...lines].join('\r\n')}\r\n\r\n`;
const ANY_ID = '0190f3b0-0000-7000-8000-000000000000';

let api: ApplicationsApi;
beforeAll(async () => {
  api = await startApplicationsApi();
});
afterAll(() => api.stop());

describe('who has no token is told so before a byte of a body has come', () => {
  it.each([
    ['POST /api/v1/companies'],
    ['POST /api/v1/applications'],
    ['POST /api/v1/imports'],
    ['POST /api/v1/imports?dryRun=true'],
    [`PATCH /api/v1/contacts/${ANY_ID}`],
    [`DELETE /api/v1/companies/${ANY_ID}`],
    [`POST /api/v1/follow-ups/${ANY_ID}/approve`],
    ['PATCH /api/v1/settings'],
    ['POST /api/v1/webhook-endpoints'],
    ['PATCH /api/v1/companies/no-id'],
  ])('%s', async (first) => {
    for (const length of ['Content-Length: 10485760', 'Transfer-Encoding: chunked']) {
      const answer = await ask(api.url, head(first, length));
      expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([401, 'unauthenticated']);
    }
  });

  it.each([
    ['JSON that is none', 'application/json', '{'],
    ['a media type that nobody takes', 'text/plain', 'Acme'],
    ['a body over 1 MiB', 'application/json', JSON.stringify({ name: 'A'.repeat(1_048_577) })],
    ['a file over 10 MiB', 'text/csv', 'x'.repeat(10_485_761)],
  ])('%s', async (_what, type, body) => {
    for (const authorization of ['', 'Bearer wrong-token', `Basic ${TOKEN}`]) {
      const answer = await api.call('POST', '/api/v1/companies', body, { authorization, 'content-type': type });
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    }
  });

  it('and may use the connection again once the body has gone by', async () => {
    const socket = await open(api.url);
    socket.write(`${head('POST /api/v1/companies', 'Content-Length: 2')}{}`);
    expect((await answerOn(socket)).status).toBe(401);
    socket.removeAllListeners('data').write(head('GET /api/v1/me', `Authorization: Bearer ${TOKEN}`));
    expect((await answerOn(socket)).status).toBe(200);
    socket.destroy();
  });

  it.each(['POST /nothing', 'POST /health/live', 'PUT /captured-mail', 'POST /api/docs', 'DELETE /api/v1/me'])(
    '%s is no way to have a body read',
    async (first) => {
      const answer = await ask(api.url, head(first, 'Content-Length: 1000000'));
      expect([404, 405]).toContain(answer.status);
    },
  );
});

it('who has one may send imports of 10 MiB, and nothing else of that size', async () => {
  const csv = { 'content-type': 'text/csv' };
  const file = (bytes: number) => 'Application Date,Company Name,Job Title,Job Url\n'.padEnd(bytes, ' ');
  expect((await api.call('POST', '/api/v1/imports?dryRun=true', file(10_485_761), csv)).status).toBe(413);
  expect((await api.call('POST', '/api/v1/imports?dryRun=true', file(2_000_000), csv)).status).not.toBe(413);
  const elsewhere = await ask(
    api.url,
    head('POST /api/v1/companies', `Authorization: Bearer ${TOKEN}`, 'Content-Length: 2000000').replace(
      'application/json',
      'text/csv',
    ),
  );
  expect([elsewhere.status, (JSON.parse(elsewhere.text) as { code: string }).code]).toEqual([
    415,
    'unsupported_media_type',
  ]);
});
