import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

describe('companies', () => {
  let api: ApplicationsApi;
  const companies = '/api/v1/companies';

  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  it('are created, read, changed and deleted', async () => {
    const made = await api.call('POST', companies, { name: 'Acme', website: 'https://acme.example', cooldown: 'P90D' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Acme',
      deletedAt: null,
      sample: false,
      website: 'https://acme.example',
      careersUrl: null,
      cooldown: 'P90D',
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    });
    const one = `${companies}/${made.id}`;
    const changed = await api.call('PATCH', one, { name: 'Acme Group', cooldown: null });
    expect(changed.body).toMatchObject({ name: 'Acme Group', cooldown: null, website: 'https://acme.example' });
    expect((await api.call('GET', one)).body).toEqual(changed.body);
    expect(await api.call('DELETE', one)).toMatchObject({ status: 204, body: null });
    expect((await api.call('GET', one)).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('have one name each, however it is spelled', async () => {
    const { id } = await api.call('POST', companies, { name: 'Globex GmbH' });
    const again = await api.call('POST', companies, { name: ' ＧＬＯＢＥＸ  gmbh' });
    expect(again.body).toMatchObject({ status: 409, code: 'company_exists', existingId: id });
    const other = await api.call('POST', companies, { name: 'Initech' });
    const renamed = await api.call('PATCH', `${companies}/${other.id}`, { name: 'globex gmbh' });
    expect(renamed.body).toMatchObject({ status: 409, code: 'company_exists', errors: [{ pointer: '/name' }] });
  });
});
