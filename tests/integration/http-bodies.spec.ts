/** What a body may look like before anybody asks what it means: its media type, its depth, its members, its size in errors. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Answer, type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const COMPANIES = '/api/v1/companies';
const CSV = 'Application Date,Company Name,Job Title,Job Url\n';
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const errorsOf = ({ body }: Answer) => body?.errors as unknown[];
const once = () => ({ 'idempotency-key': randomUUID() });

let api: ApplicationsApi;
beforeAll(async () => {
  api = await startApplicationsApi();
});
afterAll(() => api.stop());

describe('a media type', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'Application/JSON ; Charset=utf-8',
    'application/json; version=1; charset=utf-8',
    'application/json; indent=2',
    'application/merge-patch+json; charset=utf-8',
    'application/json; charset=us-ascii',
  ])('%s is taken', async (type) => {
    const answer = await api.call('POST', COMPANIES, { name: `By ${type}` }, { 'content-type': type });
    expect([answer.status, answer.body?.name]).toEqual([201, `By ${type}`]);
  });

  it.each([
    'application/jsonp; charset=utf-8',
    'application/json; charset=utf-16',
    'application/json; charset=iso-2022-jp',
    'application/json;charset=utf-8;charset=utf-7',
    'text/json',
    'application/x-json; charset=utf-8',
    'multipart/form-data; boundary=application/json',
  ])('%s is refused', async (type) => {
    const answer = await api.call('POST', COMPANIES, '{"name":"No"}', { 'content-type': type });
    expect([answer.status, answer.body?.code]).toEqual([415, 'unsupported_media_type']);
  });

  it.each(['text/csv', 'text/csv; charset=utf-8', 'text/csv; header=present'])(
    '%s is taken by imports',
    async (type) => {
      const answer = await api.call('POST', '/api/v1/imports?dryRun=true', CSV, { 'content-type': type });
      expect(answer.status).toBe(200);
    },
  );
});

describe('an encoding', () => {
  const body = JSON.stringify({ name: 'Encoded' });
  it.each([
    ['gzip', gzipSync(body)],
    ['gzip', Buffer.from(body)],
    ['br', Buffer.from(body)],
    ['identity, gzip', Buffer.from(body)],
    ['x-unknown', Buffer.from(body)],
  ])('%s is refused, and what is taken is named', async (encoding, bytes) => {
    const answer = await api.call('POST', COMPANIES, bytes, { 'content-encoding': encoding });
    expect([answer.status, answer.body?.code]).toEqual([415, 'unsupported_content_encoding']);
    expect(answer.headers.get('accept-encoding')).toBe('identity');
  });

  it('identity is none', async () => {
    const answer = await api.call('POST', COMPANIES, { name: 'As it is' }, { 'content-encoding': 'Identity' });
    expect(answer.status).toBe(201);
  });

  it('is refused for files, too', async () => {
    const headers = { 'content-type': 'text/csv', 'content-encoding': 'gzip' };
    const answer = await api.call('POST', '/api/v1/imports?dryRun=true', CSV, headers);
    expect(answer.status).toBe(415);
  });
});

describe('what is nested too deeply', () => {
  const deep = (depth: number) => `{"name":${nested(depth)}}`;
  it.each([
    ['deep arrays', nested(6_000)],
    ['arrays in a member', deep(6_000)],
    ['objects', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
    ['half a megabyte of brackets', nested(500_000)],
    ['one level more than is taken', deep(32)],
  ])('is refused with and without a key: %s', async (_what, body) => {
    const before = await rowCounts(api.db);
    for (const headers of [{}, once()]) {
      const answer = await api.call('POST', COMPANIES, body, headers);
      expect([answer.status, answer.body?.code]).toEqual([422, 'invalid_body']);
      expect(answer.body?.errors).toEqual([expect.objectContaining({ code: 'too_deep' })]);
    }
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('is refused by every command', async () => {
    const { body: document } = await api.call('GET', '/api/openapi.json');
    const paths = Object.entries(document!.paths as Record<string, Record<string, unknown>>);
    for (const [path, operations] of paths) {
      for (const method of Object.keys(operations).filter((verb) => verb === 'post' || verb === 'patch')) {
        const answer = await api.call(
          method.toUpperCase(),
          path.replaceAll(/\{\w+\}/g, randomUUID()),
          nested(6_000),
          once(),
        );
        expect([path, answer.status]).toEqual([path, 422]);
      }
    }
  });

  it('what is not is told what is wrong with it otherwise', async () => {
    const answer = await api.call('POST', COMPANIES, deep(31));
    expect(answer.body?.errors).toEqual([expect.objectContaining({ pointer: '/name', code: 'invalid_type' })]);
  });
});

describe('a member that comes twice', () => {
  it.each([
    ['{"name":"A","name":"B"}', '/name'],
    ['{"name":"A","name":"A"}', '/name'],
    ['{"name":"A","n\\u0061me":"B"}', '/name'],
    ['{"companyName":"A","title":"T","contact":{"name":"A","role":"peer","name":"B"}}', '/contact/name'],
    ['{"name":"A","tags":["x",{"a/b":1,"a/b":2}]}', '/tags/1/a~1b'],
    ['{"__proto__":1,"__proto__":2}', '/__proto__'],
  ])('is refused: %s', async (body, pointer) => {
    const answer = await api.call('POST', COMPANIES, body);
    expect([answer.status, answer.body?.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer, code: 'duplicate_member' })],
    ]);
  });

  it.each([
    '{"name":"the same \\"name\\":\\"name\\": twice"}',
    '{"name":"name","website":null,"careersUrl":null}',
    ' {\n "name" : "a, [b], {c}: \\\\" } ',
  ])('is not seen where it is none: %s', async (body) => {
    expect((await api.call('POST', COMPANIES, body)).status).toBe(201);
  });
});

describe('many errors', () => {
  const keys = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 0])));

  it('are told a hundred at most, and that there are more', async () => {
    const answer = await api.call('POST', COMPANIES, keys(20_000));
    expect([answer.status, errorsOf(answer).length]).toEqual([422, 100]);
    expect(answer.body?.detail).toContain('and more than 99 more');
    const few = await api.call('POST', COMPANIES, keys(4));
    expect(few.body?.detail).toContain('(and 4 more)');
  });

  it.each([
    ['unknown members', '/api/v1/companies', keys(70_000)],
    ['members of a list', '/api/v1/contacts', `{"name":"A","tags":[${'1,'.repeat(400_000)}1]}`],
    ['blank members of a list', '/api/v1/contacts', `{"name":"A","tags":[${'"",'.repeat(300_000)}""]}`],
    ['durations', '/api/v1/settings', `{"keepWarm":{"after":[${'"x",'.repeat(200_000)}"x"]}}`],
    [
      'types of events',
      '/api/v1/webhook-endpoints',
      `{"url":"https://a.example","eventTypes":[${'"x",'.repeat(200_000)}"x"]}`,
    ],
  ])('cost what a long body costs, not its square: %s', async (_what, path, body) => {
    const began = performance.now();
    const answer = await api.call(path.endsWith('settings') ? 'PATCH' : 'POST', path, body);
    expect([answer.status, errorsOf(answer).length <= 100]).toEqual([422, true]);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('in a query are bounded, too', async () => {
    const query = Array.from({ length: 1_000 }, (_, n) => `q${n}=1`).join('&');
    const answer = await api.call('GET', `${COMPANIES}?${query}`);
    expect([answer.status, errorsOf(answer).length]).toEqual([422, 100]);
  });
});

describe('an Idempotency-Key', () => {
  it('stands for the bytes that were sent', async () => {
    const headers = once();
    const first = await api.call('POST', COMPANIES, '{"name":"Bytes","website":null}', headers);
    expect(await api.call('POST', COMPANIES, '{"name":"Bytes","website":null}', headers)).toMatchObject({
      status: 201,
      id: first.id,
    });
    const other = await api.call('POST', COMPANIES, '{"name":"Bytes", "website":null}', headers);
    expect([other.status, other.body?.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('may be used on a route however long it is', async () => {
    const long = `/api/v1/imports?dryRun=true&format=linkedin${'&format=linkedin'.repeat(500)}`;
    const answer = await api.call('POST', long, CSV, { ...once(), 'content-type': 'text/csv' });
    expect(answer.status).toBe(422);
    const random = Buffer.from(Array.from({ length: 3_000 }, () => Math.random() * 256)).toString('base64url');
    const unknown = await api.call('POST', `${COMPANIES}?x=${random}`, { name: 'A long route' }, once());
    expect([unknown.status, unknown.body?.code]).toEqual([422, 'invalid_query']);
  });

  it('that is none is pointed at', async () => {
    const answer = await api.call('POST', COMPANIES, { name: 'A' }, { 'idempotency-key': 'a b' });
    expect([answer.status, answer.body?.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/Idempotency-Key', code: 'invalid_idempotency_key' })],
    ]);
  });

  it('of a request that came before routes were hashed is known', async () => {
    const headers = once();
    const { id } = await api.call('POST', COMPANIES, { name: 'Came before' }, headers);
    const [row] = await api.db.query<{ route: string }>('select route from idempotency_keys where key = $1', [
      headers['idempotency-key'],
    ]);
    const [{ hashed }] = (await api.db.query(`select encode(sha256(convert_to($1, 'UTF8')), 'hex') as hashed`, [
      `POST ${COMPANIES}`,
    ])) as [{ hashed: string }];
    expect([row?.route, id]).toEqual([hashed, expect.any(String)]);
  });
});

describe('a query', () => {
  it('is refused where a route knows none', async () => {
    const { id } = await api.call('POST', COMPANIES, { name: 'Without a query' });
    const asked = [
      ['GET', `${COMPANIES}/${id}?fields=name`, undefined],
      ['POST', `${COMPANIES}?dryRun=true`, { name: 'Not tried' }],
      ['PATCH', `${COMPANIES}/${id}?x=`, {}],
      ['DELETE', `${COMPANIES}/${id}?force`, undefined],
      ['GET', '/api/v1/settings?a=1&a=2', undefined],
      ['GET', '/api/v1/me?__proto__=1', undefined],
    ] as const;
    for (const [method, path, body] of asked) {
      const answer = await api.call(method, path, body);
      expect([path, answer.status, answer.body?.code]).toEqual([path, 422, 'invalid_query']);
      expect(answer.body?.errors).toEqual([expect.objectContaining({ code: 'unknown_field' })]);
    }
    expect((await api.call('GET', `${COMPANIES}/${id}?`)).status).toBe(200);
    expect((await api.call('GET', '/health/live?probe=1')).status).toBe(200);
  });

  it.each(['0x10', '1e1', '+5', '%2B5', '05', '5.0', '%205', '5%20', '٥', '-1', '', 'Infinity', '5&limit=5'])(
    'limit=%s is refused',
    async (limit) => {
      const answer = await api.call('GET', `${COMPANIES}?limit=${limit}`);
      expect([answer.status, answer.body?.errors]).toEqual([422, [expect.objectContaining({ pointer: '/limit' })]]);
    },
  );

  it('limit=100 is not', async () => {
    expect((await api.call('GET', `${COMPANIES}?limit=100`)).status).toBe(200);
  });
});
