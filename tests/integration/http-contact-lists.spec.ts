/** Contacts as a list shows them: which of them, in which order, how warm, and what is open with them. */
import { Database } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromNow, HOUR, insertFollowUp } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const DAY = 24 * HOUR;

describe('contacts in a list', () => {
  let api: ApplicationsApi;
  let database: Database;
  const path = '/api/v1/contacts';
  const list = (query = '') => api.call('GET', `${path}?${query}`);
  const idsOf = async (query: string) => (await list(query)).data.map(({ id }) => id);
  const namesOf = async (query: string) => (await list(query)).data.map(({ name }) => name);
  const pagesOf = async (query: string) => {
    const seen: unknown[] = [];
    let cursor: unknown = null;
    do {
      const page = await list(`limit=2&${query}${cursor ? `&cursor=${String(cursor)}` : ''}`);
      expect(page.status).toBe(200);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.body?.nextCursor;
    } while (cursor);
    return seen;
  };
  const record = async (name: string, given: Record<string, unknown> = {}): Promise<string> => {
    const { status, id } = await api.call('POST', path, { name, ...given });
    expect(status).toBe(201);
    return id;
  };
  const touched = (id: string, days: number | null) =>
    api.db.query('update contacts set last_touch_at = $2 where id = $1', [id, days && fromNow(-days * DAY)]);
  const aHello = (contactId: string, days: number) =>
    insertFollowUp(database, { contactId, kind: 'check_in', audience: 'candidate', dueAt: fromNow(days * DAY) });

  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 2 });
  });
  beforeEach(async () => {
    await api.db.query('truncate contacts, companies cascade');
    await api.db.query(`update candidates set settings = '{}'`);
  });
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  it('are found by name, address and company', async () => {
    const dana = await record('Dana Ito', { email: 'dana@contoso.example', companyName: 'Contoso' });
    const yulia = await record('Юлія Шевченко', { companyName: 'Київстар' });
    const found = (q: string) => idsOf(`q=${encodeURIComponent(q)}`);
    expect(await found('DANA contoso')).toEqual([dana]);
    expect(await found('@contoso')).toEqual([dana]);
    expect(await found('ЮЛІЯ київ')).toEqual([yulia]);
    expect(await found('a')).toEqual([dana]);
    expect(await found('dana київ')).toEqual([]);
  });

  it('are found by how warm they are, as each of them says', async () => {
    const days = [1, 85, 89, 89.99, 90.01, 91, 95, 175, 179.99, 180.01, 185, 400, null];
    for (const [index, age] of days.entries()) await touched(await record(`Somebody ${index}`), age);
    const { data } = await list('limit=100');
    for (const warmth of ['warm', 'cooling', 'cold']) {
      const expected = data.filter((one) => one.warmth === warmth).map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(3);
      expect(await idsOf(`warmth=${warmth}`)).toEqual(expected);
    }
    expect(await pagesOf('warmth=cold&sort=name')).toHaveLength(4);
  });

  it('are as warm as the calendar says where months end on different days, and hours are short', async () => {
    await api.call('PATCH', '/api/v1/settings', { keepWarm: { after: ['P1M', 'P2M'], halfYear: 'PT3S' } });
    for (let day = 25; day < 35; day += 0.25) await touched(await record(`Day ${day}`), day);
    const { data } = await list('limit=100');
    for (const warmth of ['warm', 'cooling', 'cold']) {
      expect(await idsOf(`limit=100&warmth=${warmth}`)).toEqual(
        data.filter((one) => one.warmth === warmth).map(({ id }) => id),
      );
    }
    await api.call('PATCH', '/api/v1/settings', { keepWarm: { after: [], halfYear: 'P30D' } });
    expect(await idsOf('warmth=cooling')).toEqual([]);
    expect(await idsOf('limit=100&warmth=warm')).toHaveLength(20);
  });

  it('come newest first, by name, by the last touch or by the next one', async () => {
    const [carl, anna, bela] = [await record('carl'), await record('Ånna'), await record('Bela')];
    await touched(anna, 3);
    await touched(bela, 1);
    await aHello(carl, 5);
    await aHello(anna, 2);
    expect(await idsOf('')).toEqual([bela, anna, carl]);
    expect(await namesOf('sort=name')).toEqual(['Bela', 'carl', 'Ånna']);
    expect(await idsOf('sort=-lastTouchAt')).toEqual([bela, anna, carl]);
    expect(await idsOf('sort=nextTouchAt')).toEqual([anna, carl, bela]);
  });

  it.each(['-createdAt', 'name', '-lastTouchAt', 'nextTouchAt'])(
    'come page by page by %s, each once, however alike',
    async (sort) => {
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) ids.push(await record('Ю'.repeat(199) + String(count % 2)));
      for (const id of ids.slice(0, 3)) await aHello(id, 3);
      await api.db.query('update contacts set created_at = $1', [fromNow(-DAY)]);
      await api.db.query(`update contacts set last_touch_at = '2026-01-01T00:00:00.000001Z' where id = any($1)`, [
        ids.slice(0, 3),
      ]);
      await api.db.query(`update follow_ups set due_at = '2030-01-01T00:00:00.000001Z'`);
      const [a, b, c, d, e] = ids;
      const expected = {
        '-createdAt': [e, d, c, b, a],
        name: ids,
        '-lastTouchAt': [c, b, a, e, d],
        nextTouchAt: ids,
      }[sort];
      expect(await pagesOf(`sort=${sort}`)).toEqual(expected);
    },
  );

  it('come by warmth, within one by the next hello, and say how many there are of each, of whoever is asked for', async () => {
    const of = async (name: string, days: number | null, hello: number | null, role = 'recruiter') => {
      const id = await record(name, { role });
      await touched(id, days);
      if (hello !== null) await aHello(id, hello);
    };
    await of('Cold', null, null);
    await of('Warm, later', 2, 80, 'adviser');
    await of('Cooling', 100, 3);
    await of('Warm, never', 1, null, 'peer');
    await of('Warm, sooner', 30, 60);
    await of('Cold, soon', 400, 1);
    const { data, body } = await list('sort=warmth');
    const inOrder = ['Warm, sooner', 'Warm, later', 'Warm, never', 'Cooling', 'Cold, soon', 'Cold'];
    expect(data.map(({ name }) => name)).toEqual(inOrder);
    expect(body).toMatchObject({ counts: { warm: 3, cooling: 1, cold: 2 } });
    expect((await pagesOf('sort=warmth')).length).toBe(6);
    expect(await namesOf('sort=warmth&warmth=cold')).toEqual(['Cold, soon', 'Cold']);
    const beside = await list('sort=warmth&role=peer,adviser&warmth=cold');
    expect(beside).toMatchObject({ data: [], body: { counts: { warm: 2, cooling: 0, cold: 0 } } });
  });

  it('say what was said last, and no more of it than says what it was about', async () => {
    const id = await record('Dana Ito');
    const said = (kind: object) => api.call('POST', `${path}/${id}/touches`, kind);
    expect((await list()).data).toMatchObject([{ lastTouch: null }]);
    await said({ kind: 'call', at: fromNow(-DAY).toISOString(), text: 'Before.' });
    const last = await said({ kind: 'mail', direction: 'in', text: 'x'.repeat(500) });
    expect((await list()).data).toMatchObject([
      { lastTouch: { id: last.id, kind: 'mail', direction: 'in', text: 'x'.repeat(300), followUpId: null } },
    ]);
  });

  it('say how many applications are open with them', async () => {
    const contactId = await record('Dana Ito');
    for (const stage of ['saved', 'applied', 'offer', 'interview']) {
      await api.call('POST', '/api/v1/applications', { companyName: 'Acme', title: stage, contactId, stage });
    }
    const { data } = await api.call('GET', '/api/v1/applications?q=interview');
    await api.call('DELETE', `/api/v1/applications/${String(data[0]!.id)}`);
    expect((await list()).data).toMatchObject([{ id: contactId, openApplications: 2 }]);
  });

  it('refuse the cursor of another order, and orders and warmths that there are not', async () => {
    await record('Dana');
    await record('Olena');
    const cursor = String((await list('limit=1&sort=name')).body!.nextCursor);
    expect((await list(`cursor=${cursor}&sort=-lastTouchAt`)).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/cursor', code: 'not_a_cursor' }],
    });
    for (const query of ['sort=email', 'warmth=hot', 'q=']) {
      expect((await list(query)).body).toMatchObject({ status: 422, code: 'invalid_query' });
    }
  });

  it("are everybody's own", async () => {
    await record('Dana');
    const { authorization } = await api.addStranger();
    const { body } = await api.call('GET', `${path}?q=dana&warmth=cold`, undefined, { authorization });
    expect(body).toMatchObject({ data: [] });
  });
});
