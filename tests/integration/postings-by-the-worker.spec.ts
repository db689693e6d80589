/** An address that is pasted, read by the worker, and told: the candidate's own, once a day, and whatever it leads to. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { anAd, BoardServer } from '../support/board.server.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { StreamReader } from '../support/stream-reader.js';

jest.setTimeout(60_000);

interface Posting {
  id: string;
  state: string;
  title: string | null;
  companyName: string | null;
  board: object | null;
  problem: { code: string; detail: string } | null;
  recorded: { applicationId: string; title: string }[];
}

const JOB = 'https://boards.greenhouse.io/acme/jobs/127817';

let boards: BoardServer;
let house: House;
beforeAll(async () => {
  boards = await BoardServer.start();
  boards.board('greenhouse', 'acme', [anAd('127817', { title: 'Cook' })]);
  house = await House.open(undefined, {
    // Pages are asked where they are.
    BOARD_BASE_URLS: JSON.stringify({ ...boards.baseUrls, jsonld: undefined }),
  });
});
afterAll(async () => {
  await house.close();
  await boards.stop();
});

const ask = (url: string) => house.api.expect<Posting>('POST', '/postings', { url });
const over = (id: string) =>
  eventually(
    async () => {
      const posting = await house.api.expect<Posting>('GET', `/postings/${id}`);
      return (posting.state === 'read' || posting.state === 'failed') && posting;
    },
    { what: 'the reading being over' },
  );

it('fills a form from a provider’s interface, and the stream says when', async () => {
  const stream = (await StreamReader.open(house.api.url, { authorization: `Bearer ${TEST_TOKEN}` })).read();
  const asked = await ask(`${JOB}?gh_src=mail`);
  expect(asked).toMatchObject({ state: 'waiting', title: null, problem: null, recorded: [] });
  expect(await over(asked.id)).toMatchObject({
    state: 'read',
    title: 'Cook',
    companyName: 'Acme',
    location: 'Berlin, Germany',
    board: { provider: 'greenhouse', slug: 'acme', postingId: '127817' },
    problem: null,
  });
  await stream.hears({ kind: 'posting', id: asked.id });
  stream.close();
  // The same posting within the day, however its address was come by.
  expect((await ask('https://job-boards.greenhouse.io/acme/jobs/127817')).id).toBe(asked.id);
});

it('says which application is for it already', async () => {
  const { id } = await house.apply({ companyName: 'Acme', title: 'Cook', url: JOB });
  expect((await ask(JOB)).recorded).toEqual([{ applicationId: id, companyName: 'Acme', title: 'Cook' }]);
});

it('says what is wrong in one sentence, and reads anew when asked again', async () => {
  boards.board('jsonld', 'http://127.0.0.1/led-away').behave({ kind: 'redirect', to: 'https://10.0.0.1/' });
  const url = `${boards.origin}/jsonld/127.0.0.1/led-away`;
  const { id } = await ask(url);
  const failed = await over(id);
  expect(failed).toMatchObject({ state: 'failed', title: null, problem: { code: 'private_address' } });
  expect(failed.problem?.detail).toBe('"10.0.0.1" does not lead to a public address, so it was not asked.');
  expect(await ask(url)).toMatchObject({ id, problem: null });
  expect((await over(id)).state).toBe('failed');
});

it('refuses what is no address, and what leads to nobody', async () => {
  const answers = ['acme', 'ftp://acme.example/', 'https://nobody.invalid/job'].map((url) =>
    house.api.request<{ code: string; detail: string }>('POST', '/postings', { url }),
  );
  const [none, other, nobody] = await Promise.all(answers);
  expect(none).toMatchObject({ status: 422, body: { code: 'invalid_body' } });
  expect(other).toMatchObject({ status: 422, body: { code: 'invalid_body' } });
  expect(nobody).toMatchObject({ status: 422, body: { code: 'host_unresolvable' } });
});

it('is read by whoever goes on after a crash, and given up after three', async () => {
  boards.board('greenhouse', 'slow', [anAd('1')]).behaveSingly({ kind: 'silence' });
  const { id } = await ask('https://boards.greenhouse.io/slow/jobs/1');
  await eventually(async () => (await house.api.expect<Posting>('GET', `/postings/${id}`)).state === 'reading', {
    what: 'the reading',
  });
  await house.db.query(`update page_readings set tries = 3 where id = $1`, [id]);
  await house.restartWorker();
  expect(await over(id)).toMatchObject({ state: 'failed', problem: { code: 'unreadable' } });
});

it('waits for five at most, and forgets after a day', async () => {
  await house.worker.kill();
  boards.board('greenhouse', 'many');
  for (let at = 1; at <= 5; at += 1) await ask(`https://boards.greenhouse.io/many/jobs/${at}`);
  const sixth = await house.api.request<{ code: string }>('POST', '/postings', {
    url: 'https://boards.greenhouse.io/many/jobs/6',
  });
  expect(sixth).toMatchObject({ status: 429, body: { code: 'too_many_postings' } });
  const { id } = await ask(JOB);
  await house.db.query(`update page_readings set created_at = created_at - interval '1 day' where id = $1`, [id]);
  expect((await house.api.request('GET', `/postings/${id}`)).status).toBe(404);
  await house.db.query(`update page_readings set state = 'failed', ended_at = now(), problem_code = 'unreadable'
    where state = 'waiting'`);
  const anew = await ask(JOB);
  expect(anew).toMatchObject({ state: 'waiting', title: null });
  expect(anew.id).not.toBe(id);
  await house.restartWorker();
});
