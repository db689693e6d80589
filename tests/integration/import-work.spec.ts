import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { ImportWorker } from '../support/import-worker.js';

jest.setTimeout(180_000);

const HEADER = 'Application Date,Company Name,Job Title,Job Url';
const ROWS = 1_500;
const TABLES = ['applications', 'vacancies', 'companies', 'boards', 'watches'];
/** Looked up, locked, referred to and updated: a handful of times, not as often as there are others. */
const PER_ROW = 12;

let api: ApplicationsApi;
beforeEach(async () => {
  api = await startApplicationsApi();
  // A table that nobody counted yet, as that of a new installation: plans must be good without that.
  for (const table of TABLES) await api.db.query(`alter table ${table} set (autovacuum_enabled = false)`);
});
afterEach(() => api.stop());

it.each([
  [
    'at many companies, each at an address',
    (at: number) => `Company ${at % 160},Engineer ${at % 9},http://www.linkedin.com/jobs/view/${at}`,
  ],
  ['at one company, under as many titles, without an address', (at: number) => `Acme,Engineer of kind ${at},`],
  [
    'at one company under one title, each at an address',
    (at: number) => `Acme,Engineer,http://www.linkedin.com/jobs/view/${at}`,
  ],
  ['on a board each', (at: number) => `Company ${at},Engineer,https://jobs${at}.example.com/posting/${at}`],
])('reads a handful of rows for each application, however many are there: %s', async (_, row) => {
  await record(file(0, row));
  const before = await rowsRead();
  await record(file(ROWS, row));
  const after = await rowsRead();
  const perRow = TABLES.map((table) => ({ table, rows: Math.round((after[table]! - before[table]!) / ROWS) }));
  expect(perRow.filter(({ rows }) => rows > PER_ROW)).toEqual([]);
  expect((await api.db.query('select from applications')).length).toBe(2 * ROWS);
});

const file = (from: number, row: (at: number) => string) =>
  [HEADER, ...Array.from({ length: ROWS }, (_, at) => `"1/${1 + (at % 28)}/24, 9:00 AM",${row(from + at)}`)].join('\n');

async function record(csv: string): Promise<void> {
  const worker = await ImportWorker.of(api);
  const { id } = await api.call('POST', '/api/v1/imports', csv, { 'content-type': 'text/csv' });
  expect(await worker.carryOut(id as string)).toMatchObject({ state: 'done', created: ROWS });
  // What a connection counted is told when it ends.
  await worker.stop();
}

async function rowsRead(): Promise<Record<string, number>> {
  const tables = await api.db.query<{ relname: string; rows: number }>(
    `select relname, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_user_tables`,
  );
  return Object.fromEntries(tables.map(({ relname, rows }) => [relname, rows]));
}
