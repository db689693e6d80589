import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const COMPANIES = '/api/v1/companies';
const problem = (status: number, code: string, pointer?: string) => ({
  status,
  body: {
    type: 'about:blank',
    title: expect.any(String),
    status,
    code,
    facts: expect.any(Object),
    detail: expect.any(String),
    instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    ...(pointer !== undefined && { errors: [expect.objectContaining({ pointer })] }),
  },
});

describe('every request', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  describe('that is not as it should be gets a problem and leaves nothing behind', () => {
    it.each([
      ['malformed JSON', 'POST', COMPANIES, '{"name": "Acme"', problem(400, 'malformed_json', '')],
      [
        'bytes that are not UTF-8',
        'POST',
        COMPANIES,
        Buffer.from('{"name":"\xff"}', 'latin1'),
        problem(400, 'malformed_json', ''),
      ],
      ['no body', 'POST', COMPANIES, undefined, problem(422, 'invalid_body', '')],
      ['a body that is not an object', 'POST', COMPANIES, [], problem(422, 'invalid_body', '')],
      ['an unknown field', 'POST', COMPANIES, { name: 'Acme', 'a/b~c': 1 }, problem(422, 'invalid_body', '/a~1b~0c')],
      ['a wrong type', 'POST', COMPANIES, { name: 7 }, problem(422, 'invalid_body', '/name')],
      ['a NUL in text', 'POST', COMPANIES, { name: 'Ac\u0000me' }, problem(422, 'invalid_body', '/name')],
      ['a lone surrogate', 'POST', COMPANIES, '{"name":"\\ud800"}', problem(422, 'invalid_body', '/name')],
      [
        'a URL that is not http',
        'POST',
        COMPANIES,
        { name: 'A', website: 'javascript:alert(1)' },
        problem(422, 'invalid_body', '/website'),
      ],
      [
        'a negative duration',
        'POST',
        COMPANIES,
        { name: 'A', cooldown: '-P1D' },
        problem(422, 'invalid_body', '/cooldown'),
      ],
      [
        'a hundred years',
        'POST',
        COMPANIES,
        { name: 'A', cooldown: 'P100Y' },
        problem(422, 'invalid_body', '/cooldown'),
      ],
      ['a body over 1 MiB', 'POST', COMPANIES, { name: 'A'.repeat(1_048_577) }, problem(413, 'body_too_large', '')],
      ['an id that is none', 'GET', `${COMPANIES}/1`, undefined, problem(422, 'invalid_id', '/id')],
      ['an unknown parameter', 'GET', `${COMPANIES}?page=2`, undefined, problem(422, 'invalid_query', '/page')],
      ['a limit of 0', 'GET', `${COMPANIES}?limit=0`, undefined, problem(422, 'invalid_query', '/limit')],
      ['a limit of 101', 'GET', `${COMPANIES}?limit=101`, undefined, problem(422, 'invalid_query', '/limit')],
      ['a cursor of nowhere', 'GET', `${COMPANIES}?cursor=xyz`, undefined, problem(422, 'invalid_query', '/cursor')],
      ['an unknown path', 'GET', '/api/v1/nothing', undefined, problem(404, 'not_found')],
    ])('%s', async (_what, method, path, body, expected) => {
      const before = await rowCounts(api.db);
      const { status, headers, body: answer } = await api.call(method, path, body);
      expect({ status, body: answer }).toMatchObject(expected);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await rowCounts(api.db)).toEqual(before);
    });

    it('a media type that is not JSON', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/csv', 'application/jsonp']) {
        const answer = await api.call('POST', COMPANIES, 'name=Acme', { 'content-type': type });
        expect(answer).toMatchObject(problem(415, 'unsupported_media_type'));
      }
    });

    it('a verb that the path does not know', async () => {
      const answer = await api.call('PUT', `${COMPANIES}/${randomUUID()}`, {});
      expect(answer).toMatchObject(problem(405, 'method_not_allowed'));
      expect(answer.headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH');
    });
  });

  describe('needs a token', () => {
    it.each([[''], ['Bearer'], ['Bearer wrong-token'], ['Basic b2xlbmE6b2xlbmE=']])(
      '%j is none',
      async (authorization) => {
        const answer = await api.call('GET', COMPANIES, undefined, { authorization });
        expect(answer).toMatchObject(problem(401, 'unauthenticated'));
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="rekindle"/);
      },
    );

    it('before its body is looked at', async () => {
      const answer = await api.call('POST', COMPANIES, { nonsense: 1 }, { authorization: 'Bearer wrong-token' });
      expect(answer).toMatchObject(problem(401, 'unauthenticated'));
    });

    it('and sees its own rows only', async () => {
      const { id } = await api.call('POST', COMPANIES, { name: 'Mine alone' });
      const { authorization } = await api.addStranger();
      for (const [method, body] of [['GET'], ['PATCH', { name: 'Taken' }], ['DELETE']] as const) {
        const answer = await api.call(method, `${COMPANIES}/${id}`, body, { authorization });
        expect(answer).toMatchObject(problem(404, 'not_found'));
      }
      expect((await api.call('GET', COMPANIES, undefined, { authorization })).data).toEqual([]);
      expect((await api.call('POST', COMPANIES, { name: 'Mine alone' }, { authorization })).status).toBe(201);
    });
  });

  it('that meets a fault of ours is told so, and nothing of what lies behind', async () => {
    await api.db.query(`alter table companies add constraint "no boom" check (name <> 'boom')`);
    const answer = await api.call('POST', COMPANIES, { name: 'boom' });
    expect(answer).toMatchObject(problem(500, 'internal_error'));
    expect(JSON.stringify(answer.body)).not.toMatch(/boom|constraint|insert|\.[jt]s/i);
    expect(answer.body?.detail).toContain(answer.headers.get('x-request-id'));
  });

  it('is asked to come again while the database is away', async () => {
    const [{ name }] = (await api.db.query('select current_database() as name')) as [{ name: string }];
    const connections = (limit: number) => api.db.query(`alter database ${name} connection limit ${limit}`);
    await connections(0);
    await api.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'rekindle_api' and datname = $1`,
      [name],
    );
    const answer = await api.call('POST', COMPANIES, { name: 'Later' });
    expect(answer).toMatchObject(problem(503, 'unavailable'));
    expect(answer.headers.get('retry-after')).toBe('5');
    expect((await api.call('GET', '/health/ready')).status).toBe(503);
    expect((await api.call('GET', '/health/live')).status).toBe(200);
    await connections(-1);
    const again = async () => (await api.call('POST', COMPANIES, { name: 'Later' })).status === 201;
    expect(await eventually(again, { what: 'that the database is back' })).toBe(true);
  });

  it('says which request it was, and keeps browsers from guessing', async () => {
    const { headers } = await api.call('GET', COMPANIES);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is answered by health without a token', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      expect(await api.call('GET', path, undefined, { authorization: '' })).toMatchObject({ status: 200 });
    }
  });

  describe('with an Idempotency-Key', () => {
    const once = () => ({ 'idempotency-key': randomUUID() });

    it('has one effect and one answer, however often it comes', async () => {
      const headers = once();
      const first = await api.call('POST', COMPANIES, { name: 'Once' }, headers);
      const second = await api.call('POST', COMPANIES, { name: 'Once' }, headers);
      expect(first.status).toBe(201);
      expect([second.status, second.body, second.headers.get('etag')]).toEqual([
        first.status,
        first.body,
        first.headers.get('etag'),
      ]);
    });

    it('has one effect when two come at once', async () => {
      const headers = once();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => api.call('POST', COMPANIES, { name: 'At once' }, headers)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    });

    it('is refused with another body', async () => {
      const headers = once();
      await api.call('POST', COMPANIES, { name: 'First body' }, headers);
      const answer = await api.call('POST', COMPANIES, { name: 'Second body' }, headers);
      expect(answer).toMatchObject(problem(422, 'idempotency_key_reused'));
      const { data } = await api.call('GET', `${COMPANIES}?limit=100`);
      expect(data.map(({ name }) => name)).not.toContain('Second body');
    });

    it('may be tried again after a refusal', async () => {
      const headers = once();
      const { id } = await api.call('POST', COMPANIES, { name: 'In the way' });
      expect((await api.call('POST', COMPANIES, { name: 'In the way' }, headers)).status).toBe(409);
      await api.call('DELETE', `${COMPANIES}/${id}`);
      expect((await api.call('POST', COMPANIES, { name: 'In the way' }, headers)).status).toBe(201);
    });

    it('means another request for another person, on another route and a day later', async () => {
      const headers = once();
      await api.call('POST', COMPANIES, { name: 'Key of mine' }, headers);
      const stranger = await api.addStranger();
      const theirs = await api.call('POST', COMPANIES, { name: 'Key of theirs' }, { ...headers, ...stranger });
      expect(theirs.status).toBe(201);
      await api.db.query(`update idempotency_keys set created_at = now() - interval '25 hours' where key = $1`, [
        headers['idempotency-key'],
      ]);
      expect((await api.call('POST', COMPANIES, { name: 'A day later' }, headers)).body).toMatchObject({
        name: 'A day later',
      });
    });

    it('must have a key worth the name', async () => {
      const answer = await api.call('POST', COMPANIES, { name: 'A' }, { 'idempotency-key': 'x'.repeat(256) });
      expect(answer).toMatchObject(problem(422, 'invalid_idempotency_key'));
    });
  });

  describe('with If-Match', () => {
    it('changes and deletes what was read, and nothing newer', async () => {
      const made = await api.call('POST', COMPANIES, { name: 'Versioned' });
      const one = `${COMPANIES}/${made.id}`;
      const stale = { 'if-match': made.headers.get('etag')! };
      await api.call('PATCH', one, { cooldown: 'P1D' });
      expect(await api.call('PATCH', one, { name: 'Too late' }, stale)).toMatchObject(
        problem(412, 'changed_meanwhile'),
      );
      expect(await api.call('DELETE', one, undefined, stale)).toMatchObject(problem(412, 'changed_meanwhile'));
      const fresh = { 'if-match': (await api.call('GET', one)).headers.get('etag')! };
      const changed = await api.call('PATCH', one, { name: 'In time' }, fresh);
      expect(changed.status).toBe(200);
      expect((await api.call('DELETE', one, undefined, { 'if-match': '*' })).status).toBe(204);
    });
  });

  describe('for a list', () => {
    it('walks through all pages, each row once, whatever is added meanwhile', async () => {
      const { authorization } = await api.addStranger();
      const as = { authorization };
      const names = Array.from({ length: 7 }, (_, n) => `Company ${n}`);
      for (const name of names) await api.call('POST', COMPANIES, { name }, as);
      const seen: unknown[] = [];
      for (let cursor: unknown = ''; cursor !== null;) {
        const page = await api.call('GET', `${COMPANIES}?limit=3${cursor ? `&cursor=${cursor}` : ''}`, undefined, as);
        expect(page.data.length).toBeLessThanOrEqual(3);
        seen.push(...page.data.map(({ name }) => name));
        cursor = page.body?.nextCursor;
        await api.call('POST', COMPANIES, { name: `Added ${seen.length}` }, as);
      }
      expect(seen).toEqual(names.toReversed());
    });
  });
});
