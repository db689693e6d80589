import { EVENT_TYPES } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

interface Operation {
  operationId: string;
  responses: Record<string, unknown>;
}

describe('the API description', () => {
  let api: ApplicationsApi;
  let document: Record<string, unknown> & { paths: Record<string, Record<string, Operation>> };
  beforeAll(async () => {
    api = await startApplicationsApi({ PUBLIC_URL: 'https://rekindle.example' });
    const { body } = await api.call('GET', '/api/openapi.json', undefined, { authorization: '' });
    document = body as typeof document;
  });
  afterAll(() => api.stop());

  const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

  it('is OpenAPI 3.1 and open to everybody', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d$/),
      info: { title: 'Rekindle' },
      servers: [{ url: 'https://rekindle.example' }],
      security: [{ bearer: [] }],
    });
  });

  it('names every route once, with a stable operationId and its problems', () => {
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['listCompanies', 'createCompany', 'changeCompany', 'deleteCompany']));
    for (const { responses } of operations()) {
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
      expect(responses).toHaveProperty('4XX');
    }
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
    expect(references.length).toBeGreaterThan(10);
    for (const path of new Set(references)) {
      const target = path
        .split('/')
        .reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], document);
      expect([path, target]).toEqual([path, expect.any(Object)]);
    }
  });

  it('has the schemas that requests are checked against', () => {
    expect(document).toMatchObject({
      components: {
        schemas: {
          CompanyBody: { type: 'object', additionalProperties: false, required: ['name'] },
          Problem: { type: 'object' },
        },
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      },
    });
    expect(document.paths['/api/v1/companies']?.post).toMatchObject({
      parameters: [expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: false })],
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/CompanyBody' } } } },
      responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Company' } } } } },
    });
    expect(document.paths['/api/v1/companies']?.get).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: 'limit', in: 'query', required: false }),
        expect.objectContaining({ name: 'cursor', in: 'query', required: false }),
      ]),
    });
  });

  it('tells every webhook', () => {
    expect(Object.keys(document.webhooks as object).sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('has a page to read it on', async () => {
    const page = await fetch(`${api.url}/api/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    const html = await page.text();
    for (const [, asset] of html.matchAll(/(?:src|href)=["']\.\/([^"']+)["']/g)) {
      const response = await fetch(`${api.url}/api/${asset}`);
      await response.arrayBuffer();
      expect([asset, response.status]).toEqual([asset, 200]);
    }
  });
});
