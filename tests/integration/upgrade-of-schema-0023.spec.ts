/** The services of this version on an installation from before the rooms. What its rows become is in `upgrade-of-schema-0023-rows.spec.ts`. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApplicationsProcess } from '../support/applications.process.js';
import { anAd, BoardServer } from '../support/board.server.js';
import { type Change, changedRows } from '../support/changed-rows.js';
import { eventually } from '../support/eventually.js';
import { type FormerDatabase, formerDatabase, SCHEMA_0023 } from '../support/former-version.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { columnsOf, type Contents, contentsOf, followUpsOf, type Stored, the } from '../support/stored-rows.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(180_000);

/** What was due while it was down, or half sent when it was killed, and what becomes of it. */
const GOES_ON: Record<string, string> = {
  'due feedback_request': 'sent',
  'edited feedback_request': 'sent',
  'resumed feedback_request': 'sent',
  'busy feedback_request': 'sent',
  'hangrcpt feedback_request': 'sent',
  'hangdata feedback_request': 'unconfirmed',
  'looks reflection': 'sent',
};

const PLANNED_NOW = [
  'unhandled check_in waiting',
  'unhandled feedback_request waiting',
  'unhandled half_year waiting',
  'unhandled reflection waiting',
  'unhandledinterview interview_prep waiting',
];

/** As the former version showed it; by whom it goes to. */
const WORDS: Record<string, string> = {
  moved: 'Thank you. One question only.',
  draftedown: 'My own words of a draft.',
  edited: 'Dear Contact edited,\n\nthank you for the talk.\n\nOlena',
};

const SESSION = 'rks_M7jv0AZ0230ne2PFuSFami7D29MlpwyZdoPNHD49skIt34QeA';
const EVERYBODY = ['of_the_owner', 'of_iryna', 'of_petro', 'of_mykola', 'of_halyna'];

const ROOMS = [
  '/today',
  '/applications',
  '/contacts',
  '/companies',
  '/vacancies?watched=true',
  '/boards',
  '/new-roles',
  '/follow-ups',
  '/rejections',
  '/insights/rejections',
  '/search?q=firm',
  '/settings',
  '/settings/defaults',
  '/settings/holidays',
  '/webhook-endpoints',
  '/imports',
  '/sessions',
  '/instance',
  '/sample',
  '/events',
];

let db: FormerDatabase;
let migrated: Contents;
let smtp: ScriptedSmtpServer;
let receiver: WebhookReceiver;
let boards: BoardServer;
let api: ApplicationsProcess;
let worker: WorkerProcess;
let changes: Change[];
let told: { id: string; state: string }[];
let letters: Stored[];
let now: Stored[];
beforeAll(async () => {
  [db, smtp, receiver, boards] = await Promise.all([
    formerDatabase(SCHEMA_0023),
    ScriptedSmtpServer.listen(),
    WebhookReceiver.start(),
    BoardServer.start(),
  ]);
  boards.board('greenhouse', 'acmeco', [
    ...['4700', '4701', '4705'].map((id) => anAd(id)),
    anAd('4800', { title: 'Platform Engineer' }),
    anAd('4801', { title: 'Data Engineer' }),
  ]);
  const columns = await columnsOf(db);
  await db.upgrade();
  await db.query('update webhook_endpoints set url = $1', [receiver.url]);
  told = await db.query('select id, state from webhook_deliveries');
  migrated = await contentsOf(db, columns);
  letters = await followUpsOf(db);
  api = await ApplicationsProcess.start(db.apiUrl);
  const env = { BOARD_BASE_URLS: JSON.stringify(boards.baseUrls) };
  worker = await WorkerProcess.start({ databaseUrl: db.workerUrl, smtpUrl: smtp.url, env });
  await eventually(isQuiet, { what: 'everything that is due being done', within: 90_000 });
  changes = changedRows(migrated, await contentsOf(db, columns));
  now = await followUpsOf(db);
});
afterAll(async () => {
  await Promise.all([api.stop(), worker.stop()]);
  await Promise.all([smtp.close(), receiver.stop(), boards.stop()]);
  await db.drop();
});

async function isQuiet(): Promise<boolean> {
  const left = await db.query(
    `select from outbox where parked_at is null
     union all select from sightings where parked_at is null
     union all select from new_role_notes where parked_at is null
     union all select from imports where state in ('waiting', 'running')
     union all select from test_letters where state in ('waiting', 'sending')
     union all select from boards where next_sweep_at <= now() or lease_token is not null
     union all select from follow_ups where not sample and (state = 'sending' or state in ('waiting', 'retrying') and due_at <= now())
     union all select from webhook_deliveries where state = 'sending' or state = 'waiting' and due_at <= now()`,
  );
  return left.length === 0;
}

const nameOf = ({ who, kind }: Stored) => `${who} ${kind}`;
const asNow = ({ id }: Stored) => now.find((row) => row.id === id)!;
const goesOn = (row: Stored) => nameOf(row) in GOES_ON;
const mailsOf = ({ messageId }: Stored) =>
  smtp.messages.filter(({ raw }) => messageId !== null && raw.includes(messageId));
const by = (token: string) => ({ authorization: `Bearer rkd_test_token_${token}` });

describe('the services of this version, on an installation from before the rooms,', () => {
  it('lose nothing but what they have done', () => {
    const lost = changes.filter(({ now: row }) => row === null);
    expect(lost.map(({ table }) => table)).toEqual(Array(migrated.outbox!.rows.length).fill('outbox'));
    const changed = changes.filter(({ now: row }) => row !== null).map(({ table }) => table);
    expect([...new Set(changed)].toSorted()).toEqual([
      'board_lanes',
      'boards',
      'contacts',
      'follow_up_attempts',
      'follow_ups',
      'imports',
      'mail_accounts',
      'test_letters',
      'webhook_deliveries',
    ]);
  });

  it('send once what was due, and what may have gone not at all', () => {
    const moved = letters.filter((row) => asNow(row).state !== row.state);
    expect(Object.fromEntries(moved.map((row) => [nameOf(row), asNow(row).state]))).toEqual(GOES_ON);
    for (const row of letters) {
      const goesNow = goesOn(row) && asNow(row).state === 'sent';
      expect([nameOf(row), mailsOf(asNow(row)).length]).toEqual([nameOf(row), goesNow ? 1 : 0]);
    }
    // And the one that the candidate had asked for, to see it.
    expect(smtp.messages).toHaveLength(1 + Object.values(GOES_ON).filter((state) => state === 'sent').length);
  });

  it('hand over the very bytes that a server was to have', () => {
    const row = the(now, 'hangrcpt', 'feedback_request');
    const { mime } = migrated.follow_ups!.rows.map((text) => JSON.parse(text)).find(({ id }) => id === row.id);
    const frozen = Buffer.from(mime.slice(2), 'hex').toString().trimEnd();
    expect(mailsOf(row).map(({ raw }) => raw.toString().trimEnd())).toEqual([frozen]);
  });

  it('leave what waits, is held, is a draft or has ended, but for the clocks of whom a letter went to', () => {
    const written = new Set(letters.filter(goesOn).map(({ contactId }) => contactId));
    const isClock = ({ kind, contactId }: Stored) => /check_in|half_year/.test(kind) && written.has(contactId);
    const rest = letters.filter((row) => !goesOn(row) && !isClock(row));
    expect(rest.length).toBeGreaterThan(130);
    expect(rest.map(asNow)).toEqual(rest);
    const states = new Set(rest.map(({ state, heldWhy }) => heldWhy ?? state));
    const ends = ['sent', 'answered', 'failed', 'cancelled', 'skipped', 'done', 'unconfirmed'];
    expect(states).toEqual(
      new Set(['by_candidate', 'contact_gap', 'sender_missing', 'not_looking', 'draft', 'waiting', ...ends]),
    );
    for (const row of letters) expect(asNow(row).ledger.slice(0, row.ledger.length)).toEqual(row.ledger);
  });

  it('plan what nobody had planned yet, and nobody anew', () => {
    const planned = now.filter((row) => !letters.some(({ id }) => id === row.id));
    expect(planned.map((row) => `${nameOf(row)} ${row.state}`).toSorted()).toEqual(PLANNED_NOW);
  });

  it('tell each receiver once what it was not told yet, and nothing that it was', () => {
    const ids = receiver.requests.map(({ headers }) => headers['webhook-id'] as string);
    expect(new Set(ids).size).toBe(ids.length);
    const open = told.filter(({ state }) => state === 'waiting' || state === 'sending').map(({ id }) => id);
    expect(open).toHaveLength(3);
    expect(ids.filter((id) => told.some((one) => one.id === id)).toSorted()).toEqual(open.toSorted());
  });

  it('go on with the file that waited', async () => {
    const { data } = await api.expect<{ data: object[] }>('GET', '/imports');
    expect(data).toMatchObject([
      { state: 'done', rows: 2, created: 2, removed: 0, kept: null },
      { state: 'done', rows: 3, created: 2, removed: 0, kept: null },
    ]);
  });

  it.each(EVERYBODY)('let in by the token %s, to read and to write', async (token) => {
    expect(await api.request('GET', '/me', undefined, by(token))).toMatchObject({ status: 200 });
    const body = { name: `A company ${token}` };
    expect(await api.request('POST', '/companies', body, by(token))).toMatchObject({ status: 201, body });
  });

  it('let in a browser that was signed in', async () => {
    const cookie = `rekindle-${new URL(api.url).port}=${SESSION}`;
    const answer = await fetch(`${api.url}/api/v1/session`, { headers: { cookie } });
    expect([answer.status, await answer.json()]).toMatchObject([200, { kind: 'session' }]);
  });

  it.each(Object.entries(WORDS))('have the letter to %s say what it said', async (who, words) => {
    const row = now.findLast((one) => one.who === who && one.audience === 'contact')!;
    const { body } = await api.expect<{ body: string }>('GET', `/follow-ups/${row.id}`);
    const { text } = await api.expect<{ text: string }>('GET', `/follow-ups/${row.id}/letter`);
    expect([body, text.trimEnd()]).toEqual([words, words]);
  });

  it('answer a repeated request as the former version did', async () => {
    const body = { companyName: 'Firm idempotent', title: 'Engineer idempotent', stage: 'applied' };
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'upgrade-1' };
    const again = await api.request('POST', '/applications', body, headers);
    expect(again).toMatchObject({ status: 201, body: { title: 'Engineer idempotent' } });
    expect(await db.query(`select from vacancies where title = 'Engineer idempotent'`)).toHaveLength(1);
  });

  it.each(EVERYBODY)('open every room, %s', async (token) => {
    const [{ id }] = (await db.query<{ id: string }>(
      `select candidate_id as id from credentials where hash = sha256($1::bytea)`,
      [`rkd_test_token_${token}`],
    )) as [{ id: string }];
    const idsOf = async (table: string, where = 'true') =>
      (await db.query<{ id: string }>(`select id from ${table} where candidate_id = $1 and ${where}`, [id])).map(
        (row) => row.id,
      );
    const [applications, contacts, watched] = await Promise.all([
      idsOf('applications', 'deleted_at is null'),
      idsOf('contacts', 'deleted_at is null'),
      db.query<{ id: string }>('select distinct board_id as id from watches where candidate_id = $1', [id]),
    ]);
    const paths = [
      ...ROOMS,
      ...applications.flatMap((one) => [`/applications/${one}/plan`, `/applications/${one}/reflection`]),
      ...contacts.map((one) => `/contacts/${one}`),
      ...watched.map((board) => `/boards/${board.id}/postings`),
      ...now.filter(({ candidateId }) => candidateId === id).map((row) => `/follow-ups/${row.id}/letter`),
    ];
    const refused: string[] = [];
    for (const path of paths) {
      const { status } = await api.request('GET', path, undefined, by(token));
      if (status !== 200) refused.push(`${status} ${path}`);
    }
    expect(refused).toEqual([]);
  });

  it('show in the rooms what was there before them', async () => {
    const shown = async <T>(path: string) => (await api.expect<{ data: T[] }>('GET', path)).data;
    const [{ id }] = await idOfThe('donelook');
    expect(await api.expect('GET', `/applications/${id}/reflection`)).toMatchObject({
      lookedBackAt: expect.any(String),
      wouldChange: null,
    });
    const people = await shown<{ email: string; lastTouch: object }>('/contacts?q=Contact many');
    expect(people).toMatchObject([{ email: 'many@firms.example', lastTouch: { kind: 'rejection' }, mergedFrom: [] }]);
    const roles = await shown<{ companyName: string }>('/new-roles');
    expect(roles.length).toBeGreaterThan(0);
    const reopened = await shown<{ title: string }>('/vacancies?status=reopened&watched=true');
    const back = reopened.filter(({ title }) => title === 'Engineer on4701');
    expect(back).toMatchObject([{ reopening: { closedAt: expect.any(String) } }]);
    expect(await api.expect('GET', '/insights/rejections')).toMatchObject({ sample: false, conclusive: true });
  });

  it('make two entries of before one person, and two again', async () => {
    const found = await db.query<{ id: string }>(`select id from contacts where name = 'Marta Bondar' order by id`);
    const [one, other] = found.map(({ id }) => id);
    const merged = await api.expect('POST', `/contacts/${one}/merge`, { from: other });
    expect(merged).toMatchObject({ email: 'marta@firms.example', mergedFrom: [{ id: other }] });
    expect(await api.expect('POST', `/contacts/${one}/unmerge`, { from: other })).toMatchObject({ mergedFrom: [] });
  });

  const idOfThe = (who: string) =>
    db.query<{ id: string }>(
      `select a.id from applications a join vacancies v on v.id = a.vacancy_id where v.title = $1`,
      [`Engineer ${who}`],
    ) as Promise<[{ id: string }]>;
});
