import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';

const CONTACTS = '/api/v1/contacts';
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();

describe('contacts', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const factsAbout = (contactId: string) =>
    api.db.query(`select type, data from events where contact_id = $1 order by id`, [contactId]);

  it('are recorded with their company, and that is a fact', async () => {
    const made = await api.call('POST', CONTACTS, {
      name: 'Ada Lovelace',
      email: 'Ada@Example.org',
      companyName: 'Analytical Engines',
      timezone: 'Europe/London',
      country: 'GB',
      tags: ['maths'],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Ada Lovelace',
      email: 'Ada@Example.org',
      role: 'recruiter',
      companyName: 'Analytical Engines',
      doNotContact: false,
      notes: null,
      warmth: 'cold',
      lastTouchAt: null,
      nextTouchAt: null,
    });
    const [company] = (await api.call('GET', '/api/v1/companies')).data;
    expect(company).toMatchObject({ id: made.body?.companyId, name: 'Analytical Engines' });
    expect(await factsAbout(made.id)).toEqual([
      { type: 'contact.recorded.v1', data: { contactId: made.id, name: 'Ada Lovelace', role: 'recruiter' } },
    ]);
    expect((await api.call('GET', `${CONTACTS}?companyId=${made.body?.companyId}`)).data).toEqual([made.body]);
  });

  it('have one address each, however it is spelled', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Grace', email: 'grace@example.org' });
    const again = await api.call('POST', CONTACTS, { name: 'G.', email: 'GRACE@example.org' });
    expect(again.body).toMatchObject({ status: 409, code: 'contact_exists', existingId: id });
    const other = await api.call('POST', CONTACTS, { name: 'Another Grace' });
    const moved = await api.call('PATCH', `${CONTACTS}/${other.id}`, { email: 'Grace@example.org' });
    expect(moved.body).toMatchObject({ status: 409, existingId: id, errors: [{ pointer: '/email' }] });
  });

  it('say what changed, and opting out is a fact of its own', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Linus', email: 'linus@example.org' });
    const one = `${CONTACTS}/${id}`;
    await api.call('PATCH', one, { name: 'Linus', notes: 'likes penguins' });
    await api.call('PATCH', one, { doNotContact: true, companyName: 'Kernel' });
    await api.call('PATCH', one, { doNotContact: true });
    const facts = await factsAbout(id);
    expect(facts.slice(1)).toEqual([
      { type: 'contact.changed.v1', data: { contactId: id, fields: ['notes'] } },
      { type: 'contact.opted_out.v1', data: { contactId: id } },
      { type: 'contact.changed.v1', data: { contactId: id, fields: ['companyName'] } },
    ]);
  });

  it('are not bounced any more at a new address', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Bob', email: 'bob@old.example' });
    await api.db.query('update contacts set bounced_at = now() where id = $1', [id]);
    expect((await api.call('GET', `${CONTACTS}/${id}`)).body?.bouncedAt).toEqual(expect.any(String));
    const moved = await api.call('PATCH', `${CONTACTS}/${id}`, { email: 'bob@new.example' });
    expect(moved.body).toMatchObject({ email: 'bob@new.example', bouncedAt: null });
  });

  it('are warm after a touch, cooling after the check-in, cold after half a year', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Warm' });
    const warmth = async () => (await api.call('GET', `${CONTACTS}/${id}`)).body?.warmth;
    await api.call('POST', `${CONTACTS}/${id}/touches`, { kind: 'call', at: daysAgo(200) });
    expect(await warmth()).toBe('cold');
    await api.call('POST', `${CONTACTS}/${id}/touches`, { kind: 'meeting', at: daysAgo(100) });
    expect(await warmth()).toBe('cooling');
    await api.call('POST', `${CONTACTS}/${id}/touches`, { kind: 'mail', direction: 'in', at: daysAgo(1) });
    expect(await warmth()).toBe('warm');
    await api.call('POST', `${CONTACTS}/${id}/touches`, { kind: 'note', at: daysAgo(50) });
    expect((await api.call('GET', `${CONTACTS}/${id}`)).body).toMatchObject({
      warmth: 'warm',
      lastTouchAt: expect.stringContaining(daysAgo(1).slice(0, 10)),
    });
  });

  it('list their touches latest first, page by page', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Talkative' });
    for (const days of [3, 1, 2, 2]) {
      const at = daysAgo(days);
      const touch = await api.call('POST', `${CONTACTS}/${id}/touches`, { kind: 'call', at, text: `${days} days ago` });
      expect(touch).toMatchObject({ status: 201, body: { contactId: id, kind: 'call', direction: null, at } });
    }
    const first = await api.call('GET', `${CONTACTS}/${id}/touches?limit=2`);
    const second = await api.call('GET', `${CONTACTS}/${id}/touches?limit=2&cursor=${first.body?.nextCursor}`);
    const texts = [...first.data, ...second.data].map(({ text }) => text);
    expect(texts).toEqual(['1 days ago', '2 days ago', '2 days ago', '3 days ago']);
    expect(second.body?.nextCursor).toBeNull();
  });

  it('have a touch taken back, what came of something else stays', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Mistaken' });
    const say = (touch: object) => api.call('POST', `${CONTACTS}/${id}/touches`, touch);
    const [first, last] = [await say({ kind: 'call', at: daysAgo(9) }), await say({ kind: 'mail', direction: 'in' })];
    const takeBack = (touch: string) => api.call('DELETE', `${CONTACTS}/${id}/touches/${touch}`);
    expect((await takeBack(last.id)).status).toBe(204);
    expect((await api.call('GET', `${CONTACTS}/${id}`)).body).toMatchObject({ lastTouch: { id: first.id } });
    expect((await takeBack(last.id)).body).toMatchObject({ status: 404, code: 'not_found' });
    await api.db.query(`update touches set kind = 'rejection' where id = $1`, [first.id]);
    expect((await takeBack(first.id)).body).toMatchObject({ status: 409, code: 'touch_stays' });
  });

  it('show when the next letter or hello is due', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Next' });
    const plan = (kind: string, audience: string, state: string, dueAt: string) =>
      api.db.query(
        `insert into follow_ups (id, candidate_id, contact_id, kind, audience, state, due_at, since, why_code)
         select $1, candidate_id, id, $3, $4, $5, $6, now(), 'test' from contacts where id = $2`,
        [randomUUID(), id, kind, audience, state, dueAt],
      );
    await plan('half_year', 'candidate', 'waiting', '2030-06-01T08:00:00Z');
    await plan('feedback_request', 'contact', 'cancelled', '2030-01-01T08:00:00Z');
    await plan('reflection', 'candidate', 'waiting', '2030-01-02T08:00:00Z');
    await plan('check_in', 'candidate', 'waiting', '2030-03-01T08:00:00Z');
    expect((await api.call('GET', `${CONTACTS}/${id}`)).body?.nextTouchAt).toBe('2030-03-01T08:00:00.000Z');
  });

  it('keep text in every script as it was written', async () => {
    const name = 'ذ. عبد\u200fالله 王小明 Олена "Łucja" 👩🏽‍💻 O’Neill <b>&amp;</b>';
    const notes = 'first line\r\nsecond\tline\n\u202bעברית\u202c 🇺🇦 \\n %s {{name}} ﷽';
    const { id } = await api.call('POST', CONTACTS, { name, notes, companyName: name, tags: ['日本', 'naïve'] });
    expect((await api.call('GET', `${CONTACTS}/${id}`)).body).toMatchObject({ name, notes, companyName: name });
  });

  it('are deleted unless an application names them', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Gone' });
    expect((await api.call('DELETE', `${CONTACTS}/${id}`)).status).toBe(204);
    const application = await api.call('POST', '/api/v1/applications', {
      companyName: 'Acme',
      title: 'Engineer',
      contact: { name: 'Needed' },
    });
    const refused = await api.call('DELETE', `${CONTACTS}/${application.body?.contactId}`);
    expect(refused.body).toMatchObject({ status: 409, code: 'in_use' });
  });

  it.each([
    ['an address with a line break', { email: 'a@b.example\r\nBcc: c@d.example' }, '/email'],
    ['two addresses', { email: 'a@b.example, c@d.example' }, '/email'],
    ['an address with a name', { email: 'Ada <a@b.example>' }, '/email'],
    ['a time zone that is none', { timezone: 'Mars/Phobos' }, '/timezone'],
    ['a country that is none', { country: 'XX' }, '/country'],
    ['a name of two lines', { name: 'Ada\nLovelace' }, '/name'],
    ['a blank name', { name: '  ' }, '/name'],
    ['a role that is none', { role: 'boss' }, '/role'],
    ['tags that are no list', { tags: 'maths' }, '/tags'],
    ['a field that is derived', { warmth: 'warm' }, '/warmth'],
  ])('refuse %s', async (_what, fields, pointer) => {
    const before = await rowCounts(api.db);
    const answer = await api.call('POST', CONTACTS, { name: 'Ada', companyName: 'Never made', ...fields });
    expect(answer.body).toMatchObject({ status: 422, code: 'invalid_body', errors: [{ pointer }] });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it.each([
    ['in the future', { kind: 'call', at: '2199-01-01T00:00:00Z' }, 'in_the_future', '/at'],
    ['that is a rejection', { kind: 'rejection' }, 'invalid_body', '/kind'],
    ['by mail without a direction', { kind: 'mail' }, 'invalid_body', '/direction'],
    ['without an offset', { kind: 'call', at: '2026-01-01T10:00:00' }, 'invalid_body', '/at'],
  ])('refuse a touch %s', async (_what, touch, code, pointer) => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Untouched' });
    const before = await rowCounts(api.db);
    const answer = await api.call('POST', `${CONTACTS}/${id}/touches`, touch);
    expect(answer.body).toMatchObject({ status: 422, code, errors: [{ pointer }] });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('of somebody else are not there', async () => {
    const { id } = await api.call('POST', CONTACTS, { name: 'Mine' });
    const { authorization } = await api.addStranger();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: 'Theirs' }],
      ['DELETE', '', undefined],
      ['GET', '/touches', undefined],
      ['POST', '/touches', { kind: 'call' }],
      ['DELETE', `/touches/${randomUUID()}`, undefined],
      ['POST', '/merge', { from: randomUUID() }],
      ['POST', '/unmerge', { from: randomUUID() }],
    ] as const) {
      const answer = await api.call(method, `${CONTACTS}/${id}${path}`, body, { authorization });
      expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});
