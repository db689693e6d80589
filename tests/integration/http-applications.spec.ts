import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const APPLICATIONS = '/api/v1/applications';

describe('applications', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const apply = (fields: object = {}) =>
    api.call('POST', APPLICATIONS, { companyName: 'Acme', title: 'Engineer', ...fields });
  const move = (id: string, stage: string, more: object = {}) =>
    api.call('POST', `${APPLICATIONS}/${id}/stage`, { stage, ...more });
  const facts = async (id: string) =>
    api.db.query<{ type: string; data: Record<string, unknown> }>(
      'select type, data from events where application_id = $1 order by id',
      [id],
    );

  it('are recorded with company, vacancy and contact, and that is a fact', async () => {
    const made = await apply({
      companyName: 'Globex',
      url: 'https://jobs.example/7',
      location: 'Lviv',
      contact: { name: 'Ada Lovelace', email: 'ada@globex.example', timezone: 'Europe/London', country: 'GB' },
      stage: 'screening',
      appliedAt: '2026-01-10T10:00:00+02:00',
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        companyName: 'Globex',
        title: 'Engineer',
        url: 'https://jobs.example/7',
        location: 'Lviv',
        requirements: null,
        contactName: 'Ada Lovelace',
        stage: 'screening',
        appliedAt: '2026-01-10T08:00:00.000Z',
        rejection: null,
      },
    });
    const { companyId, vacancyId, contactId } = made.body!;
    expect((await api.call('GET', `/api/v1/contacts/${contactId}`)).body).toMatchObject({
      email: 'ada@globex.example',
      companyName: 'Globex',
      role: 'recruiter',
    });
    expect(await facts(made.id)).toEqual([
      {
        type: 'application.recorded.v1',
        data: {
          applicationId: made.id,
          companyId,
          vacancyId,
          contactId,
          stage: 'screening',
          companyName: 'Globex',
          title: 'Engineer',
        },
      },
    ]);
    expect((await api.call('GET', `${APPLICATIONS}/${made.id}`)).body).toEqual(made.body);
  });

  it('are listed by stage, company and contact', async () => {
    const contact = { name: 'List Contact', email: 'list@example.org' };
    const saved = await apply({ companyName: 'Listed', stage: 'saved', contact });
    const applied = await apply({ companyName: 'Listed', title: 'Other' });
    const list = async (query: string) => (await api.call('GET', `${APPLICATIONS}?${query}`)).data.map(({ id }) => id);
    expect(await list(`companyId=${saved.body?.companyId}`)).toEqual([applied.id, saved.id]);
    expect(await list(`companyId=${saved.body?.companyId}&stage=saved`)).toEqual([saved.id]);
    expect(await list(`contactId=${saved.body?.contactId}`)).toEqual([saved.id]);
  });

  it('find a contact by address and overwrite nothing of what is known', async () => {
    const known = await api.call('POST', '/api/v1/contacts', {
      name: 'Grace H.',
      email: 'grace@example.org',
      role: 'peer',
    });
    const { body } = await apply({ contact: { name: 'G', email: 'GRACE@example.org', country: 'US' } });
    expect(body).toMatchObject({ contactId: known.id, contactName: 'Grace H.' });
    expect((await api.call('GET', `/api/v1/contacts/${known.id}`)).body).toEqual({
      ...known.body,
      openApplications: 1,
    });
    const first = await apply({ companyName: 'No address', contact: { name: 'Only a name' } });
    const second = await apply({ companyName: 'No address', contact: { name: 'only a NAME' } });
    expect(second.body?.contactId).toBe(first.body?.contactId);
  });

  it('change their contact, their vacancy and when they were sent', async () => {
    const { id, body } = await apply({ companyName: 'Changing' });
    const one = `${APPLICATIONS}/${id}`;
    const changed = await api.call('PATCH', one, {
      contact: { name: 'New Person', email: 'new@changing.example' },
      url: 'https://jobs.example/changing',
      appliedAt: '2026-01-01T00:00:00Z',
    });
    expect(changed.body).toMatchObject({
      contactName: 'New Person',
      url: 'https://jobs.example/changing',
      appliedAt: '2026-01-01T00:00:00.000Z',
      vacancyId: body?.vacancyId,
    });
    const { contactId } = changed.body!;
    await api.call('PATCH', one, { contactId });
    expect((await api.call('PATCH', one, { contactId: null })).body).toMatchObject({ contactId: null });
    expect((await facts(id)).slice(1)).toEqual([
      { type: 'application.contact_changed.v1', data: { applicationId: id, contactId } },
      { type: 'application.contact_changed.v1', data: { applicationId: id, contactId: null } },
    ]);
  });

  it('move from stage to stage, each move a fact', async () => {
    const { id } = await apply({ stage: 'saved' });
    expect((await move(id, 'applied', { at: '2026-01-05T00:00:00Z' })).body).toMatchObject({
      stage: 'applied',
      appliedAt: '2026-01-05T00:00:00.000Z',
    });
    await move(id, 'interview', { scheduledAt: '2030-01-01T09:00:00+01:00' });
    await move(id, 'interview', { scheduledAt: '2030-01-08T09:00:00Z' });
    const moves = (await facts(id)).filter(({ type }) => type === 'application.stage_changed.v1');
    expect(moves.map(({ data }) => [data.from, data.to, data.scheduledAt])).toEqual([
      ['saved', 'applied', null],
      ['applied', 'interview', '2030-01-01T08:00:00.000Z'],
      ['interview', 'interview', '2030-01-08T09:00:00.000Z'],
    ]);
    const before = await rowCounts(api.db);
    const refused = await move(id, 'applied');
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'stage_does_not_follow',
      errors: [{ pointer: '/stage' }],
    });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('are deleted with everything that hangs on them', async () => {
    const { id, body } = await apply({ companyName: 'Deleted', contact: { name: 'Stays' } });
    await api.call('POST', `${APPLICATIONS}/${id}/rejection`);
    expect((await api.call('DELETE', `/api/v1/companies/${body?.companyId}`)).body?.code).toBe('in_use');
    expect((await api.call('DELETE', `/api/v1/vacancies/${body?.vacancyId}`)).body?.code).toBe('in_use');
    expect((await api.call('DELETE', `${APPLICATIONS}/${id}`)).status).toBe(204);
    expect((await api.call('GET', `${APPLICATIONS}/${id}`)).status).toBe(404);
    expect((await api.call('GET', `/api/v1/contacts/${body?.contactId}`)).status).toBe(200);
  });

  it('keep text in every script as it was written', async () => {
    const title = 'Розробник «σ» 開発者 مهندس \u200fRTL\u200e 👩🏽‍🚀 "quoted" \'single\' <i>&';
    const requirements = 'Zeile 1\r\n\tZeile 2\u2028 ﷽ \\u0041 ${x} %';
    const { id } = await apply({ title, requirements, companyName: title });
    expect((await api.call('GET', `${APPLICATIONS}/${id}`)).body).toMatchObject({
      title,
      requirements,
      companyName: title,
    });
  });

  it.each([
    ['no company', { companyName: undefined }, 'invalid_body', '/companyName'],
    ['a blank title', { title: ' ' }, 'invalid_body', '/title'],
    ['a stage that is none', { stage: 'ghosted' }, 'invalid_body', '/stage'],
    ['a rejection without its facts', { stage: 'rejected' }, 'invalid_body', '/stage'],
    ['a rejection of what is only saved', { stage: 'saved', rejection: {} }, 'invalid_body', '/stage'],
    ['a rejection of what was accepted', { stage: 'accepted', rejection: {} }, 'invalid_body', '/stage'],
    ['a rejection of what was withdrawn', { stage: 'withdrawn', rejection: {} }, 'invalid_body', '/stage'],
    ['a moment to come', { appliedAt: '2199-01-01T00:00:00Z' }, 'in_the_future', '/appliedAt'],
    [
      'a moment of what is only saved',
      { stage: 'saved', appliedAt: '2026-01-01T00:00:00Z' },
      'invalid_body',
      '/appliedAt',
    ],
    ['a contact without a name', { contact: { email: 'a@b.example' } }, 'invalid_body', '/contact/name'],
    [
      'a second recipient',
      { contact: { name: 'A', email: 'a@b.example,c@d.example' } },
      'invalid_body',
      '/contact/email',
    ],
    [
      'a line break',
      { contact: { name: 'A', email: 'a@b.example\nBcc:c@d.example' } },
      'invalid_body',
      '/contact/email',
    ],
    ['an unknown zone', { contact: { name: 'A', timezone: 'CEST/Kyiv' } }, 'invalid_body', '/contact/timezone'],
    ['an unknown country', { contact: { name: 'A', country: 'EU' } }, 'invalid_body', '/contact/country'],
    [
      'two contacts',
      { contact: { name: 'A' }, contactId: '0198c0de-0000-7000-8000-000000000000' },
      'invalid_body',
      '/contactId',
    ],
    [
      'a contact that is not there',
      { contactId: '0198c0de-0000-7000-8000-000000000000' },
      'unknown_contact',
      '/contactId',
    ],
    ['an unknown field', { salary: 1 }, 'invalid_body', '/salary'],
  ])('refuse %s and leave nothing behind', async (_what, fields, code, pointer) => {
    const before = await rowCounts(api.db);
    const answer = await apply({ companyName: 'Never made', ...fields });
    expect(answer.body).toMatchObject({ status: 422, code, errors: [{ pointer }] });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('of somebody else are not there, nor are their contacts', async () => {
    const { id, body } = await apply({ contact: { name: 'Mine' } });
    const { authorization } = await api.addStranger();
    for (const [method, path, sent] of [
      ['GET', '', undefined],
      ['PATCH', '', { url: null }],
      ['DELETE', '', undefined],
      ['POST', '/stage', { stage: 'offer' }],
      ['POST', '/rejection', {}],
      ['PATCH', '/rejection', {}],
      ['DELETE', '/rejection', undefined],
      ['GET', '/timeline', undefined],
    ] as const) {
      const answer = await api.call(method, `${APPLICATIONS}/${id}${path}`, sent, { authorization });
      expect([method, path, answer.body]).toMatchObject([method, path, { status: 404, code: 'not_found' }]);
    }
    const theirs = { companyName: 'Theirs', title: 'Job', contactId: body?.contactId };
    const answer = await api.call('POST', APPLICATIONS, theirs, { authorization });
    expect(answer.body).toMatchObject({ status: 422, code: 'unknown_contact' });
  });
});
