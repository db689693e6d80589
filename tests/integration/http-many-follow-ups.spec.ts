import { Database } from '@app/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aLetter, aReminder } from '../support/a-follow-up.js';
import { type Answer, type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

let api: ApplicationsApi;
let database: Database;
beforeAll(async () => {
  api = await startApplicationsApi();
  database = await Database.connect(api.db.ownerUrl, { name: 'test' });
});
afterAll(async () => {
  await database.close();
  await api.stop();
});

const say = (verb: string, ids: unknown[], headers?: Record<string, string>) =>
  api.call('POST', `/api/v1/follow-ups/${verb}`, { ids }, headers);
/** `state code` of each, in the order of the answer. */
const saidOf = ({ data }: Answer) =>
  (data as { followUp: { state: string } | null; refused: { code: string } | null }[]).map(({ followUp, refused }) =>
    [followUp?.state ?? 'none', refused?.code].filter(Boolean).join(' '),
  );

it('many are held and go on together, each by the rules of one', async () => {
  const waiting = await aLetter(database);
  const reminder = await aReminder(database);
  const draft = await aLetter(database, { state: 'draft' });
  const sent = await aLetter(database, { state: 'sent' });
  const ids = [waiting.id, draft.id, randomUUID(), sent.id, reminder.id];
  const held = await say('hold', ids);
  expect(held.data.map(({ id }) => id)).toEqual(ids);
  expect(saidOf(held)).toEqual(['held', 'draft not_approved', 'none not_found', 'sent already_sent', 'held']);
  expect(held.data[1]!.refused).toMatchObject({ detail: expect.stringMatching(/does not go before you approve it/) });
  const resumed = await say('resume', [reminder.id, draft.id, waiting.id, waiting.id]);
  expect(saidOf(resumed)).toEqual(['waiting', 'draft not_held', 'waiting']);
});

it('one is the same however its id is written, and a tag of one says nothing of many', async () => {
  const { id } = await aLetter(database);
  const held = await say('hold', [id.toUpperCase(), id], { 'if-match': 'W/"7"' });
  expect(held.data.map((each) => each.id)).toEqual([id]);
  expect(saidOf(held)).toEqual(['held']);
});

it('a repeated request is answered as the first time, and changes nothing', async () => {
  const { id } = await aLetter(database);
  const headers = { 'idempotency-key': 'once' };
  const first = await say('hold', [id], headers);
  await say('resume', [id]);
  expect((await say('hold', [id], headers)).body).toEqual(first.body);
  const [row] = await api.db.query<{ state: string }>('select state from follow_ups where id = $1', [id]);
  expect(row).toEqual({ state: 'waiting' });
});

it('a stranger holds none of them', async () => {
  const { id } = await aLetter(database);
  const { authorization } = await api.addStranger();
  expect(saidOf(await say('hold', [id], { authorization }))).toEqual(['none not_found']);
});

it('none, more than a hundred, or what is no id is refused', async () => {
  for (const ids of [[], Array.from({ length: 101 }, () => randomUUID()), ['one']]) {
    expect((await say('hold', ids)).status).toBe(422);
  }
});
