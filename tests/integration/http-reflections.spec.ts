import { type MessageData, OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { Planning } from '@app/follow-ups';
import { UuidV7Ids } from '@app/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertFollowUp } from '../support/a-follow-up.js';
import { type Answer, type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const V1 = '/api/v1';

let api: ApplicationsApi;
let database: Database;
let id: string;
let rejectionId: string;
beforeAll(async () => {
  api = await startApplicationsApi();
  database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 2 });
});
afterAll(async () => {
  await database.close();
  await api.stop();
});
beforeEach(async () => {
  id = (await api.call('POST', `${V1}/applications`, { companyName: 'Acme', title: 'Cook', stage: 'interview' })).id;
  rejectionId = await reject();
});

const reject = async () => {
  const { body } = await api.call('POST', `${V1}/applications/${id}/rejection`, {});
  return (body!.rejection as { id: string }).id;
};
const path = () => `${V1}/applications/${id}/reflection`;
const read = () => api.call('GET', path());
const write = (body: object, headers = {}) => api.call('PUT', path(), body, headers);
const tag = ({ headers }: Answer) => ({ 'if-match': headers.get('etag')! });
const reminder = (given: object = {}) =>
  insertFollowUp(database, {
    applicationId: id,
    contactId: null,
    rejectionId,
    kind: 'reflection',
    audience: 'candidate',
    ...given,
  });
const stateOf = async (followUpId: string) => (await api.call('GET', `${V1}/follow-ups/${followUpId}`)).body!.state;

const SUITS = {
  company: { side: 'right', note: 'Small' },
  people: { side: null, note: null },
  room: { side: 'not_right', note: 'No window' },
  work: { side: 'right', note: null },
  leading: { side: null, note: 'Nobody said' },
  talking: { side: 'not_right', note: null },
};

describe('a look back', () => {
  it('is a blank page before its first word, and is written little by little', async () => {
    const blank = await read();
    expect(blank).toMatchObject({
      status: 200,
      body: { applicationId: id, rejectionId, asked: null, qualities: [], updatedAt: null },
    });
    expect((await write({ asked: 'How I cut onions' })).status).toBe(200);
    await write({ suits: SUITS, isMine: { company: 'yes', field: 'not_sure' } });
    await write({ qualities: [{ requirement: 'Knives', mine: 'Ten years' }] });
    await write({ reason: { category: 'experience', words: 'Too slow' }, answered: 'Finely' });
    const last = await write({ wouldChange: 'Ask for a board', reason: { category: 'hard_skills' }, asked: null });
    expect(last.body).toEqual({
      applicationId: id,
      rejectionId,
      asked: null,
      answered: 'Finely',
      wouldChange: 'Ask for a board',
      suits: SUITS,
      isMine: { company: 'yes', role: null, field: 'not_sure' },
      qualities: [{ requirement: 'Knives', mine: 'Ten years' }],
      reason: { category: 'hard_skills', words: 'Too slow' },
      lookedBackAt: null,
      skippedAt: null,
      updatedAt: expect.any(String),
    });
    const again = await read();
    expect([again.body, tag(again)]).toEqual([last.body, tag(last)]);
  });

  it('is not overwritten by another window that read it before', async () => {
    const blank = await read();
    const mine = await write({ asked: 'Mine' }, tag(blank));
    expect(mine.status).toBe(200);
    expect(await write({ asked: 'Theirs' }, tag(blank))).toMatchObject({
      status: 412,
      body: { code: 'changed_meanwhile' },
    });
    expect((await write({ answered: 'Mine too' }, tag(mine))).body).toMatchObject({
      asked: 'Mine',
      answered: 'Mine too',
    });
  });

  it.each<[string, object, string]>([
    ['too much', { asked: 'x'.repeat(20_001) }, '/asked'],
    [
      'too many pairs',
      { qualities: Array.from({ length: 51 }, () => ({ requirement: 'a', mine: 'b' })) },
      '/qualities',
    ],
    ['half a pair', { qualities: [{ requirement: 'a' }] }, '/qualities/0/mine'],
    ['a third column', { suits: { room: { side: 'so-so' } } }, '/suits/room/side'],
    ['a part that is none', { suits: { pay: { side: 'right' } } }, '/suits/pay'],
    ['a reason that is none', { reason: { category: 'bad luck' } }, '/reason/category'],
    ['a score', { score: 7 }, '/score'],
    ['both at once', { lookedBack: true, skipped: true }, '/skipped'],
  ])('takes no %s', async (_what, body, pointer) => {
    const { status, body: said } = await write(body);
    expect([status, (said!.errors as { pointer: string }[])[0]!.pointer]).toEqual([422, pointer]);
    expect((await read()).body).toMatchObject({ updatedAt: null });
  });

  it('is for after a no: before, it is refused with a sentence, and after a no that was taken back it is only read', async () => {
    await write({ asked: 'How I cut onions', lookedBack: true });
    await api.call('DELETE', `${V1}/applications/${id}/rejection`);
    expect(await write({ asked: 'Another' })).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_look_back_on', detail: expect.stringContaining('after a no, not before') },
    });
    expect((await read()).body).toMatchObject({ rejectionId: null, asked: 'How I cut onions', lookedBackAt: null });
    rejectionId = await reject();
    expect((await read()).body).toMatchObject({ rejectionId, asked: 'How I cut onions', lookedBackAt: null });
  });

  it.each(['waiting', 'sent'] as const)(
    'ends its reminder that is %s, and what takes it back brings it back',
    async (state) => {
      const { id: reminded } = await reminder({ state, ...(state === 'sent' && { sentAt: new Date() }) });
      await write({ asked: 'A first word' });
      expect(await stateOf(reminded)).toBe(state);
      for (const word of ['lookedBack', 'skipped']) {
        expect((await write({ [word]: true })).body).toMatchObject({ [`${word}At`]: expect.any(String) });
        expect(await stateOf(reminded)).toBe('done');
        expect((await write({ [word]: false })).body).toMatchObject({ lookedBackAt: null, skippedAt: null });
        expect(await stateOf(reminded)).toBe(state);
      }
      const types = await api.db.query<{ type: string }>(
        `select type from events where application_id = $1 and type like 'follow_up.%' order by id`,
        [id],
      );
      expect(types.map(({ type }) => type)).toEqual([
        'follow_up.done.v1',
        'follow_up.restored.v1',
        'follow_up.done.v1',
        'follow_up.restored.v1',
      ]);
    },
  );

  it('is done with its reminder, wherever that is said, and undone with it', async () => {
    const { id: reminded } = await reminder();
    await api.call('POST', `${V1}/follow-ups/${reminded}/done`, {});
    expect((await read()).body).toMatchObject({ lookedBackAt: expect.any(String), skippedAt: null });
    await api.call('POST', `${V1}/follow-ups/${reminded}/restore`, {});
    expect((await read()).body).toMatchObject({ lookedBackAt: null });
    await write({ skipped: true });
    await api.call('POST', `${V1}/follow-ups/${reminded}/restore`, {});
    expect((await read()).body).toMatchObject({ lookedBackAt: null, skippedAt: null });
  });

  it('is over before its reminder is planned, too: none comes, and what takes it back brings one', async () => {
    const reminders = () =>
      api.db.query<{ state: string }>(`select state from follow_ups where rejection_id = $1 and kind = 'reflection'`, [
        rejectionId,
      ]);
    const [{ messageId, data }] = (await api.db.query(
      `select id as "messageId", data from outbox where type = 'application.rejected.v1' and data ->> 'applicationId' = $1`,
      [id],
    )) as [{ messageId: string; data: MessageData<'application.rejected.v1'> }];
    await write({ lookedBack: true });
    await database.inTurn(OWNER_ID, (tx) =>
      new Planning(new UuidV7Ids(), { isCaptured: true }).handle(tx, {
        id: messageId,
        candidateId: OWNER_ID,
        type: 'application.rejected.v1',
        data,
      }),
    );
    expect(await reminders()).toEqual([{ state: 'done' }]);
    await write({ lookedBack: false });
    expect(await reminders()).toEqual([{ state: 'waiting' }]);
  });

  it('of the no that stands is not undone by the reminder of a former one', async () => {
    const { id: former } = await reminder({ state: 'sent', sentAt: new Date() });
    await api.call('DELETE', `${V1}/applications/${id}/rejection`);
    await reject();
    await write({ lookedBack: true });
    await api.call('POST', `${V1}/follow-ups/${former}/done`, {});
    expect((await read()).body).toMatchObject({ lookedBackAt: expect.any(String) });
  });

  it('is nobody else’s, and goes and comes with its application', async () => {
    await write({ asked: 'How I cut onions' });
    const { authorization } = await api.addStranger();
    for (const method of ['GET', 'PUT']) {
      const body = method === 'PUT' ? { asked: 'Theirs' } : undefined;
      expect((await api.call(method, path(), body, { authorization })).status).toBe(404);
    }
    await api.call('DELETE', `${V1}/applications/${id}`);
    expect([(await read()).status, (await write({ asked: 'Gone' })).status]).toEqual([404, 404]);
    await api.call('POST', `${V1}/applications/${id}/restore`, {});
    expect((await read()).body).toMatchObject({ asked: 'How I cut onions' });
    await api.db.query('delete from applications where id = $1', [id]);
    expect(await api.db.query('select 1 from reflections where application_id = $1', [id])).toEqual([]);
  });
});
