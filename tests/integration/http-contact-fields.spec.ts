import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const CONTACTS = '/api/v1/contacts';

describe('where a contact is, how they are addressed and whether they read', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const make = (fields: object) => api.call('POST', CONTACTS, { name: 'Ada Lovelace', ...fields });
  const change = (id: string, fields: object) => api.call('PATCH', `${CONTACTS}/${id}`, fields);
  const fieldsChanged = async (id: string) => {
    const sql = `select data from events where contact_id = $1 and type = 'contact.changed.v1' order by id`;
    return (await api.db.query<{ data: { fields: string[] } }>(sql, [id])).map(({ data }) => data.fields);
  };

  it('is nothing that is known of a new one', async () => {
    expect((await make({})).body).toMatchObject({ country: null, region: null, greeting: null, unread: null });
  });

  it('is said when they are recorded, and shown', async () => {
    const said = { country: 'GB', region: 'GB-ENG', greeting: 'Lady Ada 👋', unread: true };
    const made = await make(said);
    expect(made).toMatchObject({ status: 201, body: said });
    expect((await api.call('GET', `${CONTACTS}/${made.id}`)).body).toMatchObject(said);
    expect((await api.call('GET', CONTACTS)).data[0]).toMatchObject(said);
  });

  it('is changed and taken away again, and that is a fact', async () => {
    const { id } = await make({});
    const said = { region: 'DE-BY', greeting: 'Frau Lovelace', unread: false };
    expect(await change(id, said)).toMatchObject({ status: 200, body: { country: null, ...said } });
    await change(id, said);
    const nothing = { region: null, greeting: null, unread: null };
    expect((await change(id, nothing)).body).toMatchObject(nothing);
    const all = ['region', 'greeting', 'unread'];
    expect(await fieldsChanged(id)).toEqual([all, all]);
  });

  it('is said with an application, for somebody new', async () => {
    const contact = { name: 'Hanna', email: 'hanna@acme.example', region: 'AT-9', greeting: 'Hanna', unread: false };
    const application = { companyName: 'Acme', title: 'Engineer', contact };
    const { body } = await api.call('POST', '/api/v1/applications', application);
    const one = `${CONTACTS}/${body?.contactId}`;
    expect((await api.call('GET', one)).body).toMatchObject(contact);
    await api.call('POST', '/api/v1/applications', { ...application, contact: { ...contact, region: 'AT-1' } });
    expect((await api.call('GET', one)).body).toMatchObject(contact);
  });

  it.each([
    ['a region that is none', { region: 'DE-XX' }, '/region'],
    ['a region of the holiday library alone', { region: 'GB-ALD' }, '/region'],
    ['a country for a region', { region: 'DE' }, '/region'],
    ['a region of another country', { region: 'AT-1', country: 'DE' }, '/region'],
    ['a greeting with a line break', { greeting: 'Ada\r\nBcc: everybody@example.org' }, '/greeting'],
    ['a greeting with another kind of line break', { greeting: 'Ada\u2028Lovelace' }, '/greeting'],
    ['a greeting that is too long', { greeting: 'a'.repeat(101) }, '/greeting'],
    ['a blank greeting', { greeting: ' ' }, '/greeting'],
    ['an unread that is neither yes nor no', { unread: 'no' }, '/unread'],
  ])('is not %s', async (_what, fields, pointer) => {
    const { id } = await make({});
    const before = await rowCounts(api.db);
    const refused = { status: 422, code: 'invalid_body' };
    expect((await make(fields)).body).toMatchObject({ ...refused, errors: [{ pointer }] });
    expect((await change(id, fields)).body).toMatchObject({ ...refused, errors: [{ pointer }] });
    const application = { companyName: 'Never made', title: 'Engineer', contact: { name: 'Ada', ...fields } };
    expect((await api.call('POST', '/api/v1/applications', application)).body).toMatchObject({
      ...refused,
      errors: [{ pointer: `/contact${pointer}` }],
    });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it.each([
    ['a region beside the country that is stored', { country: 'DE' }, { region: 'AT-1' }, '/region'],
    ['a country beside the region that is stored', { region: 'DE-BY' }, { country: 'AT' }, '/country'],
    ['a country beside the pair that is stored', { country: 'DE', region: 'DE-BY' }, { country: 'AT' }, '/country'],
  ])('is not %s, if they contradict', async (_what, stored, patch, pointer) => {
    const { id } = await make(stored);
    const before = await rowCounts(api.db);
    expect((await change(id, { ...patch, notes: 'not kept' })).body).toMatchObject({
      status: 422,
      code: 'region_of_another_country',
      errors: [{ pointer }],
    });
    expect((await api.call('GET', `${CONTACTS}/${id}`)).body).toMatchObject({ notes: null, ...stored });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it.each([
    ['both move', { country: 'DE', region: 'DE-BY' }, { country: 'AT', region: 'AT-1' }],
    ['the country moves and the region goes', { country: 'DE', region: 'DE-BY' }, { country: 'AT', region: null }],
    ['the region moves and the country goes', { country: 'DE' }, { country: null, region: 'AT-1' }],
    ['the region moves within the country', { country: 'DE', region: 'DE-BY' }, { region: 'DE-BE' }],
  ])('is another place when %s', async (_what, stored, patch) => {
    const { id } = await make(stored);
    expect(await change(id, patch)).toMatchObject({ status: 200, body: { ...stored, ...patch } });
  });
});
