/** The page of today: what waits for a word, what goes without one, and what happened, in the candidate's own day. */
import { OWNER_ID } from '@app/contracts';
import { Database, type FollowUp, Interview, outbox } from '@app/database';
import { UuidV7Ids } from '@app/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aLetter, aReminder, fromNow, HOUR, insertFollowUp } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const DAY = 24 * HOUR;
const ids = new UuidV7Ids();

type Shown = Record<string, unknown> & { id: string };
interface Today {
  at: string;
  questions: Shown[];
  drafts: Shown[];
  interviews: Shown[];
  reminders: Shown[];
  goesBySelf: Shown[];
  next: Shown | null;
  news: { since: string; items: Shown[] };
}

describe('today', () => {
  let api: ApplicationsApi;
  let database: Database;
  beforeAll(async () => {
    api = await startApplicationsApi();
    database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 2 });
  });
  beforeEach(async () => {
    await api.db.query('delete from follow_ups');
    await api.db.query('delete from interviews');
    await api.db.query('delete from events');
    await api.db.query(`update candidates set settings = '{}' where id = $1`, [OWNER_ID]);
  });
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  const today = async () => (await api.call('GET', '/api/v1/today')).body as unknown as Today;
  const names = (shown: Shown[]) => shown.map(({ id }) => id);
  const idsOf = (rows: FollowUp[]) => rows.map(({ id }) => id);
  const aSent = (given: Partial<FollowUp> = {}) =>
    aReminder(database, { state: 'sent', dueAt: fromNow(-DAY), sentAt: fromNow(-DAY), ...given });

  it('is empty on the first day, and says when it was looked at', async () => {
    const { status, body } = await api.call('GET', '/api/v1/today');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      questions: [],
      drafts: [],
      interviews: [],
      reminders: [],
      goesBySelf: [],
      next: null,
      news: { items: [] },
    });
    expect(Math.abs(Date.parse(String(body!.at)) - Date.now())).toBeLessThan(HOUR);
  });

  it('asks first what may have gone, then what failed lately, then what has nobody to be from', async () => {
    const held = await aLetter(database, { state: 'held', heldWhy: 'sender_missing', dueAt: fromNow(-9 * DAY) });
    const failed = await aLetter(database, { state: 'failed', dueAt: fromNow(-2 * DAY) });
    const bounced = await aLetter(database, { state: 'bounced', dueAt: fromNow(-3 * DAY), sentAt: fromNow(-3 * DAY) });
    const later = await aLetter(database, { state: 'unconfirmed', dueAt: fromNow(-HOUR) });
    const earlier = await aLetter(database, { state: 'unconfirmed', dueAt: fromNow(-2 * HOUR) });
    const longAgo = await aLetter(database, { state: 'failed', dueAt: fromNow(-16 * DAY) });
    await api.db.query('update follow_ups set updated_at = $2 where id = $1', [longAgo.id, fromNow(-15 * DAY)]);
    await aLetter(database, { state: 'held', heldWhy: 'by_candidate', dueAt: fromNow(-DAY) });
    const { questions } = await today();
    expect(names(questions)).toEqual(idsOf([earlier, later, bounced, failed, held]));
    expect(questions[0]).toMatchObject({
      state: 'unconfirmed',
      subject: expect.any(String),
      why: expect.any(String),
      whyCode: 'one_question',
      contact: { name: 'Dana Ito' },
      application: { title: 'Backend Engineer', companyName: 'Acme' },
    });
    expect(questions[0]).not.toHaveProperty('body');
    expect(questions[0]).not.toHaveProperty('ledger');
  });

  it('asks no more about a letter that failed once another one is written, or there is nothing to write about', async () => {
    const failed = await aLetter(database, { state: 'failed' });
    const [{ rejectionId }] = (await api.db.query<{ rejectionId: string }>(
      `select id as "rejectionId" from rejections where application_id = $1`,
      [failed.applicationId],
    )) as [{ rejectionId: string }];
    await api.db.query('update follow_ups set rejection_id = $2 where id = $1', [failed.id, rejectionId]);
    expect(names((await today()).questions)).toEqual([failed.id]);
    const { applicationId, contactId } = failed;
    await insertFollowUp(database, { applicationId, contactId, rejectionId, dueAt: fromNow(30 * DAY) });
    expect((await today()).questions).toEqual([]);
    await api.db.query('delete from follow_ups where id <> $1', [failed.id]);
    await api.db.query(`update applications set stage = 'offer' where id = $1`, [applicationId]);
    expect((await today()).questions).toEqual([]);
  });

  it('shows drafts by when they would go: of a new opening that is months away nobody need think first', async () => {
    const [first, second, third] = [
      await aLetter(database, { state: 'draft', dueAt: fromNow(-DAY) }),
      await aLetter(database, { state: 'draft', dueAt: fromNow(DAY) }),
      await aLetter(database, { state: 'draft', kind: 'reopened_outreach', dueAt: fromNow(40 * DAY) }),
    ];
    expect(names((await today()).drafts)).toEqual(idsOf([first!, second!, third!]));
  });

  it('shows the reminders that are due or were said, what spoils first, until they are done', async () => {
    const reflection = await aSent({ sentAt: fromNow(-13 * DAY) });
    const hello = await aSent({ kind: 'check_in' });
    await api.db.query('update contacts set last_touch_at = $2 where id = $1', [hello.contactId, fromNow(-90 * DAY)]);
    const find = await aReminder(database, { kind: 'find_contact', dueAt: fromNow(-HOUR), contactId: null });
    await api.db.query('update applications set contact_id = null where id = $1', [find.applicationId]);
    const opened = await aReminder(database, { kind: 'related_role', dueAt: fromNow(-2 * HOUR), details: ROLE });
    const longer = await aReminder(database, { kind: 'related_role', dueAt: fromNow(-3 * HOUR), details: ROLE });
    const unmailable = await aReminder(database, { state: 'held', heldWhy: 'sender_missing', dueAt: fromNow(-HOUR) });
    await aSent({ sentAt: fromNow(-15 * DAY), dueAt: fromNow(-15 * DAY) });
    await aReminder(database, { dueAt: fromNow(HOUR) });
    await aReminder(database, { state: 'held', dueAt: fromNow(-HOUR) });
    const { reminders } = await today();
    expect(names(reminders)).toEqual(idsOf([longer, opened, reflection, unmailable, find, hello]));
    expect(reminders.map(({ state }) => state)).toEqual(['due', 'due', 'sent', 'held', 'due', 'sent']);
    await api.call('POST', `/api/v1/follow-ups/${reflection.id}/done`, {});
    expect(names((await today()).reminders)).not.toContain(reflection.id);
  });

  it('forgets a reminder whose reason is over: hello was said, the rejection is taken back', async () => {
    const hello = await aSent({ kind: 'check_in' });
    const reflection = await aSent({});
    expect(names((await today()).reminders)).toEqual([reflection.id]);
    await api.db.query('update contacts set last_touch_at = $2 where id = $1', [hello.contactId, fromNow(-2 * DAY)]);
    expect(names((await today()).reminders)).toEqual(idsOf([reflection, hello]));
    await api.call('POST', `/api/v1/contacts/${hello.contactId}/touches`, { kind: 'call' });
    await api.db.query(`update applications set stage = 'offer' where id = $1`, [reflection.applicationId]);
    expect((await today()).reminders).toEqual([]);
  });

  it('shows what is open behind a hundred that are settled', async () => {
    const settled = await aSent({ kind: 'check_in', sentAt: fromNow(-2 * DAY) });
    await api.db.query('update contacts set last_touch_at = now() where id = $1', [settled.contactId]);
    const { applicationId, contactId } = settled;
    for (let count = 1; count < 101; count += 1) {
      const given = { kind: 'check_in', audience: 'candidate', state: 'sent', dueAt: fromNow(-2 * DAY) } as const;
      await insertFollowUp(database, { ...given, sentAt: given.dueAt, applicationId, contactId });
    }
    const open = await aSent({ kind: 'board_gone', details: null });
    expect(names((await today()).reminders)).toEqual([open.id]);
  });

  it('shows what goes by itself in the next days, and hides what a reason or a person holds', async () => {
    const retrying = await aLetter(database, { state: 'retrying', dueAt: fromNow(HOUR) });
    const due = await aLetter(database, { dueAt: fromNow(-HOUR) });
    const sending = await aLetter(database, { state: 'sending', dueAt: fromNow(-2 * HOUR) });
    await aLetter(database, { dueAt: fromNow(5 * DAY) });
    await aLetter(database, { state: 'held', dueAt: fromNow(HOUR) });
    expect(names((await today()).goesBySelf)).toEqual(idsOf([sending, due, retrying]));
  });

  it('names the nearest thing ahead where nothing needs a word, and only there', async () => {
    const hello = await aReminder(database, { kind: 'half_year', dueAt: fromNow(90 * DAY) });
    await aReminder(database, { kind: 'half_year', dueAt: fromNow(120 * DAY) });
    await aReminder(database, { state: 'held', dueAt: fromNow(DAY) });
    expect((await today()).next).toMatchObject({ id: hello.id, kind: 'half_year', contact: { name: 'Dana Ito' } });
    await aLetter(database, { state: 'draft', dueAt: fromNow(DAY) });
    expect((await today()).next).toBeNull();
  });

  it('ends at the midnight of the account: interviews of today and tomorrow there, with their preparation', async () => {
    // The day there begins at this hour, so that a minute decides about a whole day.
    await api.call('PATCH', '/api/v1/settings', { timezone: 'Pacific/Kiritimati' });
    const midnight = midnightIn('Pacific/Kiritimati', 2);
    const before = await anInterview(new Date(midnight.getTime() - 60_000));
    await anInterview(new Date(midnight.getTime() + 60_000));
    await anInterview(fromNow(-HOUR));
    const soon = await anInterview(fromNow(HOUR), 'screening');
    await anInterview(fromNow(HOUR), 'withdrawn');
    const prep = await insertFollowUp(database, {
      kind: 'interview_prep',
      audience: 'candidate',
      state: 'sent',
      sentAt: fromNow(-HOUR),
      applicationId: soon.applicationId,
      interviewId: soon.id,
      details: { interviewAt: soon.scheduledAt.toISOString() },
    });
    const { interviews, reminders } = await today();
    expect(names(interviews)).toEqual([soon.id, before.id]);
    expect(interviews[0]).toMatchObject({
      scheduledAt: soon.scheduledAt.toISOString(),
      application: { id: soon.applicationId, title: 'Engineer', companyName: 'Globex', stage: 'screening' },
      preparation: { id: prep.id },
    });
    expect(interviews[1]).toMatchObject({ preparation: null });
    expect(reminders).toEqual([]);
  });

  it('tells what happened since the day before began there: who wrote, what went, what closed and opened', async () => {
    await api.call('PATCH', '/api/v1/settings', { timezone: 'Asia/Tokyo' });
    const letter = await aLetter(database, { state: 'sent', sentAt: fromNow(-HOUR) }, { companyName: 'Contoso' });
    const { applicationId, contactId, kind, audience } = letter;
    const said = { followUpId: letter.id, kind, audience, applicationId, contactId, dueAt: letter.dueAt.toISOString() };
    await database.asCandidate(OWNER_ID, (tx) =>
      outbox.append(tx, ids, { candidateId: OWNER_ID, type: 'follow_up.sent.v1', data: { ...said, messageId: null } }),
    );
    const vacancy = await vacancyOf(applicationId!);
    await api.call('POST', `/api/v1/vacancies/${vacancy}/observations`, { status: 'closed' });
    await api.call('POST', `/api/v1/contacts/${contactId}/touches`, { kind: 'mail', direction: 'in', text: 'Hi' });
    await api.call('POST', `/api/v1/contacts/${contactId}/touches`, { kind: 'mail', direction: 'out' });
    await api.call('POST', `/api/v1/contacts/${contactId}/touches`, {
      kind: 'mail',
      direction: 'in',
      at: fromNow(-3 * DAY).toISOString(),
    });
    const { news } = await today();
    expect(new Date(news.since)).toEqual(midnightIn('Asia/Tokyo', -1));
    expect(news.items.map(({ text, code }) => [code, text])).toEqual([
      ['contact_wrote', 'Dana Ito wrote.'],
      ['vacancy_closed', 'Backend Engineer at Contoso closed.'],
      ['letter_sent', 'The question to Dana Ito went.'],
    ]);
    expect(news.items[2]).toMatchObject({
      facts: { kind: 'feedback_request', contactName: 'Dana Ito', title: 'Backend Engineer', companyName: 'Contoso' },
      followUpId: letter.id,
      applicationId,
      contactId,
    });
    await api.db.query('update events set occurred_at = $1', [new Date(midnightIn('Asia/Tokyo', -1).getTime() - 1)]);
    expect((await today()).news.items).toEqual([]);
  });

  it('calls an answer to a letter an answer, once', async () => {
    const { applicationId, contactId, id, kind, audience } = await aLetter(database, { state: 'answered' });
    const touch = await api.call('POST', `/api/v1/contacts/${contactId}/touches`, { kind: 'mail', direction: 'in' });
    const said = { followUpId: id, kind, audience, applicationId, contactId, dueAt: new Date().toISOString() };
    await database.asCandidate(OWNER_ID, (tx) =>
      outbox.append(tx, ids, {
        candidateId: OWNER_ID,
        type: 'follow_up.answered.v1',
        data: { ...said, touchId: touch.id },
      }),
    );
    expect((await today()).news.items.map(({ text }) => text)).toEqual(['Dana Ito answered.']);
    await api.db.query('delete from touches where id = $1', [touch.id]);
    expect((await today()).news.items).toEqual([]);
  });

  it("is everybody's own", async () => {
    await aLetter(database, { state: 'draft' });
    const { authorization } = await api.addStranger();
    const { body } = await api.call('GET', '/api/v1/today', undefined, { authorization });
    expect(body).toMatchObject({ drafts: [], next: null, news: { items: [] } });
  });

  const ROLE = { role: { title: 'Staff Engineer', url: null } };

  async function anInterview(scheduledAt: Date, stage = 'interview') {
    const { id: applicationId } = await api.call('POST', '/api/v1/applications', {
      companyName: 'Globex',
      title: 'Engineer',
      stage,
    });
    const id = randomUUID();
    await database.asCandidate(OWNER_ID, (tx) =>
      tx.insert(Interview, { id, candidateId: OWNER_ID, applicationId, scheduledAt }),
    );
    return { id, applicationId, scheduledAt };
  }

  async function vacancyOf(applicationId: string): Promise<string> {
    const { body } = await api.call('GET', `/api/v1/applications/${applicationId}`);
    return String(body!.vacancyId);
  }
});

/** The beginning of the day that many days from today there; both zones keep one offset all year. */
function midnightIn(timezone: string, days: number): Date {
  const offset = { 'Pacific/Kiritimati': 14, 'Asia/Tokyo': 9 }[timezone]! * HOUR;
  return new Date(Math.floor((Date.now() + offset) / DAY) * DAY + days * DAY - offset);
}
