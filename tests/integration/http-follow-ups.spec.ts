import { Database } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aLetter, aReminder, fromNow, HOUR } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { AT_ONCE, setSettings } from '../support/arrange.js';
import { whyOfRow } from '../support/sentences.js';

describe('follow-ups', () => {
  let api: ApplicationsApi;
  let database: Database;
  const followUps = '/api/v1/follow-ups';
  const list = (query = '') => api.call('GET', `${followUps}${query}`);
  const idsOf = async (query: string) => (await list(query)).data.map(({ id }) => id);

  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 2 });
  });
  beforeEach(async () => {
    await api.db.query('delete from follow_ups');
    await setSettings(database, AT_ONCE);
  });
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  it('are shown with the text that would go now, the reason and the ledger', async () => {
    const letter = await aLetter(database, {}, { title: 'Data Engineer', contact: { name: 'Dana Ito' } });
    const { status, body, headers } = await api.call('GET', `${followUps}/${letter.id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: letter.id,
      kind: 'feedback_request',
      audience: 'contact',
      dueAt: letter.dueAt.toISOString(),
      state: 'waiting',
      subject: expect.stringContaining('Data Engineer'),
      body: expect.stringContaining('Data Engineer'),
      why: whyOfRow(letter),
      whyCode: letter.whyCode,
      whyFacts: letter.whyFacts,
      heldWhy: null,
      heldUntil: null,
      reasons: [],
      applicationId: letter.applicationId,
      contactId: letter.contactId,
      contact: { id: letter.contactId, name: 'Dana Ito', timezone: null, country: null, warmth: 'warm' },
      application: { id: letter.applicationId, title: 'Data Engineer', companyName: 'Acme', stage: 'rejected' },
      messageId: null,
      digestId: null,
      sentAt: null,
      sample: false,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      ledger: [
        {
          at: expect.stringMatching(/Z$/),
          by: 'plan',
          what: 'planned',
          whatCode: 'planned',
          whatFacts: {},
          why: whyOfRow(letter),
          whyCode: letter.whyCode,
          whyFacts: letter.whyFacts,
        },
      ],
    });
    expect(headers.get('etag')).toMatch(/^W\//);
    expect((await list()).body).toEqual({ data: [body], nextCursor: null });
  });

  it('are listed by due time, page by page, each once, however close they lie together', async () => {
    const rows = await Promise.all(Array.from({ length: 7 }, () => aReminder(database)));
    await api.db.query(`update follow_ups set due_at = '2030-01-01T00:00:00.000001Z'`);
    await api.db.query(`update follow_ups set due_at = '2030-01-01T00:00:00.000002Z' where id = $1`, [rows[0]!.id]);
    const seen: unknown[] = [];
    let cursor: unknown = null;
    do {
      const page = await list(`?limit=2${cursor ? `&cursor=${String(cursor)}` : ''}`);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.body?.nextCursor;
    } while (cursor);
    const [last, ...rest] = rows.map(({ id }) => id);
    expect(seen).toEqual([...rest.sort(), last]);
  });

  it('are found by state, and what is due is neither waiting nor retrying', async () => {
    const due = await aLetter(database, { dueAt: fromNow(-HOUR) });
    const retried = await aLetter(database, { state: 'retrying', dueAt: fromNow(-HOUR / 2) });
    const waiting = await aLetter(database);
    const retrying = await aLetter(database, { state: 'retrying' });
    const held = await aLetter(database, { state: 'held' });
    expect(await idsOf('?state=due')).toEqual([due.id, retried.id]);
    expect(await idsOf('?state=waiting')).toEqual([waiting.id]);
    expect(await idsOf('?state=retrying')).toEqual([retrying.id]);
    expect(await idsOf('?state=held')).toEqual([held.id]);
    expect((await list('?state=due')).data).toMatchObject([{ state: 'due' }, { state: 'due' }]);
    const reminder = await aReminder(database, { dueAt: fromNow(-HOUR) });
    expect(await idsOf('?audience=candidate&state=due')).toEqual([reminder.id]);
  });

  it('are found by kind, audience, application and contact', async () => {
    const letter = await aLetter(database);
    const reminder = await aReminder(database);
    expect(await idsOf('?kind=reflection')).toEqual([reminder.id]);
    expect(await idsOf('?audience=contact')).toEqual([letter.id]);
    expect(await idsOf(`?applicationId=${letter.applicationId}`)).toEqual([letter.id]);
    expect(await idsOf(`?contactId=${reminder.contactId}&audience=candidate`)).toEqual([reminder.id]);
    expect(await idsOf(`?contactId=${randomUUID()}`)).toEqual([]);
  });

  it.each(['state=asleep', 'kind=love_letter', 'limit=0', 'cursor=eyJ9', 'colour=red', 'contactId=1'])(
    'refuse the query %s',
    async (query) => {
      expect((await list(`?${query}`)).body).toMatchObject({ status: 422, code: 'invalid_query' });
    },
  );

  it('of somebody else are not there, whatever is asked of them', async () => {
    const { id } = await aLetter(database);
    const stranger = await api.addStranger();
    const asStranger = (method: string, path: string, body?: unknown) =>
      api.call(method, path, body, stranger as never);
    expect((await asStranger('GET', followUps)).data).toEqual([]);
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { subject: 'Mine now' }],
      ['POST', '/cancel'],
      ['POST', '/send-now'],
    ] as const) {
      const refused = await asStranger(method, `${followUps}/${id}${path}`, body);
      expect(refused.body).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect((await api.call('GET', `${followUps}/${id}`)).body).toMatchObject({ state: 'waiting' });
  });

  describe('edited', () => {
    const edit = (id: string, patch: unknown, headers?: Record<string, string>) =>
      api.call('PATCH', `${followUps}/${id}`, patch, headers);

    it('keep the candidate’s own words, in every script', async () => {
      const { id } = await aLetter(database);
      const words = {
        subject: 'Дякую — תודה — 谢谢 🙏 "so" long',
        body: 'Рядок 1\n\n\u202Bשלום\u202C & <b>2</b>\nКінець',
      };
      const { body } = await edit(id, words);
      expect(body).toMatchObject({
        ...words,
        state: 'waiting',
        ledger: [{}, { what: 'edited', why: 'subject, body' }],
      });
      expect((await api.call('GET', `${followUps}/${id}`)).body).toEqual(body);
    });

    it('move a due time outside the sending window to the next one, and show it', async () => {
      const window = { ...AT_ONCE.sendingWindow, days: ['tue' as const], from: '09:00', to: '11:30' };
      await setSettings(database, { timezone: 'Europe/Kyiv', sendingWindow: window });
      const { id } = await aLetter(database);
      const asked = await edit(id, { dueAt: '2030-01-02T08:00:00Z' });
      const dueAt = String(asked.body?.dueAt);
      expect(dueAt >= '2030-01-08T07:00:00.000Z' && dueAt < '2030-01-08T09:30:00.000Z').toBe(true);
      const inside = await edit(id, { dueAt: '2030-01-08T10:00:00+02:00' });
      expect(inside.body).toMatchObject({ dueAt: '2030-01-08T08:00:00.000Z' });
    });

    it('leave the moment of a reminder as chosen', async () => {
      await setSettings(database, { sendingWindow: { from: '09:00', to: '11:30' } });
      const { id } = await aReminder(database);
      expect((await edit(id, { dueAt: '2030-01-05T23:59:00Z' })).body).toMatchObject({
        dueAt: '2030-01-05T23:59:00.000Z',
      });
    });

    it.each([
      [{ dueAt: '2020-01-01T00:00:00Z' }, 'in_the_past', '/dueAt'],
      [{ dueAt: '2099-01-01T00:00:00Z' }, 'too_far_ahead', '/dueAt'],
      [{ dueAt: 'tomorrow' }, 'invalid_body', '/dueAt'],
      [{ subject: 'Two\r\nBcc: lines@example.org' }, 'invalid_body', '/subject'],
      [{ body: ' \n ' }, 'invalid_body', '/body'],
      [{ state: 'sent' }, 'invalid_body', '/state'],
      [{}, 'invalid_body', ''],
    ])('refuse %j with %s', async (patch, code, pointer) => {
      const letter = await aLetter(database);
      const refused = await edit(letter.id, patch);
      expect(refused.body).toMatchObject({ status: 422, code });
      expect(refused.body?.errors).toContainEqual(expect.objectContaining({ pointer }));
      const after = await api.call('GET', `${followUps}/${letter.id}`);
      expect(after.body).toMatchObject({ updatedAt: letter.updatedAt.toISOString(), ledger: [{ what: 'planned' }] });
    });

    it('refuse changes while being sent, and to words that were handed over once', async () => {
      const sending = await aLetter(database, { state: 'sending' });
      expect((await edit(sending.id, { body: 'Late' })).body).toMatchObject({ status: 409, code: 'already_sending' });
      const retrying = await aLetter(database, { state: 'retrying', mime: Buffer.from('frozen') });
      expect((await edit(retrying.id, { body: 'Late' })).body).toMatchObject({ status: 409, code: 'already_frozen' });
      expect((await edit(retrying.id, { dueAt: fromNow(2 * HOUR).toISOString() })).status).toBe(200);
      const inDigest = await aReminder(database, { state: 'retrying', digestId: randomUUID() });
      expect((await edit(inDigest.id, { subject: 'Late' })).body).toMatchObject({ code: 'already_frozen' });
      expect((await api.call('GET', `${followUps}/${inDigest.id}`)).body).toMatchObject({
        digestId: inDigest.digestId,
      });
    });

    it('honour If-Match', async () => {
      const { id } = await aLetter(database);
      const tag = (await api.call('GET', `${followUps}/${id}`)).headers.get('etag')!;
      expect((await edit(id, { subject: 'First' }, { 'if-match': tag })).status).toBe(200);
      const stale = await edit(id, { subject: 'Second' }, { 'if-match': 'W/"stale"' });
      expect(stale.body).toMatchObject({ status: 412, code: 'changed_meanwhile' });
      expect((await api.call('GET', `${followUps}/${id}`)).body).toMatchObject({ subject: 'First' });
    });
  });
});
