import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApplicationsProcess } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { type FormerDatabase, formerDatabase } from '../support/former-version.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { followUpsOf, type Stored, the } from '../support/stored-rows.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(120_000);

/** What was due while the installation was down, or half sent when it stopped, and what becomes of it. */
const GOES_ON: Record<string, string> = {
  'due1 feedback_request': 'sent',
  'due2 thank_you': 'sent',
  'dueedited feedback_request': 'sent',
  'later feedback_request': 'sent',
  'later.moved feedback_request': 'sent',
  'drop.resend feedback_request': 'sent',
  'hangrcpt feedback_request': 'sent',
  'hangdata feedback_request': 'unconfirmed',
};

/**
 * An upgrade replans everybody once, and this is what comes of it where a rule is new: `who kind state` as it was, to the
 * fields that differ. Whatever is not named here stays as it was, to the letter.
 */
const REPLANNED: Record<string, Partial<Stored>> = {
  // The vacancy closed again; of two openings the newer one stands.
  'reopenedclosed reopened_outreach draft': { state: 'cancelled' },
  'reopenedtwice reopened_outreach draft edited': { state: 'cancelled' },
  // Told long ago to look for somebody, who is there by now.
  'sameagain find_contact sent': { state: 'done' },
};

/** What follows from facts that the former version had recorded and not yet looked at. */
const PLANNED_NOW = [
  'unhandled check_in waiting',
  'unhandled feedback_request waiting',
  'unhandled half_year waiting',
  'unhandled reflection waiting',
  'unhandledinterview interview_prep waiting',
  // One half-year was cancelled or done by hand, so the next one follows.
  'warmhalf half_year waiting',
  'warmhalfdone half_year waiting',
];

describe('the services of this version, started on what the former version left', () => {
  let db: FormerDatabase;
  let smtp: ScriptedSmtpServer;
  let receiver: WebhookReceiver;
  let api: ApplicationsProcess;
  let worker: WorkerProcess;
  let delivered: string[];
  let frozen: Map<string, Buffer>;
  let before: Stored[];
  let after: Stored[];
  beforeAll(async () => {
    [db, smtp, receiver] = await Promise.all([formerDatabase(), ScriptedSmtpServer.listen(), WebhookReceiver.start()]);
    await db.query(`update webhook_endpoints set url = $1`, [receiver.url]);
    const found = await db.query<{ id: string }>(`select id from webhook_deliveries where state = 'delivered'`);
    delivered = found.map(({ id }) => id);
    await db.upgrade();
    const mails = await db.query<{ id: string; mime: Buffer }>(
      'select id, mime from follow_ups where mime is not null',
    );
    frozen = new Map(mails.map(({ id, mime }) => [id, mime]));
    before = await followUpsOf(db);
    // No board is due; if one were, this would be asked.
    const env = { BOARD_BASE_URLS: JSON.stringify({ greenhouse: receiver.url }) };
    api = await ApplicationsProcess.start(db.apiUrl);
    worker = await WorkerProcess.start({ databaseUrl: db.workerUrl, smtpUrl: smtp.url, env });
    await eventually(isQuiet, { what: 'everything that is due being done', within: 60_000 });
    after = await followUpsOf(db);
  });
  afterAll(async () => {
    await Promise.all([api.stop(), worker.stop()]);
    await Promise.all([smtp.close(), receiver.stop()]);
    await db.drop();
  });

  async function isQuiet(): Promise<boolean> {
    const open = await db.query(
      `select from outbox where parked_at is null
       union all select from follow_ups where state = 'sending' or state in ('waiting', 'retrying') and due_at <= now()
       union all select from webhook_deliveries where state = 'sending' or state = 'waiting' and due_at <= now()`,
    );
    return open.length === 0;
  }

  const nameOf = ({ who, kind }: Stored) => `${who} ${kind}`;
  const isNamed = (row: Stored) => nameOf(row) in GOES_ON;
  const replanned = (row: Stored) => REPLANNED[`${nameOf(row)} ${row.state}${row.editedAt ? ' edited' : ''}`];
  const now = ({ id }: Stored) => after.find((row) => row.id === id)!;
  const mailsOf = ({ messageId }: Stored) =>
    smtp.messages.filter(({ raw }) => messageId !== null && raw.includes(messageId));

  it('send once what was due, and what may have gone not at all', () => {
    const moved = before.filter((row) => now(row).state !== row.state && !replanned(row));
    expect(Object.fromEntries(moved.map((row) => [nameOf(row), now(row).state]))).toEqual(GOES_ON);
    for (const row of before) {
      const goesNow = isNamed(row) && now(row).state === 'sent';
      expect([nameOf(row), mailsOf(now(row)).length]).toEqual([nameOf(row), goesNow ? 1 : 0]);
    }
    expect(smtp.messages).toHaveLength(Object.values(GOES_ON).filter((state) => state === 'sent').length);
  });

  it.each(['drop.resend', 'later', 'hangrcpt'])('hand over the very bytes that a server was to have of %s', (who) => {
    const row = the(after, who, 'feedback_request');
    expect(mailsOf(row).map(({ raw }) => raw.toString().trimEnd())).toEqual([frozen.get(row.id)!.toString().trimEnd()]);
  });

  it('leave everything else: what waits, is held, was cancelled, skipped or sent, and drafts', () => {
    const touched = new Set(before.filter(isNamed).map(({ contactId }) => contactId));
    const isMovedClock = ({ kind, contactId }: Stored) =>
      (kind === 'check_in' || kind === 'half_year') && touched.has(contactId);
    const rest = before.filter((row) => !isNamed(row) && !isMovedClock(row));
    expect(rest.length).toBeGreaterThan(300);
    for (const row of rest) {
      const { who, kind, state, heldWhy, dueAt, subject, body } = row;
      expect(now(row)).toMatchObject({ who, kind, state, heldWhy, dueAt, subject, body, ...replanned(row) });
      if (!replanned(row)) expect(now(row).ledger).toEqual(row.ledger);
    }
  });

  it('lose no line of a ledger', () => {
    for (const row of before) expect(now(row).ledger.slice(0, row.ledger.length)).toEqual(row.ledger);
  });

  it('plan what nobody had planned yet', () => {
    const isNew = (row: Stored) => !before.some(({ id }) => id === row.id);
    const planned = after.filter(isNew).map((row) => `${nameOf(row)} ${row.state}`);
    expect(planned.toSorted()).toEqual(PLANNED_NOW);
  });

  it('keep what was set aside, and tell no receiver anything twice', async () => {
    expect(await db.query('select type, failures from outbox')).toEqual([{ type: 'contact.changed.v1', failures: 12 }]);
    const told = receiver.requests.map(({ headers }) => headers['webhook-id'] as string);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((id) => delivered.includes(id))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
  });

  it('answer a repeated request as the former version did', async () => {
    const count = async () => (await db.query('select from applications')).length;
    const applications = await count();
    const body = { companyName: 'Firm idempotent', title: 'Engineer idempotent', stage: 'applied' };
    const again = await api.request('POST', '/applications', body, { 'idempotency-key': 'upgrade-1' });
    expect(again).toMatchObject({ status: 201, body: { title: body.title, stage: body.stage } });
    expect(await count()).toBe(applications);
  });

  it('show all there is', async () => {
    const owned = after.filter(({ candidateId }) => candidateId === OWNER_ID);
    expect(await listed()).toEqual(new Set(owned.map(({ id }) => id)));
  });

  async function listed(cursor?: string): Promise<Set<string>> {
    const query = `limit=100${cursor ? `&cursor=${cursor}` : ''}`;
    const page = await api.expect<{ data: { id: string }[]; nextCursor: string | null }>('GET', `/follow-ups?${query}`);
    const rest = page.nextCursor ? await listed(page.nextCursor) : [];
    return new Set([...page.data.map(({ id }) => id), ...rest]);
  }
});
