import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApplicationsProcess } from '../support/applications.process.js';
import { anAd, BoardServer } from '../support/board.server.js';
import { type Change, changedRows } from '../support/changed-rows.js';
import { eventually } from '../support/eventually.js';
import { type FormerDatabase, formerDatabase, SCHEMA_0005 } from '../support/former-version.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { columnsOf, type Contents, contentsOf, followUpsOf, type Stored, the } from '../support/stored-rows.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(180_000);

let db: FormerDatabase;
let migrated: Contents;
let places: { id: string; place: string }[];
beforeAll(async () => {
  db = await formerDatabase(SCHEMA_0005);
  const columns = await columnsOf(db);
  columns.events = columns.events!.filter((name) => name !== 'xid');
  columns.follow_up_attempts = columns.follow_up_attempts!.filter((name) => name !== 'code');
  places = await db.query('select id, xid::text as place from events order by events.xid, id');
  await db.upgrade();
  migrated = await contentsOf(db, columns);
});
afterAll(() => db.drop());

/** What was due while it was down, or half sent when it was killed, and what becomes of it. */
const GOES_ON: Record<string, string> = {
  'due feedback_request': 'sent',
  'dueedited feedback_request': 'sent',
  'later feedback_request': 'sent',
  'dropresent feedback_request': 'sent',
  'hangrcpt feedback_request': 'sent',
  'hangdata feedback_request': 'unconfirmed',
};

/** What follows from facts and sweeps that nobody had looked at yet, and from nothing else: nobody is planned anew. */
const PLANNED_NOW = [
  'on4703 vacancy_closed waiting',
  'unhandled check_in waiting',
  'unhandled feedback_request waiting',
  'unhandled half_year waiting',
  'unhandled reflection waiting',
  'unhandledinterview interview_prep waiting',
];
/** Its posting is back. */
const ENDS = { 'on4701 vacancy_closed': 'cancelled' };
/** More roles join the word of new ones. */
const GROWS = 'on4705 new_roles';

/** Each keeps its answer: by whom it was asked, for what. The address of a receiver is another one each time. */
const ANSWERED: [key: string, path: string, body: unknown, answer: object][] = [
  [
    'upgrade-1',
    '/applications',
    { companyName: 'Firm idempotent', title: 'Engineer idempotent', stage: 'applied' },
    { status: 201, body: { title: 'Engineer idempotent', stage: 'applied' } },
  ],
  [
    'upgrade-2',
    '/contacts',
    { name: 'Contact idempotent', email: 'idempotent@firms.example', role: 'peer' },
    { status: 201, body: { email: 'idempotent@firms.example' } },
  ],
  // As Python writes it: what it says was hashed, and not its bytes.
  [
    'upgrade-5',
    '/contacts',
    '{"name": "Contact spaced", "email": "spaced@firms.example"}',
    { status: 201, body: { email: 'spaced@firms.example' } },
  ],
];

describe('the services of this version on it', () => {
  let smtp: ScriptedSmtpServer;
  let receiver: WebhookReceiver;
  let boards: BoardServer;
  let api: ApplicationsProcess;
  let worker: WorkerProcess;
  let open: string[];
  let changes: Change[];
  let letters: Stored[];
  let now: Stored[];
  let keyed: string;
  beforeAll(async () => {
    [smtp, receiver, boards] = await Promise.all([
      ScriptedSmtpServer.listen(),
      WebhookReceiver.start(),
      BoardServer.start(),
    ]);
    await db.query('update webhook_endpoints set url = $1', [receiver.url]);
    boards.board('recruitee', 'epsilonco', [anAd('81', { title: 'Engineer on81' }), anAd('82'), anAd('83')]);
    const due = await db.query<{ id: string }>(
      `select id from webhook_deliveries where state in ('waiting', 'sending')`,
    );
    open = due.map(({ id }) => id);
    letters = await followUpsOf(db);
    keyed = the(letters, 'keyed', 'feedback_request').id;
    api = await ApplicationsProcess.start(db.apiUrl);
    const env = { BOARD_BASE_URLS: JSON.stringify(boards.baseUrls) };
    worker = await WorkerProcess.start({ databaseUrl: db.workerUrl, smtpUrl: smtp.url, env });
    await eventually(isQuiet, { what: 'everything that is due being done', within: 90_000 });
    const columns = Object.fromEntries(Object.entries(migrated).map(([table, { columns: all }]) => [table, all]));
    columns.webhook_endpoints = columns.webhook_endpoints!.filter((name) => name !== 'url');
    changes = changedRows(migrated, await contentsOf(db, columns)).filter(
      ({ table, columns: changed }) => table !== 'webhook_endpoints' || changed.some((name) => name !== 'url'),
    );
    now = await followUpsOf(db);
  });
  afterAll(async () => {
    await Promise.all([api.stop(), worker.stop()]);
    await Promise.all([smtp.close(), receiver.stop(), boards.stop()]);
  });

  async function isQuiet(): Promise<boolean> {
    const left = await db.query(
      `select from outbox where parked_at is null
       union all select from sightings where parked_at is null
       union all select from new_role_notes where parked_at is null
       union all select from boards where next_sweep_at <= now() or lease_token is not null
       union all select from follow_ups where state = 'sending' or state in ('waiting', 'retrying') and due_at <= now()
       union all select from webhook_deliveries where state = 'sending' or state = 'waiting' and due_at <= now()`,
    );
    return left.length === 0;
  }

  const of = (table: string) => changes.filter((change) => change.table === table);
  const nameOf = ({ who, kind }: Stored) => `${who} ${kind}`;
  const lost = () => changes.filter(({ now: row }) => row === null);
  const asNow = ({ id }: Stored) => now.find((row) => row.id === id)!;
  const mailsOf = ({ messageId }: Stored) =>
    smtp.messages.filter(({ raw }) => messageId !== null && raw.includes(messageId));

  it('lose nothing but what they have done', () => {
    expect(new Set(lost().map(({ table }) => table))).toEqual(new Set(['outbox', 'sightings', 'new_role_notes']));
    const isParked = ({ row }: Change) => row.parked_at !== null;
    expect(lost().filter(isParked)).toEqual([]);
    expect(migrated.outbox!.rows.length - of('outbox').length).toBe(1);
  });

  it('change no other table than those of what was due', () => {
    const changed = changes.filter(({ now: row }) => row !== null).map(({ table }) => table);
    expect([...new Set(changed)].toSorted()).toEqual([
      'boards',
      'contacts',
      'follow_up_attempts',
      'follow_ups',
      'vacancies',
      'webhook_deliveries',
    ]);
    expect(of('contacts').map(({ columns }) => columns.join())).toEqual(Array(5).fill('last_touch_at'));
    expect(of('follow_up_attempts').map(({ row, now: end }) => [row.outcome, end!.outcome])).toEqual([
      [null, 'unconfirmed'],
    ]);
  });

  it('send once what was due, and what may have gone not at all', () => {
    const moved = letters.filter((row) => asNow(row).state !== row.state);
    expect(Object.fromEntries(moved.map((row) => [nameOf(row), asNow(row).state]))).toEqual({ ...GOES_ON, ...ENDS });
    for (const row of letters) {
      const goesNow = nameOf(row) in GOES_ON && asNow(row).state === 'sent';
      expect([nameOf(row), mailsOf(asNow(row)).length]).toEqual([nameOf(row), goesNow ? 1 : 0]);
    }
    expect(smtp.messages).toHaveLength(Object.values(GOES_ON).filter((state) => state === 'sent').length);
  });

  it.each(['later', 'dropresent', 'hangrcpt'])('hand over the very bytes that a server was to have of %s', (who) => {
    const row = the(now, who, 'feedback_request');
    const { mime } = migrated.follow_ups!.rows.map((text) => JSON.parse(text)).find(({ id }) => id === row.id);
    const frozen = Buffer.from(mime.slice(2), 'hex').toString().trimEnd();
    expect(frozen).toContain(`Message-ID: ${row.messageId}`);
    expect(mailsOf(row).map(({ raw }) => raw.toString().trimEnd())).toEqual([frozen]);
  });

  it('touch no other follow-up, but for the clocks of whom a letter went to', () => {
    const written = new Set(letters.filter((row) => nameOf(row) in GOES_ON).map(({ contactId }) => contactId));
    const ids = new Set(of('follow_ups').map(({ row }) => row.id));
    const touched = letters.filter(({ id }) => ids.has(id));
    const isClock = ({ kind, contactId }: Stored) => /check_in|half_year/.test(kind) && written.has(contactId);
    const others = touched.filter((row) => !isClock(row)).map(nameOf);
    expect(others.toSorted()).toEqual([...Object.keys({ ...GOES_ON, ...ENDS }), GROWS].toSorted());
    expect(letters.length - touched.length).toBeGreaterThan(200);
    for (const row of letters) expect(asNow(row).ledger.slice(0, row.ledger.length)).toEqual(row.ledger);
  });

  it('find in it every hold and every end that there was', () => {
    const states = new Set(letters.map(({ state, heldWhy }) => heldWhy ?? state));
    const holds = ['by_candidate', 'contact_gap', 'sender_missing', 'not_looking', 'disabled'];
    const ends = ['sent', 'answered', 'failed', 'cancelled', 'skipped', 'done', 'unconfirmed'];
    expect(states).toEqual(new Set([...holds, ...ends, 'draft', 'waiting', 'retrying', 'sending']));
  });

  it('plan what nobody had planned yet, and nobody anew', () => {
    const isNew = (row: Stored) => !letters.some(({ id }) => id === row.id);
    const planned = now.filter(isNew).map((row) => `${nameOf(row)} ${row.state}`);
    expect(planned.toSorted()).toEqual(PLANNED_NOW);
  });

  it('ask the board that is due, tell nothing of it, and know the others as they were', () => {
    expect(of('boards').map(({ row, now: board }) => [row.slug, row.open_postings, board!.open_postings])).toEqual([
      ['epsilonco', 3, 3],
    ]);
    const vacancies = of('vacancies').map(
      ({ row, now: vacancy }) => `${row.title as string}: ${vacancy!.status as string}`,
    );
    expect(vacancies.toSorted()).toEqual(['Engineer on4701: reopened', 'Engineer on4703: closed']);
  });

  it('tell each receiver once what it was not told yet, and nothing that it was', async () => {
    const told = receiver.requests.map(({ headers }) => headers['webhook-id'] as string);
    expect(new Set(told).size).toBe(told.length);
    const isNew = new Set(migrated.webhook_deliveries!.rows.map((row) => JSON.parse(row).id as string));
    expect(told.filter((id) => isNew.has(id)).toSorted()).toEqual(open.toSorted());
    const states = await db.query('select distinct state from webhook_deliveries where id = any($1)', [open]);
    expect(states).toEqual([{ state: 'delivered' }]);
  });

  it('go on where a follower of the events was', async () => {
    const [at] = [places.filter(({ id }) => isOwners(id))[6]!];
    const cursor = Buffer.from(JSON.stringify([at.place, at.id])).toString('base64url');
    const seen = await eventsAfter(cursor);
    const owned = places.filter(({ id }) => isOwners(id)).map(({ id }) => id);
    expect(seen.slice(0, owned.length - 7)).toEqual(owned.slice(7));
    expect(seen.length).toBeGreaterThan(owned.length - 7);
  });

  const isOwners = (id: string) => migrated.events!.rows.some((row) => row.includes(id) && row.includes(OWNER_ID));

  async function eventsAfter(cursor: string): Promise<string[]> {
    const page = await api.expect<{ data: { id: string }[]; nextCursor: string | null }>(
      'GET',
      `/events?limit=100&cursor=${cursor}`,
    );
    const rest = page.nextCursor ? await eventsAfter(page.nextCursor) : [];
    return [...page.data.map(({ id }) => id), ...rest];
  }

  it.each(ANSWERED)('answer the repeated request %s as the former version did', async (key, path, body, answer) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const count = async () => (await db.query(`select from ${path.slice(1)}`)).length;
    const rows = await count();
    expect(await api.request('POST', path, body, headers)).toMatchObject(answer);
    expect(await count()).toBe(rows);
  });

  it('know the key of a request without a body', async () => {
    const answer = await api.request('POST', `/follow-ups/${keyed}/hold`, undefined, {
      'idempotency-key': 'upgrade-hold',
    });
    expect(answer).toMatchObject({ status: 200, body: { id: keyed, state: 'held', heldWhy: 'by_candidate' } });
  });

  it('refuse the key of before for anything else', async () => {
    const other = { name: 'Somebody else' };
    const answer = await api.request('POST', '/contacts', other, { 'idempotency-key': 'upgrade-2' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it.each([
    ['mykola', 'sender_missing'],
    ['iryna', 'draft'],
    ['nadia', 'not_looking'],
    ['petro', 'disabled'],
    ['vera', 'sender_missing'],
  ])('show %s what is theirs: %s', async (name, state) => {
    const mine = letters.filter(({ who }) => who === `${name}own`);
    const headers = { authorization: `Bearer rkd_test_token_of_${name}` };
    const page = await api.expect<{ data: { id: string; state: string; heldWhy: string | null }[] }>(
      'GET',
      '/follow-ups?limit=100&kind=feedback_request',
      undefined,
      headers,
    );
    const own = page.data.filter(({ id }) => mine.some((row) => row.id === id));
    expect(own.map(({ state: shown, heldWhy }) => heldWhy ?? shown)).toEqual([state]);
    expect(page.data.filter(({ id }) => !letters.some((row) => row.id === id))).toEqual([]);
  });
});
