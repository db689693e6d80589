/** Text is kept as it was sent or not at all, in every field that takes some; the fields are those of the API description. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}
interface Field {
  method: string;
  path: string;
  /** From the body down to the field; a number is a place in a list. */
  way: (string | number)[];
}

const ILL_FORMED = [
  'x\ud800',
  '\udc00x',
  '\ud800\ud800',
  'a\u0000b',
  'https://h.invalid/\ud800',
  'https://h.invalid/?q=\udfff#x',
  'https://h.invalid/a\u0000',
  'a\ud800@h.invalid',
  '\u0007',
];

let api: ApplicationsApi;
let fields: Field[];
beforeAll(async () => {
  api = await startApplicationsApi();
  const { body } = await api.call('GET', '/api/openapi.json');
  const { paths, components } = body as unknown as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
    components: { schemas: Record<string, Schema> };
  };
  const inside = (part: string | number, schema: Schema) =>
    below(schema).map((way): Field['way'] => [part].concat(way as never[]));
  const below = (schema: Schema): Field['way'][] => {
    if (schema.$ref) return below(components.schemas[schema.$ref.split('/').at(-1)!]!);
    if (schema.anyOf) return schema.anyOf.flatMap(below);
    if (schema.enum ?? schema.const) return [];
    if (schema.type === 'string') return [[]];
    if (schema.items) return inside(0, schema.items);
    return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => inside(name, one));
  };
  fields = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return schema ? below(schema).map((way) => ({ method: method.toUpperCase(), path, way })) : [];
    }),
  );
});
afterAll(() => api.stop());

const around = (way: Field['way'], text: string): unknown =>
  way.reduceRight<unknown>((inner, part) => (typeof part === 'number' ? [inner] : { [part]: inner }), text);

it('every field for text refuses what is not well-formed', async () => {
  expect(fields.length).toBeGreaterThan(60);
  const before = await rowCounts(api.db);
  for (const { method, path, way } of fields) {
    for (const text of ILL_FORMED) {
      const answer = await api.call(method, path.replaceAll(/\{\w+\}/g, randomUUID()), around(way, text));
      const pointer = `/${way.join('/')}`;
      expect([path, pointer, text, answer.status]).toEqual([path, pointer, text, 422]);
      expect(answer.body?.errors).toContainEqual(expect.objectContaining({ pointer }));
    }
  }
  expect(await rowCounts(api.db)).toEqual(before);
});

describe('an address with a name or password in it', () => {
  const withSecrets = ['https://me:s3cret@jobs.example/1', 'https://me@jobs.example/1', 'http://:s3cret@jobs.example/'];
  it.each(withSecrets)('is stored nowhere: %s', async (url) => {
    const before = await rowCounts(api.db);
    const application = { companyName: 'Acme', title: 'Cook' };
    const asked = [
      ['/api/v1/companies', { name: 'A', website: url }, '/website'],
      ['/api/v1/companies', { name: 'A', careersUrl: url }, '/careersUrl'],
      ['/api/v1/applications', { ...application, url }, '/url'],
      ['/api/v1/vacancies', { ...application, url }, '/url'],
      ['/api/v1/boards', { url }, '/url'],
      [`/api/v1/vacancies/${randomUUID()}/observations`, { status: 'open', url }, '/url'],
    ] as const;
    for (const [path, body, pointer] of asked) {
      const answer = await api.call('POST', path, body);
      expect([path, answer.status]).toEqual([path, 422]);
      expect(answer.body?.errors).toEqual([expect.objectContaining({ pointer, code: 'url_with_credentials' })]);
      expect(JSON.stringify(answer.body)).not.toContain('s3cret');
    }
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('is a problem of its row in an import', async () => {
    const file = `Application Date,Company Name,Job Title,Job Url\n"11/13/23, 9:42 AM",Acme,Cook,https://me:s3cret@jobs.example/1\n`;
    const answer = await api.call('POST', '/api/v1/imports?dryRun=true', file, { 'content-type': 'text/csv' });
    expect(answer.body).toMatchObject({ created: 0, problems: [{ column: 'Job Url', code: 'invalid_value' }] });
  });

  it('an at sign elsewhere is none', async () => {
    for (const url of [
      'https://jobs.example/@acme/1',
      'https://jobs.example/?to=a@b.example',
      'https://jobs.example/#@',
    ]) {
      expect((await api.call('POST', '/api/v1/companies', { name: url, website: url })).status).toBe(201);
    }
  });
});
