import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';
import { ImportWorker } from '../support/import-worker.js';

const V1 = '/api/v1';
const CSV_HEADER =
  'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers';

describe('what is recorded again after it was deleted', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const post = (path: string, body?: unknown) => api.call('POST', `${V1}/${path}`, body);
  const remove = (path: string) => api.call('DELETE', `${V1}/${path}`);
  const apply = (companyName: string, email: string): Promise<Answer> =>
    post('applications', { companyName, title: 'Engineer', contact: { name: 'Noa', email } });
  const refused = async (path: string, problem: object) => {
    const before = await rowCounts(api.db);
    const hidden = await api.db.query(`select subject_id from deletions order by 1`);
    expect((await post(path)).body).toMatchObject({ status: 409, ...problem });
    expect(await rowCounts(api.db)).toEqual(before);
    expect(await api.db.query(`select subject_id from deletions order by 1`)).toEqual(hidden);
  };

  it('is a new contact at the address, and the old one comes back when the address is free', async () => {
    const old = await post('contacts', { name: 'Old', email: 'Who@Twice.example' });
    await remove(`contacts/${old.id}`);
    const anew = await post('contacts', { name: 'New', email: 'who@twice.example' });
    expect(anew).toMatchObject({ status: 201, body: { name: 'New' } });
    expect(anew.id).not.toBe(old.id);
    await refused(`contacts/${old.id}/restore`, { code: 'address_taken', existingId: anew.id });
    await api.call('PATCH', `${V1}/contacts/${anew.id}`, { email: 'other@twice.example' });
    expect((await post(`contacts/${old.id}/restore`)).status).toBe(200);
    const back = await api.call('PATCH', `${V1}/contacts/${anew.id}`, { email: 'who@twice.example' });
    expect(back.body).toMatchObject({ status: 409, code: 'contact_exists', existingId: old.id });
  });

  it('is a new company of the name', async () => {
    const old = await post('companies', { name: 'Twice Ltd', cooldown: 'P90D' });
    await remove(`companies/${old.id}`);
    const anew = await post('companies', { name: 'TWICE  ltd' });
    expect(anew).toMatchObject({ status: 201, body: { cooldown: null } });
    await refused(`companies/${old.id}/restore`, { code: 'name_taken', existingId: anew.id });
    await remove(`companies/${anew.id}`);
    expect((await post(`companies/${old.id}/restore`)).body).toMatchObject({ cooldown: 'P90D' });
    await refused(`companies/${anew.id}/restore`, { code: 'name_taken', existingId: old.id });
  });

  it('is a new application for the same vacancy, and both may be there', async () => {
    const old = await apply('Same Inc', 'noa@same.example');
    await remove(`applications/${old.id}`);
    const anew = await apply('Same Inc', 'noa@same.example');
    const { companyId, vacancyId, contactId } = old.body!;
    expect(anew.body).toMatchObject({ companyId, vacancyId, contactId });
    expect((await post(`applications/${old.id}/restore`)).status).toBe(200);
  });

  it.each([
    ['contact', 'address_taken'],
    ['company', 'name_taken'],
  ])('keeps an application from coming back halfway when its %s was recorded anew', async (what, code) => {
    const companyName = `Halfway ${what}`;
    const old = await apply(companyName, `noa@${what}.example`);
    const { contactId, companyId } = old.body as Record<string, string>;
    await remove(`applications/${old.id}`);
    await remove(`contacts/${contactId}`);
    await remove(`companies/${companyId}`);
    const anew =
      what === 'contact'
        ? await post('contacts', { name: 'Noa', email: `noa@${what}.example` })
        : await post('companies', { name: companyName });
    await refused(`applications/${old.id}/restore`, { code, existingId: anew.id });
    const { data } = await api.call('GET', `${V1}/applications?deleted=true&limit=100`);
    expect(data.map(({ id }) => id)).toContain(old.id);
  });

  it('is imported again, once', async () => {
    const row = '"1/10/26, 9:00 AM",,,Imported Inc,Engineer,https://www.linkedin.com/jobs/view/77,cv.pdf,';
    const worker = await ImportWorker.of(api);
    const load = async () => {
      const file = `${CSV_HEADER}\n${row}\n`;
      const { id } = await api.call('POST', `${V1}/imports`, file, { 'content-type': 'text/csv' });
      const done = await worker.carryOut(id);
      const [made] = (await api.call('GET', `${V1}/applications?importId=${id}`)).data;
      return { done, made: made?.id as string };
    };
    const first = await load();
    expect(first.done).toMatchObject({ created: 1, problems: [] });
    const old = first.made;
    await remove(`applications/${old}`);
    const second = await load();
    expect(second.done).toMatchObject({ created: 1, unchanged: 0 });
    const anew = second.made;
    expect((await load()).done).toMatchObject({ created: 0, unchanged: 1 });
    await refused(`applications/${old}/restore`, { code: 'imported_again', existingId: anew });
    await remove(`applications/${anew}`);
    expect((await post(`applications/${old}/restore`)).status).toBe(200);
    expect((await load()).done).toMatchObject({ created: 0, unchanged: 1 });
    await worker.stop();
  });

  it('of two that are restored at once into one place one comes back', async () => {
    const at = { name: 'Race', email: 'race@twice.example' };
    const both = [];
    for (let i = 0; i < 2; i++) {
      const { id } = await post('contacts', at);
      await remove(`contacts/${id}`);
      both.push(id);
    }
    const answers = await Promise.all(both.map((id) => post(`contacts/${id}/restore`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('a contact that is deleted while an application names them stays, or is recorded anew', async () => {
    for (let i = 0; i < 8; i++) {
      const email = `named.${i}@race.example`;
      const { id } = await post('contacts', { name: 'Named', email });
      const [applied, removed] = await Promise.all([apply('Race Inc', email), remove(`contacts/${id}`)]);
      expect(applied.status).toBe(201);
      expect([204, 409]).toContain(removed.status);
      const named = await api.call('GET', `${V1}/contacts/${applied.body?.contactId}`);
      expect(named.status).toBe(200);
      expect(named.id === id).toBe(removed.status === 409);
    }
  });
});
