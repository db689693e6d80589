import type { SettingsPatch } from '@app/contracts';
import { FollowUp } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { setSettings } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import type { SmtpFault } from '../support/scripted-smtp.conversation.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const SETTINGS = { timezone: 'Europe/Kyiv', looking: true } satisfies SettingsPatch;
const THREE = ['reflection', 'check_in', 'half_year'] as const;

let parts: WorkerParts;
let life: CandidateLife;
let address: string;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
beforeEach(async () => {
  address = `${randomUUID()}@example.org`;
  life = await parts.candidate(SETTINGS, address);
});
afterAll(() => parts.stop());

/** Of one rejection: planned for later, and due when a test says so. */
async function threeReminders(): Promise<FollowUp[]> {
  await life.isRejected();
  return Promise.all(THREE.map((kind) => life.the(kind)));
}
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
const makeDue = (rows: FollowUp[]) =>
  parts.db.query(`update follow_ups set due_at = now() - interval '1 second' where id = any($1)`, [idsOf(rows)]);
const become = (rows: FollowUp[], state: FollowUp['state']) =>
  Promise.all(rows.map(({ id }) => life.becomes(id, state)));
const lastLines = (rows: FollowUp[]) => Promise.all(rows.map(async ({ id }) => (await life.ledger(id)).at(-1)));
const mails = () => parts.smtp.messages.filter(({ to }) => to === address);
const parsed = (): Promise<ParsedMail[]> => Promise.all(mails().map(({ raw }) => simpleParser(raw)));
/** Where the candidate is; a test that runs over midnight is right on either day. */
const localDay = () =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Kyiv', dateStyle: 'short' }).format(new Date());
const digestName = (number = '') => `digest-${life.id}-${localDay()}${number}`;

/** The next mail is at this moment when it is answered, and goes on when the test says so. */
async function goingOut(rows: FollowUp[], at: SmtpFault['at']) {
  const gate = Promise.withResolvers<void>();
  const before = parts.smtp.conversations.length;
  parts.smtp.next({ at, do: 'wait', until: gate.promise });
  await makeDue(rows);
  await become(rows, 'sending');
  const conversation = await eventually(() => parts.smtp.conversations[before], { what: 'the connection' });
  return async () => {
    gate.resolve();
    await eventually(() => conversation.closed, { what: 'the end of the conversation' });
    return conversation.bodyBytes;
  };
}
const cancelAsTheApiDoes = ({ id }: FollowUp) =>
  parts.db.query(
    `update follow_ups set state = 'cancelled', lease_token = null, lease_until = null, phase = null where id = $1`,
    [id],
  );

describe('reminders that are due together', () => {
  it('go as one mail, said of each on its ledger and by an event', async () => {
    const rows = await threeReminders();
    await makeDue(rows);
    const sent = await become(rows, 'sent');
    const [mail, ...more] = await parsed();
    expect(more).toEqual([]);
    expect(mail!.messageId).toBe(`<${digestName()}@example.org>`);
    expect(mail!.subject).toMatch(/^3 reminders for \w+day, \d{1,2} \w+$/);
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail!.text!.match(/Hello Olena/g)).toHaveLength(1);
    expect(mail!.text!.match(/All of today: /g)).toHaveLength(1);
    for (const { id, kind, applicationId, subject, body } of sent) {
      const page = kind === 'reflection' ? `/applications/${applicationId}/look-back` : `/follow-ups/${id}`;
      expect(mail!.text).toContain(page);
      expect(mail!.text).toContain(subject);
      expect(mail!.text!.replaceAll(/\s+/g, ' ')).toContain(body!.replaceAll(/\s+/g, ' '));
    }
    expect(new Set(sent.map(({ digestId }) => digestId)).size).toBe(1);
    expect(idsOf(sent)).toContain(sent[0]!.digestId);
    const line = `sender sent in the digest of ${localDay()}: 250 2.0.0 Queued as SCRIPTED`;
    expect(await lastLines(rows)).toEqual([line, line, line]);
    const told = (await life.events('follow_up.sent.v1')).map(({ data }) => data as { followUpId: string });
    expect(told.map(({ followUpId }) => followUpId).sort()).toEqual(idsOf(rows).sort());
    for (const data of told) expect(data).toMatchObject({ messageId: mail!.messageId });
  });

  it('have the words that the candidate gave them', async () => {
    const rows = await threeReminders();
    await parts.db.query(`update follow_ups set subject = 'Моє', body = 'Думки & плани' where id = $1`, [rows[0]!.id]);
    await makeDue(rows);
    await become(rows, 'sent');
    const [mail] = await parsed();
    expect(mail!.text).toContain('Моє\n\nДумки & плани\n\n');
  });

  it('but one of them must not go any more: it alone is cancelled', async () => {
    const rows = await threeReminders();
    await setSettings(parts.api, { ...SETTINGS, looking: false }, life.id);
    await makeDue(rows);
    const [reflection, checkIn, halfYear] = rows as [FollowUp, FollowUp, FollowUp];
    await become([reflection, checkIn], 'sent');
    expect(await life.becomes(halfYear.id, 'cancelled')).toMatchObject({ digestId: null });
    const [mail, ...more] = await parsed();
    expect(more).toEqual([]);
    expect(mail!.subject).toMatch(/^2 reminders for /);
  });

  it('a second time on one day: the second mail says that it is the second', async () => {
    for (const number of ['', '-2']) {
      await life.isRejected();
      const rows = (await life.followUps({ audience: 'candidate' })).filter(
        ({ kind, state }) => (kind === 'reflection' || kind === 'check_in') && state === 'waiting',
      );
      await makeDue(rows);
      await become(rows, 'sent');
      expect((await parsed()).at(-1)!.messageId).toBe(`<${digestName(number)}@example.org>`);
    }
  });
});

describe('go by themselves', () => {
  it('a reminder that is the only one', async () => {
    const [reflection] = (await threeReminders()) as [FollowUp];
    await makeDue([reflection]);
    const sent = await life.becomes(reflection.id, 'sent');
    expect(sent).toMatchObject({ digestId: null, messageId: `<${reflection.id}@example.org>` });
    expect(await lastLines([reflection])).toEqual(['sender sent: 250 2.0.0 Queued as SCRIPTED']);
    expect((await parsed()).map(({ subject, text }) => ({ subject, body: text!.trimEnd() }))).toEqual([
      { subject: sent.subject, body: sent.body },
    ]);
  });

  it('an alert, a search and a streak, whatever else is due', async () => {
    const [reflection, checkIn] = (await threeReminders()) as [FollowUp, FollowUp];
    const details = { length: 3, total: 3, byStage: { applied: 3 }, byReason: { unknown: 3 } };
    const { applicationId: unreachable } = await life.isRejected({ contact: null });
    const search = await life.the('find_contact', { applicationId: unreachable });
    const alone = (['reopened', 'streak'] as const).map((kind) => {
      const own = { id: randomUUID(), sourceId: null, contactId: null, kind, details };
      return Object.assign({}, reflection, own);
    });
    await life.do((tx) => tx.insert(FollowUp, alone as never));
    await makeDue([reflection, checkIn, ...alone]);
    await become([reflection, checkIn, search, ...alone], 'sent');
    const ids = (await parsed()).map(({ messageId }) => messageId);
    expect(ids.sort()).toEqual(
      [digestName(), search.id, ...idsOf(alone)].map((name) => `<${name}@example.org>`).sort(),
    );
  });
});

describe('a digest that is on its way', () => {
  it('and a member is cancelled: not a byte goes, and the others go without it', async () => {
    const rows = await threeReminders();
    const goOn = await goingOut(rows, 'rcpt');
    const [first, ...others] = rows as [FollowUp, ...FollowUp[]];
    await cancelAsTheApiDoes(first);
    expect(await goOn()).toBe(0);
    await become(others, 'sent');
    const [mail, ...more] = await parsed();
    expect(more).toEqual([]);
    expect(mail!.subject).toMatch(/^2 reminders for /);
    expect(await life.becomes(first.id, 'cancelled')).toMatchObject({ digestId: null, sentAt: null });
    expect(await life.ledger(others[0]!.id)).toContainEqual(expect.stringMatching(/^sender put back: /));
  });

  it('and a member loses its reason: not a byte goes, and the others go without it', async () => {
    const rows = await threeReminders();
    const goOn = await goingOut(rows, 'rcpt');
    await parts.db.query(`update contacts set do_not_contact = true where id = $1`, [rows[0]!.contactId]);
    expect(await goOn()).toBe(0);
    const [reflection, ...others] = rows as [FollowUp, ...FollowUp[]];
    await life.becomes(reflection.id, 'sent');
    await become(others, 'cancelled');
    expect((await parsed()).map(({ messageId }) => messageId)).toEqual([`<${reflection.id}@example.org>`]);
  });

  it('and refused for now: all are free again and wait for the same moment', async () => {
    const rows = await threeReminders();
    parts.smtp.next({ at: 'rcpt', do: 'answer', reply: '451 4.3.0 Try later' });
    await makeDue(rows);
    const retrying = await become(rows, 'retrying');
    expect(new Set(retrying.map(({ dueAt }) => dueAt.getTime())).size).toBe(1);
    for (const row of retrying) expect(row).toMatchObject({ digestId: null, attempt: 1 });
    expect(await lastLines(rows)).toEqual(Array(3).fill('sender retrying: 451 4.3.0 Try later'));
    await makeDue(rows.slice(1));
    await become(rows.slice(1), 'sent');
    expect((await parsed()).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^2 reminders for /)]);
  });
});

describe('a digest that may have arrived', () => {
  async function inDoubt(): Promise<FollowUp[]> {
    const rows = await threeReminders();
    parts.smtp.next({ at: 'accepted', do: 'drop' });
    await makeDue(rows);
    const retrying = await become(rows, 'retrying');
    expect(new Set(retrying.map(({ digestId }) => digestId)).size).toBe(1);
    expect(mails()).toHaveLength(1);
    return rows;
  }
  const different = () => new Set(mails().map(({ raw }) => raw.toString('latin1'))).size;

  it('goes again, the same bytes under the same Message-ID', async () => {
    const rows = await inDoubt();
    await makeDue(rows);
    await become(rows, 'sent');
    expect([mails().length, different()]).toEqual([2, 1]);
  });

  it('goes again as it was although another reminder has come due', async () => {
    const rows = await inDoubt();
    await life.isRejected();
    const other = (await life.followUps({ kind: 'reflection' })).find(({ state }) => state === 'waiting')!;
    await makeDue([...rows, other]);
    await become([...rows, other], 'sent');
    expect([mails().length, different()]).toEqual([3, 2]);
    expect(await life.becomes(other.id, 'sent')).toMatchObject({ digestId: null });
  });

  it('and a member that the candidate snoozed: the others go anew, under a name of their own', async () => {
    const rows = await inDoubt();
    const [, ...others] = rows;
    await makeDue(others);
    const sent = await become(others, 'sent');
    expect(sent.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${digestName('-2')}@example.org>`));
    expect(await life.becomes(rows[0]!.id, 'retrying')).toMatchObject({ digestId: null });
  });

  it('and the worker that sent it is gone: it goes again, the same bytes', async () => {
    const rows = await threeReminders();
    parts.smtp.always({ at: 'accepted', do: 'hang' });
    await makeDue(rows);
    await eventually(() => mails().length === 1, { what: 'the server keeping the digest' });
    await parts.killWorkers();
    parts.smtp.always(null);
    await parts.addWorker();
    await become(rows, 'sent');
    expect([mails().length, different()]).toEqual([2, 1]);
  });

  it('and every worker that sends it dies: at once only the first time, then by the schedule', async () => {
    const rows = await threeReminders();
    parts.smtp.always({ at: 'accepted', do: 'hang' });
    await makeDue(rows);
    for (const times of [1, 2]) {
      await eventually(() => mails().length === times, { what: 'the server keeping the digest' });
      await parts.killWorkers();
      await parts.addWorker();
    }
    const retrying = await become(rows, 'retrying');
    parts.smtp.always(null);
    const minutes = retrying.map(({ dueAt, updatedAt }) => (dueAt.getTime() - updatedAt.getTime()) / 60_000);
    expect([minutes, mails().length]).toEqual([[15, 15, 15], 2]);
    await makeDue(rows);
    await become(rows, 'sent');
    expect([mails().length, different()]).toEqual([3, 1]);
  });
});
