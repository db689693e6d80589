import { EVENT_TYPES } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

interface Operation {
  operationId: string;
  responses: Record<string, unknown>;
  requestBody?: { required: boolean };
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
      security: [{ bearer: [] }, { session: [] }],
    });
  });

  it('names every route once, with a stable operationId and its problems', () => {
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['listCompanies', 'createCompany', 'changeCompany', 'deleteCompany']));
    for (const { responses } of operations()) {
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '422', '429', '4XX', '5XX']));
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
          Problem: { type: 'object', required: expect.arrayContaining(['code', 'facts', 'detail']) },
        },
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: expect.any(String) },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-rekindle', description: expect.any(String) },
        },
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

  it('asks for a body where one is needed only', () => {
    const bodies = Object.values(document.paths).flatMap(({ post, patch }) =>
      [post, patch].filter((one) => one !== undefined),
    );
    const optional = bodies
      .filter(({ requestBody }) => requestBody?.required === false)
      .map(({ operationId }) => operationId);
    const verbs = 'approve cancel finish hold resend restore resume'.split(' ').map((verb) => `${verb}FollowUp`);
    const restored = ['Application', 'Company', 'Contact'].map((what) => `restore${what}`);
    const others = [
      'addSample',
      'changeWebhookSecret',
      'markFollowUpSent',
      'rejectApplication',
      'retryMessage',
      'sendFollowUpNow',
      'stopImport',
      'testLetter',
      'testWebhookEndpoint',
      'undoImport',
    ];
    expect(optional.toSorted()).toEqual([...verbs, ...restored, ...others].toSorted());
    expect(JSON.stringify(document)).not.toContain('x-may-be-left-out');
  });

  it('says what no schema can', () => {
    const schemas = (document.components as { schemas: Record<string, { description?: string }> }).schemas;
    for (const name of [
      'ApplicationBody',
      'StageBody',
      'TouchBody',
      'BoardBody',
      'ContactBody',
      'FollowUpPatch',
      'SettingsPatch',
    ]) {
      expect([name, schemas[name]?.description]).toEqual([name, expect.any(String)]);
    }
    expect(JSON.stringify(document)).not.toContain('JWT');
    expect(schemas.ContactBody).toMatchObject({
      properties: {
        name: { allOf: [{ pattern: '\\S' }, expect.anything()] },
        email: { anyOf: [{ format: 'idn-email' }, { type: 'null' }] },
        country: { anyOf: [{ pattern: '^[A-Z]{2}$' }, { type: 'null' }] },
      },
    });
  });

  it('lets whoever signs in come with nothing', () => {
    expect(document.paths['/api/v1/session']?.post).toMatchObject({ security: [{}] });
    expect(document.paths['/api/v1/session']?.get).not.toHaveProperty('security');
  });

  it('names what is told of If-Match, and of addresses', () => {
    const responsesOf = (path: string, verb: string) => Object.keys(document.paths[path]?.[verb]?.responses ?? {});
    expect(responsesOf('/api/v1/follow-ups/{id}/approve', 'post')).toEqual(
      expect.arrayContaining(['200', '400', '401', '404', '409', '412', '413', '415', '422']),
    );
    expect(responsesOf('/api/v1/boards/{id}', 'delete')).not.toContain('412');
    expect(responsesOf('/api/v1/settings', 'get')).not.toContain('404');
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
