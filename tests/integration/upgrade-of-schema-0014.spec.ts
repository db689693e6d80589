/** The services of this version on an installation that had no app. What sweeps and imports leave is in `upgrade-of-schema-0005.spec.ts`. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApplicationsProcess } from '../support/applications.process.js';
import { type Change, changedRows } from '../support/changed-rows.js';
import { eventually } from '../support/eventually.js';
import { type FormerDatabase, formerDatabase, SCHEMA_0014 } from '../support/former-version.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { columnsOf, type Contents, contentsOf, followUpsOf, type Stored, the } from '../support/stored-rows.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(180_000);

/** What was due while it was down, or half sent when it was stopped, and what becomes of it. */
const GOES_ON: Record<string, string> = {
  'edited feedback_request': 'sent',
  'resumed feedback_request': 'sent',
  'busy feedback_request': 'sent',
  'hangrcpt feedback_request': 'sent',
  'hangdata feedback_request': 'unconfirmed',
  // What one server refused another one may take.
  'refused feedback_request': 'sent',
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
  waits: `Hello,

Thank you for letting me know about my application for the Engineer waits role at Firm waits, and for the time you gave it.

I am sorry that it did not work out this time, because I would have liked to do this work.

I keep looking for work in this field, and I want to learn from each process I go through.

May I ask one thing: in our interviews for the Engineer waits role, which one skill that the job needs did I show least clearly? A line or two is plenty, and if you cannot say, I understand.

I would be glad to stay in touch, and to hear from you when a vacancy comes up that you think would suit me.

Kind regards,

Olena Koval`,
  moved: 'Thank you. One question only.',
  otherone: 'My own words.',
  edited: 'Dear Contact edited,\n\nthank you for the talk.\n\nOlena',
};

const EVERYBODY = ['of_the_owner', 'of_the_calendar', 'of_iryna', 'of_petro'];

let db: FormerDatabase;
let migrated: Contents;
let smtp: ScriptedSmtpServer;
let receiver: WebhookReceiver;
let api: ApplicationsProcess;
let worker: WorkerProcess;
let changes: Change[];
let told: string[];
let letters: Stored[];
let now: Stored[];
beforeAll(async () => {
  [db, smtp, receiver] = await Promise.all([
    formerDatabase(SCHEMA_0014),
    ScriptedSmtpServer.listen(),
    WebhookReceiver.start(),
  ]);
  const columns = await columnsOf(db);
  await db.upgrade();
  await db.query('update webhook_endpoints set url = $1', [receiver.url]);
  await db.query(`update follow_ups set due_at = now() where state = 'retrying'`);
  told = (await db.query<{ id: string }>('select id from webhook_deliveries')).map(({ id }) => id);
  migrated = await contentsOf(db, columns);
  letters = await followUpsOf(db);
  api = await ApplicationsProcess.start(db.apiUrl);
  // No board is due; if one were, this would be asked.
  const env = { BOARD_BASE_URLS: JSON.stringify({ greenhouse: receiver.url }) };
  worker = await WorkerProcess.start({ databaseUrl: db.workerUrl, smtpUrl: smtp.url, env });
  await eventually(isQuiet, { what: 'everything that is due being done', within: 90_000 });
  changes = changedRows(migrated, await contentsOf(db, columns));
  now = await followUpsOf(db);
});
afterAll(async () => {
  await Promise.all([api.stop(), worker.stop()]);
  await Promise.all([smtp.close(), receiver.stop()]);
  await db.drop();
});

async function isQuiet(): Promise<boolean> {
  const left = await db.query(
    `select from outbox where parked_at is null
     union all select from boards where next_sweep_at <= now() or lease_token is not null
     union all select from follow_ups where state = 'sending' or state in ('waiting', 'retrying') and due_at <= now()
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

describe('the services of this version, on an installation that had no app,', () => {
  it('lose nothing but what they have done', () => {
    const lost = changes.filter(({ now: row }) => row === null);
    expect(lost.map(({ table }) => table)).toEqual(Array(migrated.outbox!.rows.length).fill('outbox'));
    const changed = changes.filter(({ now: row }) => row !== null).map(({ table }) => table);
    expect([...new Set(changed)].toSorted()).toEqual(['contacts', 'follow_up_attempts', 'follow_ups', 'mail_accounts']);
  });

  it('send once what was due, and what may have gone not at all', () => {
    const moved = letters.filter((row) => asNow(row).state !== row.state);
    expect(Object.fromEntries(moved.map((row) => [nameOf(row), asNow(row).state]))).toEqual(GOES_ON);
    for (const row of letters) {
      const goesNow = goesOn(row) && asNow(row).state === 'sent';
      expect([nameOf(row), mailsOf(asNow(row)).length]).toEqual([nameOf(row), goesNow ? 1 : 0]);
    }
    expect(smtp.messages).toHaveLength(Object.values(GOES_ON).filter((state) => state === 'sent').length);
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
    expect(rest.length).toBeGreaterThan(200);
    expect(rest.map(asNow)).toEqual(rest);
    const states = new Set(rest.map(({ state, heldWhy }) => heldWhy ?? state));
    const ends = ['sent', 'answered', 'failed', 'cancelled', 'skipped', 'done', 'unconfirmed'];
    expect(states).toEqual(new Set(['by_candidate', 'contact_gap', 'draft', 'waiting', ...ends]));
    for (const row of letters) expect(asNow(row).ledger.slice(0, row.ledger.length)).toEqual(row.ledger);
  });

  it('plan what nobody had planned yet, and nobody anew', () => {
    const planned = now.filter((row) => !letters.some(({ id }) => id === row.id));
    expect(planned.map((row) => `${nameOf(row)} ${row.state}`).toSorted()).toEqual(PLANNED_NOW);
  });

  it('tell a receiver of the letters that went, and of nothing that it knew', () => {
    const ids = receiver.requests.map(({ headers }) => headers['webhook-id'] as string);
    expect(ids).toHaveLength(smtp.messages.length);
    expect(ids.filter((id) => told.includes(id))).toEqual([]);
  });

  it.each(EVERYBODY)('let in by the token %s, to read and to write', async (token) => {
    expect(await api.request('GET', '/me', undefined, by(token))).toMatchObject({ status: 200 });
    const body = { name: `A company ${token}` };
    expect(await api.request('POST', '/companies', body, by(token))).toMatchObject({ status: 201, body });
  });

  it('do not let in by the token that another one had replaced', async () => {
    expect(await api.request('GET', '/me', undefined, by('before'))).toMatchObject({ status: 401 });
  });

  it.each(Object.entries(WORDS))('have the letter to %s say what it said', async (who, words) => {
    const row = now.findLast((one) => one.who === who && one.audience === 'contact')!;
    const { body } = await api.expect<{ body: string }>('GET', `/follow-ups/${row.id}`);
    const { text } = await api.expect<{ text: string }>('GET', `/follow-ups/${row.id}/letter`);
    expect([body, text.trimEnd()]).toEqual([words, words]);
  });

  it.each(['of_the_owner', 'of_iryna', 'of_petro'])('show all there is on its pages, %s', async (token) => {
    const [{ id }] = (await db.query<{ id: string }>(
      `select candidate_id as id from credentials where hash = sha256($1::bytea)`,
      [`rkd_test_token_${token}`],
    )) as [{ id: string }];
    const applications = await db.query<{ id: string }>(
      'select id from applications where candidate_id = $1 and deleted_at is null',
      [id],
    );
    const paths = [
      '/today',
      '/applications',
      '/instance',
      '/sessions',
      '/sample',
      ...applications.map((row) => `/applications/${row.id}/plan`),
      ...now.filter(({ candidateId }) => candidateId === id).map((row) => `/follow-ups/${row.id}/letter`),
    ];
    const refused: string[] = [];
    for (const path of paths) {
      const { status } = await api.request('GET', path, undefined, by(token));
      if (status !== 200) refused.push(`${status} ${path}`);
    }
    expect(refused).toEqual([]);
  });

  it('open the app with a code for whoever comes by a token', async () => {
    const { code } = await api.expect<{ code: string }>('POST', '/sign-in-codes');
    const session = await api.request('POST', '/session', { code }, { authorization: '' });
    expect(session).toMatchObject({ status: 201, body: { kind: 'session' } });
    expect(await api.request('GET', '/me')).toMatchObject({ body: { newcomer: false } });
  });
});
