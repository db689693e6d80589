import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(180_000);

const ROWS = 6_000;
const ONE_CHUNK = 500;
const HEADER = 'Application Date,Company Name,Job Title,Job Url';
const row = (at: number) =>
  `"1/${1 + (at % 28)}/24, 9:${String(at % 60).padStart(2, '0')} AM",Company ${at % 400},Engineer ${at % 7},http://www.linkedin.com/jobs/view/${at}`;
const FILE = [HEADER, ...Array.from({ length: ROWS }, (_, at) => row(at))].join('\n');

interface Told {
  state: string;
  done: number;
  created: number;
  unchanged: number;
}

let api: ApplicationsApi;
let smtp: ScriptedSmtpServer;
let worker: WorkerProcess;
let id: string;
const startWorker = async () => {
  worker = await WorkerProcess.start({ databaseUrl: api.db.workerUrl, smtpUrl: smtp.url });
};
const told = async () => (await api.call('GET', `/api/v1/imports/${id}`)).body as unknown as Told;
const until = (what: string, is: (told: Told) => boolean) =>
  eventually(async () => (is(await told()) ? told() : null), { what, within: 120_000 });
const rows = async (sql: string) => (await api.db.query<{ n: number }>(`select count(${sql}`))[0]!.n;

beforeAll(async () => {
  api = await startApplicationsApi();
  smtp = await ScriptedSmtpServer.listen();
});
beforeEach(async () => {
  await startWorker();
  ({ id } = await api.call('POST', '/api/v1/imports', FILE, { 'content-type': 'text/csv' }));
});
afterEach(async () => {
  await worker.kill();
  await api.db.query('truncate companies, applications, events, outbox, imports cascade');
});
afterAll(async () => {
  await smtp.close();
  await api.stop();
});

it('goes on where a killed worker was, and makes nothing twice', async () => {
  await until('the first chunk', ({ done }) => done > 0);
  await worker.kill();
  const { state, done } = await told();
  expect(state).toBe('running');
  expect(done).toBeLessThan(ROWS);
  await startWorker();
  expect(await until('its end', (now) => now.state === 'done')).toMatchObject({ done: ROWS, created: ROWS });
  expect(await rows('*)::int as n from applications')).toBe(ROWS);
  expect(await rows('distinct import_key)::int as n from applications')).toBe(ROWS);
  expect(await rows('*)::int as n from companies')).toBe(400);
  expect(await rows(`*)::int as n from events where type = 'application.recorded.v1'`)).toBe(ROWS);
  expect(await rows(`*)::int as n from stage_changes`)).toBe(ROWS);
});

it('is stopped between two chunks: what was recorded stays, the file does not', async () => {
  await until('the first chunk', ({ done }) => done > 0);
  const stopped = await api.call('POST', `/api/v1/imports/${id}/stop`);
  expect(stopped).toMatchObject({ status: 200, body: { state: 'stopped', endedAt: expect.any(String) } });
  const { created } = stopped.body as unknown as Told;
  expect(created).toBeLessThan(ROWS);
  // The next one begins once the worker has left this one.
  const next = await api.call('POST', '/api/v1/imports', `${HEADER}\n${row(ROWS)}`, { 'content-type': 'text/csv' });
  await eventually(async () => {
    const { body } = await api.call('GET', `/api/v1/imports/${next.id}`);
    return body?.state === 'done';
  });
  expect(await told()).toMatchObject({ state: 'stopped', created });
  expect(await rows('*)::int as n from applications')).toBe(created + 1);
  expect(await rows('file)::int as n from imports')).toBe(0);
  const again = await api.call('POST', `/api/v1/imports/${id}/stop`);
  expect(again).toMatchObject({ status: 409, body: { code: 'import_over' } });
});

it('lets whoever waits for the candidate’s turn have it between two chunks', async () => {
  const database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 2 });
  const turn = () =>
    database.inTurn(OWNER_ID, async (tx) => {
      const [now] = (await tx.query('select state, position as done from imports where id = $1', [id])) as Told[];
      return now!;
    });
  const seen: number[] = [];
  for (let now = await turn(); now.state !== 'done'; now = await turn()) seen.push(now.done);
  await database.close();
  const steps = seen.slice(1).map((done, at) => done - seen[at]!);
  expect(seen.length).toBeGreaterThan(ROWS / ONE_CHUNK);
  // One that was under way when the turn was asked for, and one that was asked for before.
  expect(Math.max(...steps)).toBeLessThanOrEqual(2 * ONE_CHUNK);
});

it('keeps no command at one of its companies waiting for its end, nor an event from who follows along', async () => {
  await until('the first chunk', ({ done }) => done > 0);
  const body = { companyName: 'Company 0', title: 'By hand' };
  const made = await api.call('POST', '/api/v1/applications', body);
  expect(made.status).toBe(201);
  const events = await eventually(async () => (await api.call('GET', '/api/v1/events?limit=1')).data);
  expect(events).toHaveLength(1);
  expect((await told()).done).toBeLessThan(ROWS);
});
