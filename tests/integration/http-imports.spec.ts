import { Database } from '@app/database';
import { eventually } from '../support/eventually.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { type ApplicationsApi, rowCounts, startApplicationsApi } from '../support/applications-api.js';
import { setSettings } from '../support/arrange.js';
import { ImportWorker } from '../support/import-worker.js';

const HEADER =
  'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers';
const line = (date: string, company: string, title: string, job: string, answers = '') =>
  `"${date}",me@example.com, +15550100100,${company},${title},http://www.linkedin.com/jobs/view/${job},Resume.pdf,${answers}`;
const EXPORT = [
  `\uFEFF${HEADER}`,
  line('11/13/23, 9:42 AM', '"Vmetasoft, Inc. "', 'Інженер даних 🚀', '1', '"Salary:1,000\r\nName:Private"'),
  line('11/14/23, 9:42\u202FAM', 'Skill Secure ', '"Engineer ""Go"""', '2'),
  line('13/14/23, 9:42 AM', 'Acme', 'Engineer', '3'),
  line('11/13/23, 9:42 AM', '"Vmetasoft, Inc. "', 'Інженер даних 🚀', '1'),
  line('1/2/24, 11:30 PM', 'SKILL SECURE', 'Analyst', '4'),
  '',
].join('\r\n');

describe('an import of LinkedIn’s export', () => {
  let api: ApplicationsApi;
  let worker: ImportWorker;
  const send = (file: string | Uint8Array, query = '', headers: Record<string, string> = {}) =>
    api.call('POST', `/api/v1/imports${query}`, file, { 'content-type': 'text/csv', ...headers });
  const recorded = async (file: string | Uint8Array) => worker.carryOut((await send(file)).id);
  /** In the order of the file. */
  const madeBy = async (importId: string) =>
    (await api.call('GET', `/api/v1/applications?importId=${importId}`)).data.toReversed();
  const applications = async () => (await api.call('GET', '/api/v1/applications?limit=100')).data;

  beforeAll(async () => {
    api = await startApplicationsApi();
    worker = await ImportWorker.of(api);
    const database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    await setSettings(database, { timezone: 'Europe/Kyiv' });
    await database.close();
  });
  afterEach(() => api.db.query('truncate companies, applications, events, outbox, imports, idempotency_keys cascade'));
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  const FOUND = {
    rows: 5,
    created: 3,
    unchanged: 1,
    problemCount: 1,
    problems: [
      {
        row: 3,
        column: 'Application Date',
        code: 'invalid_date',
        facts: { written: expect.stringContaining('13/14/23') },
        detail: expect.stringMatching(/^".*13\/14\/23.*" is not a date/),
      },
    ],
  };

  it('is judged first, without a trace', async () => {
    const before = await rowCounts(api.db);
    const { status, body } = await send(EXPORT, '?dryRun=true');
    expect(status).toBe(200);
    const named = { companyName: 'Vmetasoft, Inc.', title: 'Інженер даних 🚀', appliedAt: '2023-11-13T07:42:00.000Z' };
    const applications = [{ ...named, isThere: false }, expect.anything(), expect.anything()];
    expect(body).toEqual({ dryRun: true, applications, ...FOUND });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('is answered at once, and recorded by the worker: an application of each row, in the candidate’s zone', async () => {
    const { status, headers, id, body } = await send(EXPORT);
    expect(status).toBe(202);
    expect(headers.get('location')).toBe(`/api/v1/imports/${id}`);
    expect(body).toMatchObject({ state: 'waiting', rows: null, applications: null, done: 0, startedAt: null });
    const done = await worker.carryOut(id);
    expect(done).toMatchObject({ ...FOUND, id, state: 'done', applications: 3, done: 3, notices: [], why: null });
    expect(done).toMatchObject({ startedAt: expect.any(String), endedAt: expect.any(String) });
    const made = await madeBy(id);
    expect(made).toMatchObject([
      {
        companyName: 'Vmetasoft, Inc.',
        title: 'Інженер даних 🚀',
        url: 'http://www.linkedin.com/jobs/view/1',
        stage: 'applied',
        appliedAt: '2023-11-13T07:42:00.000Z',
        contactId: null,
      },
      { companyName: 'Skill Secure', title: 'Engineer "Go"', appliedAt: '2023-11-14T07:42:00.000Z' },
      { companyName: 'Skill Secure', title: 'Analyst', appliedAt: '2024-01-02T21:30:00.000Z' },
    ]);
    // An event is shown once every transaction of the cluster that began before it is over.
    const recorded = await eventually(async () => {
      const { data } = await api.call('GET', '/api/v1/events?type=application.recorded');
      return data.length > 0 && data;
    });
    expect(recorded.map(({ data }) => (data as { applicationId: string }).applicationId)).toEqual(
      made.map((application) => application.id),
    );
  });

  it('is recorded although a complaint quotes half a character, or what JSON cannot hold', async () => {
    const half = line(`${'x'.repeat(39)}😀`, 'Acme', 'Engineer', '1');
    const file = [
      HEADER,
      half,
      line('no\0date', 'Acme', 'Engineer', '2'),
      line('11/13/23, 9:42 AM', 'Acme', 'Engineer', '3'),
    ];
    expect(await recorded(file.join('\n'))).toMatchObject({ state: 'done', created: 1, problemCount: 2 });
  });

  it('keeps its file while it is needed, and no longer', async () => {
    const sizes = () => api.db.query('select length(file) as size from imports');
    const { id } = await send(EXPORT);
    expect(await sizes()).toEqual([{ size: Buffer.byteLength(EXPORT) }]);
    await worker.carryOut(id);
    expect(await sizes()).toEqual([{ size: null }]);
  });

  it('stores nothing private: no address, phone, resume or answer', async () => {
    await recorded(EXPORT);
    for (const table of ['companies', 'vacancies', 'applications', 'contacts', 'events', 'outbox', 'imports']) {
      const rows = JSON.stringify(await api.db.query(`select * from ${table}`));
      expect(rows).not.toMatch(/me@example\.com|15550100100|Resume|Private/);
    }
  });

  it('creates nothing a second time, even when the zone has changed', async () => {
    await recorded(EXPORT);
    const before = await rowCounts(api.db);
    const database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    await setSettings(database, { timezone: 'Asia/Tokyo' });
    const again = await recorded(EXPORT);
    await setSettings(database, { timezone: 'Europe/Kyiv' });
    await database.close();
    expect(again).toMatchObject({ state: 'done', created: 0, unchanged: 4 });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('reads its times in the zone that the candidate lived by when they sent it', async () => {
    const { id } = await send(EXPORT);
    const database = await Database.connect(api.db.apiUrl, { name: 'test', poolSize: 1 });
    await setSettings(database, { timezone: 'Asia/Tokyo' });
    await worker.carryOut(id);
    await setSettings(database, { timezone: 'Europe/Kyiv' });
    await database.close();
    expect((await madeBy(id))[0]).toMatchObject({ appliedAt: '2023-11-13T07:42:00.000Z' });
  });

  it('creates each application once when it is sent twice at the same time', async () => {
    const [one, other] = await Promise.all([send(EXPORT), send(EXPORT)]);
    const done = await Promise.all([worker.carryOut(one.id), worker.carryOut(other.id)]);
    expect(done.map(({ created }) => created).toSorted()).toEqual([0, 3]);
    expect(await applications()).toHaveLength(3);
  });

  it('answers a repeated request as the first time', async () => {
    const headers = { 'idempotency-key': 'my-export' };
    const first = await send(EXPORT, '', headers);
    expect(await send(EXPORT, '', headers)).toMatchObject({ status: 202, body: first.body });
    expect((await send(`${EXPORT}\r\n`, '', headers)).body).toMatchObject({ code: 'idempotency_key_reused' });
    expect((await api.call('GET', '/api/v1/imports')).data.map(({ id }) => id)).toEqual([first.id]);
  });

  it('that repeats what is there joins it: its company, and its vacancy without an address', async () => {
    const vacancy = { companyName: 'vmetasoft,  inc.', title: 'інженер даних 🚀' };
    const known = await api.call('POST', '/api/v1/vacancies', vacancy);
    const { id } = await recorded(EXPORT);
    const [made] = await madeBy(id as string);
    expect(made).toMatchObject({ vacancyId: known.id, companyName: vacancy.companyName });
    const { body } = await api.call('GET', `/api/v1/vacancies/${known.id}`);
    expect(body).toMatchObject({ title: 'Інженер даних 🚀', url: 'http://www.linkedin.com/jobs/view/1' });
  });

  it.each([
    ['of other columns', 'First Name,Last Name\r\nA,B'],
    ['that is no CSV', '{"rows": []}'],
    ['that is empty', ''],
    ['that is a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
  ])('refuses a file %s', async (_, file) => {
    const before = await rowCounts(api.db);
    expect((await send(file)).body).toMatchObject({ status: 422, code: 'unknown_format' });
    expect(await rowCounts(api.db)).toEqual(before);
  });

  it('takes CSV only, of known options, up to 10 MiB', async () => {
    for (const type of ['application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) {
      const { body } = await send('{}', '', { 'content-type': type });
      expect(body).toMatchObject({ status: 415, code: 'unsupported_media_type', facts: { wanted: 'csv' } });
    }
    expect((await send(EXPORT, '?dryRun=maybe')).body).toMatchObject({ status: 422, code: 'invalid_query' });
    const named = { 'content-type': 'text/csv; charset=utf-8' };
    expect((await send(EXPORT, '?dryRun=true&format=linkedin', named)).status).toBe(200);
    expect((await send(EXPORT, '?format=xlsx')).body).toMatchObject({ status: 422, code: 'invalid_query' });
    const answers = `"${'x'.repeat(100_000)}"`;
    const more = Array.from({ length: 98 }, (_, at) => line('1/3/24, 1:00 AM', 'Large', 'Reader', `9${at}`, answers));
    const large = `${EXPORT}${more.join('\r\n')}`;
    expect(large.length).toBeGreaterThan(9 * 1_048_576);
    expect((await send(large, '?dryRun=true')).body).toMatchObject({ created: 101 });
    expect((await send(`${large}${'x'.repeat(1_048_576)}`)).body).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
  });

  const many = (rows: number, row: (at: number) => string) =>
    `${HEADER}\n${Array.from({ length: rows }, (_, at) => row(at)).join('\n')}`;

  it('judges up to 10,000 rows while the caller waits, and others are answered meanwhile', async () => {
    const good = (at: number) => line('1/3/24, 1:00 AM', `Company ${at % 50}`, 'Reader', `${at}`);
    const judged = send(many(10_000, good), '?dryRun=true');
    const alive = await api.call('GET', '/health/live');
    expect(alive.status).toBe(200);
    expect((await judged).body).toMatchObject({ rows: 10_000, created: 10_000, unchanged: 0 });
    const beyond = await send(many(10_001, good), '?dryRun=true');
    expect(beyond.body).toMatchObject({ status: 422, code: 'too_many_rows' });
  });

  it('of more than 50,000 rows is refused at once, and kept nowhere', async () => {
    const refused = await send(many(50_001, (at) => `,,,${at}`));
    expect(refused.body).toMatchObject({ status: 422, code: 'too_many_rows' });
    expect(refused.body?.detail).toContain('more than 50,000 rows');
  });

  it('shows a hundred problems and counts all, however many letters a file of nothing else has', async () => {
    const { body } = await send(
      many(9_000, () => 'x'),
      '?dryRun=true',
    );
    expect(body).toMatchObject({ rows: 9_000, created: 0, problemCount: 9_000 });
    expect(body?.problems).toHaveLength(100);
    expect(
      (
        await send(
          many(200_000, () => 'x'),
          '?dryRun=true',
        )
      ).body,
    ).toMatchObject({ code: 'too_many_rows' });
  });

  const real = new URL('../../../shared/data/csv/linkedin_job_applications_redacted.csv', import.meta.url);
  if (!existsSync(real)) process.stderr.write('The real LinkedIn export is not here: its test is left out.\n');
  else
    it('reads a real one as it is', async () => {
      const file = readFileSync(real);
      const done = await recorded(file);
      expect(done).toMatchObject({ rows: 26, created: 26, unchanged: 0, problems: [] });
      const made = await applications();
      expect(made.find(({ title }) => title === 'Data Research Analyst')).toMatchObject({
        companyName: 'KVZ Data',
        url: 'http://www.linkedin.com/jobs/view/3735480075',
        appliedAt: '2023-10-08T01:59:00.000Z',
      });
      expect(await recorded(file)).toMatchObject({ created: 0, unchanged: 26, problems: [] });
      expect(await applications()).toHaveLength(26);
    });
});
