import { say, type SettingsPatch } from '@app/contracts';
import { Application, Vacancy } from '@app/database';
import { sentence } from '@app/follow-ups';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { type Arranged, hoursAway } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const timezone = 'Pacific/Kiritimati';
const reminders = { at: hoursAway(timezone) };
const SETTINGS = { timezone, reminders, feedbackRequest: { delay: 'P10D' } } satisfies SettingsPatch;

let parts: WorkerParts;
let life: CandidateLife;
let address: string;
let given: Arranged;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
beforeEach(async () => {
  address = `${randomUUID()}@example.org`;
  life = await parts.candidate(SETTINGS, address);
  given = await life.isRejected();
  await life.takesBack(given, 'screening');
});
afterAll(() => parts.stop());

/** As the sweep and the HTTP service leave it. */
async function becomes(status: 'closed' | 'reopened', closedAt: string): Promise<void> {
  const { vacancyId, companyId } = given;
  await life.do((tx) => tx.update(Vacancy, { id: vacancyId }, { status, closedAt: new Date(closedAt) }));
  const data = { vacancyId, companyId, title: 'Backend Engineer', observedAt: new Date().toISOString(), closedAt };
  const evidence = { grade: 'observed' as const, matched: [], daysAbsent: 0 };
  await life.say(
    status === 'closed'
      ? { type: 'vacancy.closed.v1', data }
      : { type: 'vacancy.reopened.v1', data: { ...data, url: null, postingId: null, evidence } },
  );
  await life.handled();
}
const notices = () => life.followUps({ kind: 'vacancy_closed' });
const states = async () => (await notices()).map(({ state }) => state);
const lastLine = async () => (await life.ledger((await notices()).at(-1)!.id)).at(-1);
const FIRST = '2026-11-20T09:00:00.000Z';
const SECOND = '2026-11-21T09:00:00.000Z';

describe('a vacancy that closes while an application is in process', () => {
  it('is told in the next digest, at the hour where the candidate is', async () => {
    await becomes('closed', FIRST);
    const notice = await life.the('vacancy_closed');
    expect(notice).toMatchObject({ applicationId: given.applicationId, contactId: given.contactId, state: 'waiting' });
    const local = new Intl.DateTimeFormat('sv', { timeZone: timezone, timeStyle: 'short' });
    expect(local.format(notice.dueAt)).toBe(reminders.at);
    expect(notice.dueAt.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
    expect(await life.ledger(notice.id)).toEqual([
      'plan planned: The posting is gone while your application is in process.',
    ]);
  });

  it('goes out with what else is due, in text and HTML', async () => {
    await becomes('closed', FIRST);
    const other = await life.isRejected({ companyName: 'Other' });
    const reflection = await life.the('reflection', { applicationId: other.applicationId });
    const { id } = await life.the('vacancy_closed');
    await parts.db.query(`update follow_ups set due_at = now() - interval '1 second' where id = any($1)`, [
      [id, reflection.id],
    ]);
    const sent = await life.becomes(id, 'sent');
    const mails = parts.smtp.messages.filter(({ to }) => to === address);
    const [mail, ...more] = await Promise.all(mails.map(({ raw }) => simpleParser(raw)));
    expect(more).toEqual([]);
    expect(mail!.subject).toMatch(/^2 reminders for /);
    expect(sent.subject).toBe('No longer advertised: Backend Engineer at Acme');
    for (const words of [mail!.text, String(mail!.html)]) {
      expect(words).toContain(sent.subject);
      expect(words!.replaceAll(/\s+/g, ' ')).toContain('has been gone since Friday');
      expect(words!.replaceAll(/\s+/g, ' ')).toContain('If you have not heard from Dana Ito for a while');
    }
  });

  it('is told once, however often it is said', async () => {
    await becomes('closed', FIRST);
    await becomes('closed', FIRST);
    expect(await states()).toEqual(['waiting']);
  });

  it('is withdrawn when it is seen open, and told anew when it closes anew', async () => {
    await becomes('closed', FIRST);
    await becomes('reopened', FIRST);
    expect(await states()).toEqual(['cancelled']);
    expect(await lastLine()).toBe(`stop_rule cancelled: ${sentence(say('seen_open'), 'en')}`);
    await becomes('closed', SECOND);
    expect(await states()).toEqual(['cancelled', 'waiting']);
  });

  it('that was reopened before anybody looked is left out, and the later close stays, in whatever order they come', async () => {
    await becomes('closed', SECOND);
    const { vacancyId, companyId } = given;
    const earlier = { vacancyId, companyId, title: 'Backend Engineer', observedAt: FIRST, closedAt: FIRST };
    await life.say({ type: 'vacancy.closed.v1', data: earlier });
    const evidence = { grade: 'observed' as const, matched: [], daysAbsent: 0 };
    await life.say({ type: 'vacancy.reopened.v1', data: { ...earlier, url: null, postingId: null, evidence } });
    await life.handled();
    expect(await states()).toEqual(['waiting', 'skipped']);
  });

  it.each(['withdrawn', 'accepted'] as const)('is withdrawn when the application is %s', async (stage) => {
    await becomes('closed', FIRST);
    await life.reaches(given.applicationId, stage);
    expect(await states()).toEqual(['cancelled']);
    expect(await lastLine()).toBe(`stop_rule cancelled: ${sentence(say('no_longer_in_process'), 'en')}`);
  });

  it('is withdrawn when the application is rejected', async () => {
    await becomes('closed', FIRST);
    const [rejection] = await life.events('application.rejected.v1');
    await life.do(async (tx) => {
      await tx.query('update rejections set revoked_at = null where id = $1', [given.rejectionId]);
      await tx.update(Application, { id: given.applicationId }, { stage: 'rejected' });
    });
    await life.say({ type: 'application.rejected.v1', data: rejection!.data as never });
    await life.handled();
    expect(await states()).toEqual(['cancelled']);
  });

  it.each([
    [
      'the application was withdrawn',
      `update applications set stage = 'withdrawn' where id = $1`,
      'no_longer_in_process',
    ],
    [
      'the vacancy was seen open',
      `update vacancies set status = 'reopened' where id = (select vacancy_id from applications where id = $1)`,
      'seen_open',
    ],
  ] as const)('is not sent when a minute before %s', async (_what, change, why) => {
    await becomes('closed', FIRST);
    const { id } = await life.the('vacancy_closed');
    await parts.db.query(change, [given.applicationId]);
    await parts.makeDue(id);
    await life.becomes(id, 'cancelled');
    expect(await lastLine()).toBe(`stop_rule cancelled: ${sentence(say(why), 'en')}`);
    expect(parts.smtp.messages.filter(({ to }) => to === address)).toEqual([]);
  });

  it('is nothing to an application that has ended', async () => {
    await life.reaches(given.applicationId, 'withdrawn');
    await becomes('closed', FIRST);
    expect(await notices()).toEqual([]);
  });
});
