import type { RejectableStage } from '@app/contracts';
import { Application, Company, StageChange } from '@app/database';
import { addDuration } from '@app/follow-ups';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Arranged } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

let parts: WorkerParts;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
beforeEach(async () => {
  life = await parts.candidate({ timezone: 'Europe/Kyiv' });
});
afterAll(() => parts.stop());

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

describe('rejections in a row', () => {
  const streaks = async () => (await life.followUps({ kind: 'streak' })).map(({ details }) => details);
  async function areRejected(...given: { stage: RejectableStage; daysAgo: number }[]): Promise<Arranged[]> {
    const arranged = [];
    for (const { stage, daysAgo: days } of given)
      arranged.push(await life.isRejected({ stage, receivedAt: daysAgo(days) }));
    return arranged;
  }

  it('the third is told, with counts; the fourth is not', async () => {
    const [first, second] = await areRejected({ stage: 'applied', daysAgo: 9 }, { stage: 'interview', daysAgo: 8 });
    expect(await streaks()).toEqual([]);
    const [third] = await areRejected({ stage: 'applied', daysAgo: 7 });
    const applicationIds = [first!, second!, third!].map(({ applicationId }) => applicationId);
    const counts = { length: 3, total: 3, byStage: { applied: 2, interview: 1 }, byReason: { unknown: 3 } };
    expect(await streaks()).toEqual([{ ...counts, applicationIds }]);
    await areRejected({ stage: 'applied', daysAgo: 6 });
    expect(await streaks()).toHaveLength(1);
    expect((await life.events('rejection_streak.detected.v1')).map(({ data }) => data)).toEqual([
      { length: 3, applicationIds },
    ]);
    await life.becomes((await life.the('streak')).id, 'sent');
  });

  it('an interview arms the next, whenever it is recorded', async () => {
    const three = [9, 8, 7].map((days) => ({ stage: 'applied', daysAgo: days }) as const);
    await areRejected(...three);
    const elsewhere = await life.isRejected({ stage: 'screening', receivedAt: daysAgo(6.5) });
    await life.do((tx) =>
      tx.insert(StageChange, {
        id: randomUUID(),
        candidateId: life.id,
        applicationId: elsewhere.applicationId,
        fromStage: 'screening',
        toStage: 'interview',
        at: daysAgo(6),
      }),
    );
    await areRejected(...[5, 4].map((days) => ({ stage: 'applied', daysAgo: days }) as const));
    expect(await streaks()).toHaveLength(1);
    await areRejected({ stage: 'applied', daysAgo: 3 });
    expect(await streaks()).toHaveLength(2);
  });

  it('one that became an offer is progress', async () => {
    const [first] = await areRejected({ stage: 'interview', daysAgo: 9 }, { stage: 'applied', daysAgo: 8 });
    await life.reaches(first!.applicationId, 'offer');
    await areRejected({ stage: 'applied', daysAgo: 7 }, { stage: 'applied', daysAgo: 6 });
    expect(await streaks()).toEqual([]);
  });

  it('one that was taken back is neither a rejection nor progress', async () => {
    const [first] = await areRejected({ stage: 'interview', daysAgo: 9 }, { stage: 'applied', daysAgo: 8 });
    await life.takesBack(first!, 'interview');
    await areRejected({ stage: 'applied', daysAgo: 7 });
    expect(await streaks()).toEqual([]);
    await areRejected({ stage: 'applied', daysAgo: 6 });
    expect(await streaks()).toHaveLength(1);
  });
});

describe('a vacancy that is open again', () => {
  const closedAt = daysAgo(30).toISOString();
  async function reopens({ vacancyId, companyId }: Arranged, closed = closedAt): Promise<void> {
    await life.say({
      type: 'vacancy.reopened.v1',
      data: {
        vacancyId,
        companyId,
        title: 'Backend Engineer',
        observedAt: new Date().toISOString(),
        closedAt: closed,
        url: 'https://jobs.example.com/1',
        postingId: null,
        evidence: { grade: 'observed', matched: [], daysAbsent: 30 },
      },
    });
    await life.handled();
  }
  const outreach = () => life.the('reopened_outreach');

  it('is told at once, with a draft that does not go by itself', async () => {
    const rejected = await life.isRejected({ receivedAt: daysAgo(300) });
    await reopens(rejected);
    const alert = await life.becomes((await life.the('reopened')).id, 'sent');
    expect(alert.details).toMatchObject({ closedAt, evidence: { grade: 'observed', daysAbsent: 30 } });
    const draft = await outreach();
    expect(draft).toMatchObject({ state: 'draft', contactId: rejected.contactId, audience: 'contact' });
    await parts.makeDue(draft.id);
    // Something that is due later has gone by then.
    await life.isRejected({ contact: null });
    await life.becomes((await life.the('find_contact')).id, 'sent');
    expect((await outreach()).state).toBe('draft');
    expect(parts.smtp.messages.filter(({ to }) => to === `${rejected.contactId}@example.com`)).toEqual([]);
  });

  it('is told once for each close, even when told twice', async () => {
    const rejected = await life.isRejected({ receivedAt: daysAgo(300) });
    await reopens(rejected);
    await reopens(rejected);
    expect(await life.followUps({ kind: 'reopened' })).toHaveLength(1);
    expect(await life.followUps({ kind: 'reopened_outreach' })).toHaveLength(1);
    await reopens(rejected, daysAgo(5).toISOString());
    expect(await life.followUps({ kind: 'reopened' })).toHaveLength(2);
  });

  it("within the company's cooldown the draft is for its end, and all of it says until when", async () => {
    const receivedAt = daysAgo(40);
    const rejected = await life.isRejected({ receivedAt });
    await life.do((tx) => tx.update(Company, { id: rejected.companyId }, { cooldown: 'P60D' }));
    const until = addDuration(receivedAt, 'P60D', 'Europe/Kyiv');
    await reopens(rejected);
    const draft = await outreach();
    expect(draft.state).toBe('draft');
    expect(draft.dueAt >= until && draft.dueAt < addDuration(until, 'P5D', 'UTC')).toBe(true);
    for (const row of [draft, await life.the('reopened')]) {
      expect(row.details).toMatchObject({ cooldownUntil: until.toISOString() });
      expect((await life.ledger(row.id))[0]).toContain(`until ${DATE.format(until)}`);
    }
  });

  it('the cooldown runs from the latest rejection of the company', async () => {
    const rejected = await life.isRejected({ receivedAt: daysAgo(300) });
    const later = await life.isRejected({ receivedAt: daysAgo(10), contactId: rejected.contactId! });
    await life.do((tx) => tx.update(Application, { id: later.applicationId }, { companyId: rejected.companyId }));
    await reopens(rejected);
    const until = addDuration(daysAgo(10), 'P180D', 'Europe/Kyiv');
    expect((await outreach()).dueAt.getTime()).toBeGreaterThan(until.getTime() - DAY);
  });

  it('is not told to a candidate who does not look', async () => {
    life = await parts.candidate({ looking: false });
    await reopens(await life.isRejected({ receivedAt: daysAgo(300) }));
    expect(await life.the('reopened')).toMatchObject({
      state: 'skipped',
      whyCode: 'not_looking',
    });
    expect(await life.followUps({ kind: 'reopened_outreach' })).toEqual([]);
  });

  it('is nothing to an application that was not rejected', async () => {
    const rejected = await life.isRejected();
    await life.takesBack(rejected);
    await reopens(rejected);
    expect(await life.followUps({ kind: 'reopened' })).toEqual([]);
  });
});
