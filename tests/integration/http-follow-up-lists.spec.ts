/** Follow-ups as a list shows them: whom they are about, which of them, and in which order. */
import { OWNER_ID } from '@app/contracts';
import { Database, FollowUp } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { namesOf } from '../../apps/applications/src/follow-ups/follow-up-names.queries.js';
import { aLetter, aReminder, fromNow, HOUR } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

describe('follow-ups in a list', () => {
  let api: ApplicationsApi;
  let database: Database;
  const followUps = '/api/v1/follow-ups';
  const list = (query = '') => api.call('GET', `${followUps}${query}`);
  const idsOf = async (query: string) => (await list(query)).data.map(({ id }) => id);
  const pagesOf = async (query: string) => {
    const seen: unknown[] = [];
    let cursor: unknown = null;
    do {
      const page = await list(`?limit=2&${query}${cursor ? `&cursor=${String(cursor)}` : ''}`);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.body?.nextCursor;
    } while (cursor);
    return seen;
  };

  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 2 });
  });
  beforeEach(() => api.db.query('delete from follow_ups'));
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  it('name the person, where they are and how warm, and the application, at whatever stage', async () => {
    const contact = { name: 'Юлія 🙂', timezone: 'Asia/Tokyo', country: 'JP', lastTouchAt: fromNow(-120 * 24 * HOUR) };
    const letter = await aLetter(database, {}, { title: 'Data Engineer', companyName: 'Contoso', contact });
    const nobody = await aReminder(database, {
      contactId: null,
      applicationId: null,
      kind: 'streak',
      details: { length: 3, total: 3, byStage: { applied: 3 }, byReason: { unknown: 3 } },
    });
    const never = await aReminder(database, { dueAt: fromNow(3 * HOUR) });
    await api.db.query('update contacts set last_touch_at = null where id = $1', [never.contactId]);
    const { data } = await list('?dueTo=2099-01-01T00:00:00Z');
    const byId = new Map(data.map((one) => [one.id, one]));
    expect(byId.get(letter.id)).toMatchObject({
      contact: { id: letter.contactId, name: 'Юлія 🙂', timezone: 'Asia/Tokyo', country: 'JP', warmth: 'cooling' },
      application: { id: letter.applicationId, title: 'Data Engineer', companyName: 'Contoso', stage: 'rejected' },
    });
    expect(byId.get(nobody.id)).toMatchObject({ contact: null, application: null });
    expect(byId.get(never.id)).toMatchObject({ contact: { name: 'Dana Ito', warmth: 'cold' } });
  });

  it('name nobody who is deleted, and stay', async () => {
    const letter = await aLetter(database, { state: 'sent', sentAt: fromNow(-HOUR) });
    await api.db.query('update contacts set deleted_at = now() where id = $1', [letter.contactId]);
    await api.db.query('update applications set deleted_at = now() where id = $1', [letter.applicationId]);
    const { body } = await api.call('GET', `${followUps}/${letter.id}`);
    expect(body).toMatchObject({ id: letter.id, contactId: letter.contactId, contact: null, application: null });
  });

  it('take as many statements for a hundred names as for one', async () => {
    await Promise.all(Array.from({ length: 9 }, () => aLetter(database)));
    const statementsFor = (count: number) =>
      database.asCandidate(OWNER_ID, async (tx) => {
        const rows = await tx.find(FollowUp, { take: count });
        let statements = 0;
        const run = tx.queryRunner!.query.bind(tx.queryRunner);
        tx.queryRunner!.query = (...given: unknown[]) => {
          statements += 1;
          return (run as (...all: unknown[]) => Promise<never>)(...given);
        };
        expect((await namesOf(tx, rows, new Date())).size).toBe(count);
        return statements;
      });
    expect(await statementsFor(9)).toBe(await statementsFor(1));
  });

  it('are found by several states, said with commas or one by one', async () => {
    const draft = await aLetter(database, { state: 'draft', dueAt: fromNow(5 * HOUR) });
    const due = await aLetter(database, { dueAt: fromNow(-HOUR) });
    const waiting = await aLetter(database, { dueAt: fromNow(HOUR) });
    const held = await aLetter(database, { state: 'held', dueAt: fromNow(2 * HOUR) });
    const retrying = await aLetter(database, { state: 'retrying', dueAt: fromNow(3 * HOUR) });
    expect(await idsOf('?state=held,draft')).toEqual([held.id, draft.id]);
    expect(await idsOf('?state=held&state=draft')).toEqual([held.id, draft.id]);
    expect(await idsOf('?state=due,retrying')).toEqual([due.id, retrying.id]);
    expect(await idsOf('?state=due,waiting,retrying,held,draft')).toEqual([
      due.id,
      waiting.id,
      held.id,
      retrying.id,
      draft.id,
    ]);
    expect(await idsOf(`?state=held,draft&contactId=${draft.contactId}`)).toEqual([draft.id]);
  });

  it('are found by when they are due: from a moment on, and before one', async () => {
    const at = (hour: string) => new Date(`2030-01-01T${hour}:00Z`);
    const [first, second, third] = await Promise.all([
      aLetter(database, { dueAt: at('08:00') }),
      aLetter(database, { dueAt: at('09:00') }),
      aLetter(database, { dueAt: at('10:00') }),
    ]);
    expect(await idsOf('?dueFrom=2030-01-01T09:00:00Z')).toEqual([second.id, third.id]);
    expect(await idsOf('?dueTo=2030-01-01T09:00:00Z')).toEqual([first.id]);
    const both = `dueFrom=${encodeURIComponent('2030-01-01T10:00:00+01:00')}&dueTo=2030-01-01T10:00:00Z`;
    expect(await idsOf(`?${both}`)).toEqual([second.id]);
  });

  it.each(['asc', 'desc'])('come page by page, %s, each once, however close they lie together', async (order) => {
    const rows = await Promise.all(Array.from({ length: 7 }, () => aReminder(database)));
    await api.db.query(`update follow_ups set due_at = '2030-01-01T00:00:00.000001Z'`);
    await api.db.query(`update follow_ups set due_at = '2030-01-01T00:00:00.000002Z' where id = $1`, [rows[0]!.id]);
    const [last, ...rest] = rows.map(({ id }) => id);
    const ascending = [...rest.sort(), last];
    expect(await pagesOf(`order=${order}&state=waiting,held`)).toEqual(
      order === 'asc' ? ascending : ascending.toReversed(),
    );
  });

  it.each(['state=', 'state=held,asleep', 'state=held&state=', 'order=random', 'dueFrom=tomorrow', 'dueTo=2030-01-01'])(
    'refuse %s',
    async (query) => {
      expect((await list(`?${query}`)).body).toMatchObject({ status: 422, code: 'invalid_query' });
    },
  );
});
