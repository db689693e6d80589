/** What the palette finds: applications, people, companies and vacancies in one answer, the best first. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

type Found = { kind: string; id: string; title: string; subtitle: string | null };

describe('search', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  beforeEach(() => api.db.query('truncate applications, vacancies, contacts, companies cascade'));
  afterAll(() => api.stop());

  const search = (q: string) => api.call('GET', `/api/v1/search?q=${encodeURIComponent(q)}`);
  const found = async (q: string) => {
    const { status, data } = await search(q);
    expect(status).toBe(200);
    return data as unknown as Found[];
  };
  const titles = async (q: string, kind: string) =>
    (await found(q)).filter((one) => one.kind === kind).map(({ title }) => title);
  const record = async (given: Record<string, unknown>) => {
    const { status, body } = await api.call('POST', '/api/v1/applications', { companyName: 'Acme', ...given });
    expect(status).toBe(201);
    return body as Record<string, string>;
  };

  it('answers with each kind: what it is called, and what tells it from another', async () => {
    const contact = { name: 'Dana Ito', email: 'dana@contoso.example' };
    const made = await record({ companyName: 'Contoso', title: 'Data Engineer', contact });
    expect(await found('contoso')).toEqual([
      { kind: 'application', id: made.id, title: 'Data Engineer', subtitle: 'Contoso' },
      { kind: 'contact', id: made.contactId, title: 'Dana Ito', subtitle: 'Contoso · dana@contoso.example' },
      { kind: 'company', id: made.companyId, title: 'Contoso', subtitle: null },
      { kind: 'vacancy', id: made.vacancyId, title: 'Data Engineer', subtitle: 'Contoso' },
    ]);
    expect(await found('ito dana@')).toMatchObject([{ kind: 'contact' }]);
    expect(await found('dana engineer')).toEqual([]);
  });

  it('has first what begins with every word, then what changed last; eight of each kind', async () => {
    for (const title of ['Preengineer', 'Engineer of old', 'Lead-engineer', 'Bioengineer']) await record({ title });
    expect(await titles('engin', 'application')).toEqual([
      'Lead-engineer',
      'Engineer of old',
      'Bioengineer',
      'Preengineer',
    ]);
    expect(await titles('acme engin', 'vacancy')).toEqual([
      'Lead-engineer',
      'Engineer of old',
      'Bioengineer',
      'Preengineer',
    ]);
    for (let n = 1; n <= 9; n += 1) await record({ title: `Cook ${n}`, companyName: `Kitchen ${n}` });
    for (const kind of ['application', 'vacancy']) expect(await titles('cook', kind)).toHaveLength(8);
    expect(await titles('kitchen', 'company')).toEqual(Array.from({ length: 8 }, (_, n) => `Kitchen ${9 - n}`));
  });

  it('takes words as they are, in whatever case, width, accents and script', async () => {
    await record({ title: 'Crème_Cook 100%', companyName: 'Київстар' });
    await record({ title: 'C++ (Senior)', companyName: String.raw`Back\Slash` });
    const [cook] = await titles('cook', 'application');
    for (const q of ['creme', 'ＣＯＯＫ', '100%', 'київСТАР', 'e_c', 'cook_']) {
      expect(await titles(q, 'application')).toEqual(q === 'cook_' ? [] : [cook]);
    }
    for (const q of ['c++', '(sen', String.raw`k\s`, 'seni back'])
      expect(await titles(q, 'vacancy')).toEqual(['C++ (Senior)']);
    for (const q of ['crame', 'e%c', '100_', 'C__']) expect(await found(q)).toEqual([]);
    expect((await api.call('GET', '/api/v1/search')).data).toEqual([]);
  });

  it('survives what nobody types', async () => {
    await record({ title: 'Engineer' });
    for (const q of ['', '%20', '%00', 'a%0Ab', 'a'.repeat(201)]) {
      expect([q, (await api.call('GET', `/api/v1/search?q=${q}`)).status]).toEqual([q, 422]);
    }
    expect((await api.call('GET', '/api/v1/search?q=%ED%A0%80')).data).toEqual([]);
    expect((await search('\\'.repeat(200))).status).toBe(200);
    expect(
      (await search(Array.from({ length: 100 }, (_, n) => String.fromCharCode(0x4e00 + n)).join(' '))).status,
    ).toBe(200);
  });

  it('finds nothing that is deleted, and nothing of anybody else', async () => {
    const { id, contactId, companyId } = await record({ title: 'Engineer', contact: { name: 'Ana Engineer' } });
    await api.call('DELETE', `/api/v1/applications/${id}`);
    expect((await found('engineer')).map(({ kind }) => kind)).not.toContain('application');
    for (const path of [`contacts/${contactId}`, `companies/${companyId}`]) {
      expect((await api.call('DELETE', `/api/v1/${path}`)).status).toBe(204);
    }
    expect(await found('engineer')).toEqual([]);
    await record({ title: 'Stranger' });
    const { authorization } = await api.addStranger();
    expect((await api.call('GET', '/api/v1/search?q=stranger', undefined, { authorization })).data).toEqual([]);
    expect(await titles('stranger', 'application')).toEqual(['Stranger']);
  });
});
