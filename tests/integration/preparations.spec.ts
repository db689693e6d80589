import { Application, FollowUp, Interview, Rejection } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setSettings, type Arranged } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const DAY = 86_400_000;
/** At noon in Greenwich, so that the evening before is a day before in either zone. */
const noonIn = (days: number) => new Date(`${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T12:00:00Z`);
const [TENTH, FOURTEENTH, TWENTIETH] = [10, 14, 20].map(noonIn) as [Date, Date, Date];

describe('the preparations for the interviews of an application', () => {
  let parts: WorkerParts;
  let life: CandidateLife;
  let given: Arranged;
  beforeAll(async () => {
    parts = await WorkerParts.start();
  });
  beforeEach(async () => {
    life = await parts.candidate({ timezone: 'Europe/Kyiv' });
    given = await life.isRejected({ receivedAt: new Date(Date.now() - 30 * DAY) });
    await life.takesBack(given, 'screening');
  });
  afterAll(() => parts.stop());

  const preparations = () => life.followUps({ kind: 'interview_prep' });
  const told = async () =>
    (await preparations()).map(({ state, details }) => [state, (details as { interviewAt: string }).interviewAt]);
  const eveningBefore = (at: Date, timezone = 'Europe/Kyiv') => {
    const local = new Intl.DateTimeFormat('sv', { timeZone: timezone, dateStyle: 'short' });
    return `${local.format(new Date(at.getTime() - DAY))} 18:00`;
  };
  const dueAt = ({ dueAt: due }: FollowUp, timezone = 'Europe/Kyiv') =>
    new Intl.DateTimeFormat('sv', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' }).format(due);
  const schedules = (at: Date) => life.schedules(given.applicationId, at);

  async function moves(interviewId: string, from: Date, scheduledAt: Date): Promise<void> {
    await life.do((tx) => tx.update(Interview, { id: interviewId }, { scheduledAt }));
    const hours = { scheduledAt: scheduledAt.toISOString(), from: from.toISOString() };
    const data = { applicationId: given.applicationId, interviewId, ...hours };
    await life.say({ type: 'application.interview_moved.v1', data });
    await life.handled();
  }
  async function takesAway(interviewId: string, at: Date): Promise<void> {
    await life.do((tx) => tx.delete(Interview, { id: interviewId }));
    const data = { applicationId: given.applicationId, interviewId, scheduledAt: at.toISOString() };
    await life.say({ type: 'application.interview_cancelled.v1', data });
    await life.handled();
  }
  /** The first fact again, as if it had been late. */
  async function isToldAgain(): Promise<void> {
    const [first] = await life.events('application.interview_scheduled.v1');
    await life.say({ type: 'application.interview_scheduled.v1', data: first!.data as never });
    await life.handled();
  }
  const change = (row: FollowUp, columns: Partial<FollowUp>) =>
    life.do((tx) => tx.update(FollowUp, { id: row.id }, columns as object));

  it('are one each, at 18:00 the evening before, however often they are told', async () => {
    await life.reaches(given.applicationId, 'interview', TENTH);
    const second = await schedules(FOURTEENTH);
    await isToldAgain();
    expect(await told()).toEqual([
      ['waiting', TENTH.toISOString()],
      ['waiting', FOURTEENTH.toISOString()],
    ]);
    const rows = await preparations();
    expect(rows.map((row) => dueAt(row))).toEqual([TENTH, FOURTEENTH].map((at) => eveningBefore(at)));
    expect(rows[1]).toMatchObject({ interviewId: second, plannedDueAt: rows[1]!.dueAt });
  });

  it('are there for a round that is added before the stage says interview', async () => {
    await schedules(TENTH);
    expect(await told()).toEqual([['waiting', TENTH.toISOString()]]);
  });

  it('come at once when that evening is over', async () => {
    await life.reaches(given.applicationId, 'interview', new Date(Date.now() + 60_000));
    const { id } = await life.the('interview_prep');
    const sent = await life.becomes(id, 'sent');
    await isToldAgain();
    expect(await preparations()).toMatchObject([{ id, dueAt: sent.dueAt }]);
  });

  it('move with their interview, and the others stay', async () => {
    await life.reaches(given.applicationId, 'interview', TENTH);
    const [first] = await preparations();
    await schedules(FOURTEENTH);
    await moves(first!.interviewId!, TENTH, TWENTIETH);
    expect(await told()).toEqual([
      ['waiting', TWENTIETH.toISOString()],
      ['waiting', FOURTEENTH.toISOString()],
    ]);
    expect((await preparations()).map((row) => dueAt(row))).toEqual(
      [TWENTIETH, FOURTEENTH].map((at) => eveningBefore(at)),
    );
    expect(await life.ledger(first!.id)).toEqual([
      expect.stringMatching(/^plan planned: /),
      expect.stringContaining(`clock moved: The interview is at ${TWENTIETH.toISOString()} now`),
    ]);
  });

  it('move with the time zone, but not from a moment that the candidate chose', async () => {
    await life.reaches(given.applicationId, 'interview', TENTH);
    await schedules(FOURTEENTH);
    const chosen = new Date(FOURTEENTH.getTime() - 4 * 3_600_000);
    await change((await preparations())[1]!, { dueAt: chosen, chosenAt: chosen });
    await setSettings(parts.api, { timezone: 'America/Los_Angeles' }, life.id);
    await isToldAgain();
    const [first, second] = await preparations();
    expect(dueAt(first!, 'America/Los_Angeles')).toBe(eveningBefore(TENTH, 'America/Los_Angeles'));
    expect(second!.dueAt).toEqual(chosen);
    await moves(second!.interviewId!, FOURTEENTH, TWENTIETH);
    expect((await preparations())[1]).toMatchObject({
      dueAt: chosen,
      details: { interviewAt: TWENTIETH.toISOString() },
    });
  });

  it('end with their interview alone', async () => {
    const first = await schedules(TENTH);
    await schedules(FOURTEENTH);
    await takesAway(first, TENTH);
    expect(await preparations()).toMatchObject([
      {
        interviewId: first,
        state: 'cancelled',
        endedBy: 'stop_rule',
        endedWhy: 'interview_gone',
        priorState: 'waiting',
      },
      { state: 'waiting' },
    ]);
  });

  it('end when the stage leaves the interviews behind, and are back, held or not, when that was a mistake', async () => {
    await life.reaches(given.applicationId, 'interview', TENTH);
    await schedules(FOURTEENTH);
    const before = await preparations();
    await change(before[1]!, { state: 'held', heldWhy: 'by_candidate' });
    await life.reaches(given.applicationId, 'offer');
    expect((await preparations()).map(({ state, endedWhy }) => [state, endedWhy])).toEqual([
      ['cancelled', 'no_longer_interview'],
      ['cancelled', 'no_longer_interview'],
    ]);
    await life.reaches(given.applicationId, 'interview');
    expect(await preparations()).toMatchObject([
      { id: before[0]!.id, state: 'waiting', dueAt: before[0]!.dueAt, endedBy: null },
      { id: before[1]!.id, state: 'held', heldWhy: 'by_candidate', dueAt: before[1]!.dueAt },
    ]);
    await life.reaches(given.applicationId, 'screening');
    expect((await preparations()).map(({ state }) => state)).toEqual(['waiting', 'held']);
  });

  it('of a rejected application end, until the rejection is taken back', async () => {
    await life.reaches(given.applicationId, 'interview', TENTH);
    const data = (await life.events('application.rejected.v1'))[0]!.data;
    await life.do(async (tx) => {
      await tx.update(Rejection, { id: given.rejectionId }, { revokedAt: null });
      await tx.update(Application, { id: given.applicationId }, { stage: 'rejected' });
    });
    await life.say({ type: 'application.rejected.v1', data: data as never });
    await life.handled();
    expect((await preparations()).map(({ state }) => state)).toEqual(['cancelled']);
    await life.takesBack(given, 'interview');
    expect((await preparations()).map(({ state }) => state)).toEqual(['waiting']);
  });

  it.each(['cancelled', 'done'] as const)('that the candidate had %s stay so until another hour', async (state) => {
    const interviewId = await schedules(TENTH);
    await change(await life.the('interview_prep'), { state, endedBy: 'candidate' });
    await isToldAgain();
    expect((await preparations()).map((row) => row.state)).toEqual([state]);
    await moves(interviewId, TENTH, TWENTIETH);
    expect(await told()).toEqual([
      [state, TENTH.toISOString()],
      ['waiting', TWENTIETH.toISOString()],
    ]);
  });

  it('that went for the former hour are followed by one for the new', async () => {
    const soon = new Date(Date.now() + 3_600_000);
    await life.reaches(given.applicationId, 'interview', soon);
    const first = await life.the('interview_prep');
    await life.becomes(first.id, 'sent');
    await moves(first.interviewId!, soon, TWENTIETH);
    expect(await told()).toEqual([
      ['sent', soon.toISOString()],
      ['waiting', TWENTIETH.toISOString()],
    ]);
  });
});
