import type { SettingsPatch } from '@app/contracts';
import { type FollowUp, FollowUpAttempt } from '@app/database';
import { addDuration, dayBounds } from '@app/follow-ups';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AT_ONCE } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(120_000);

/** Planned for tomorrow; a test says when their time has come. */
const mailboxOf = (mailbox: SettingsPatch['mailbox'], timezone = 'UTC') =>
  ({ ...AT_ONCE, timezone, feedbackRequest: { delay: 'P1D' }, mailbox }) satisfies SettingsPatch;

let parts: WorkerParts;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
afterAll(() => parts.stop());

async function letters(count: number): Promise<FollowUp[]> {
  for (let index = 0; index < count; index += 1) await life.isRejected();
  return life.followUps({ kind: 'feedback_request' });
}
const makeDue = (rows: FollowUp[]) =>
  parts.db.query(`update follow_ups set due_at = now() where id = any($1)`, [rows.map(({ id }) => id)]);
const startedAt = async ({ id }: FollowUp) =>
  (await life.do((tx) => tx.findOneByOrFail(FollowUpAttempt, { followUpId: id }))).startedAt;
const movesOf = async ({ id }: FollowUp) => (await life.ledger(id)).filter((line) => line.startsWith('sender moved'));
const moved = (letter: FollowUp) =>
  eventually(async () => (await movesOf(letter))[0], { what: 'the letter being moved' });

describe('letters of one mailbox that are due together', () => {
  it('go in order, each at its own slot, with the time between them', async () => {
    life = await parts.candidate(mailboxOf({ spacing: 'PT1S' }));
    const ten = await letters(10);
    await makeDue(ten);
    for (const { id } of ten) await life.becomes(id, 'sent');
    const starts = await Promise.all(ten.map(startedAt));
    for (const [index, at] of starts.slice(1).entries())
      expect(at.getTime() - starts[index]!.getTime()).toBeGreaterThanOrEqual(1_000);
    const moves = (await Promise.all(ten.map(movesOf))).flat();
    for (const line of moves) expect(line).toMatch(/: Other letters go before it; some time between them\.$/);
  });

  it('right after another one: it waits for the spacing', async () => {
    life = await parts.candidate(mailboxOf({ spacing: 'PT1H' }));
    const [first, second] = (await letters(2)) as [FollowUp, FollowUp];
    await makeDue([first]);
    await life.becomes(first.id, 'sent');
    await makeDue([second]);
    const slot = addDuration(await startedAt(first), 'PT1H', 'UTC').toISOString();
    expect(await moved(second)).toBe(`sender moved to ${slot}: Other letters go before it; some time between them.`);
  });

  it('over the cap, even those that are to go at once: tomorrow, no more than the cap a day', async () => {
    // A zone in which the day does not end while the test runs.
    const timezone = [8, 9, 10, 11, 12, 13].includes(new Date().getUTCHours()) ? 'UTC' : 'Pacific/Auckland';
    life = await parts.candidate(mailboxOf({ spacing: 'PT0S', dailyCap: 2 }, timezone));
    const [first, second, ...later] = (await letters(6)) as [FollowUp, FollowUp, ...FollowUp[]];
    await makeDue([first, second]);
    for (const { id } of [first, second]) await life.becomes(id, 'sent');
    await parts.db.query(`update follow_ups set at_once = true where id = $1`, [later[0]!.id]);
    await makeDue(later);
    for (const letter of later) expect(await moved(letter)).toMatch(/The cap of 2 letters a day is reached\.$/);
    const rows = await life.followUps({ kind: 'feedback_request' });
    const days = rows.slice(2).map(({ dueAt }) => dayBounds(dueAt, timezone).start.getTime());
    const { end: tomorrow } = dayBounds(new Date(), timezone);
    const { end: theDayAfter } = dayBounds(tomorrow, timezone);
    expect(days.sort()).toEqual([tomorrow, tomorrow, theDayAfter, theDayAfter].map(Number));
    expect((await Promise.all(later.map(movesOf))).map((lines) => lines.length)).toEqual([1, 1, 1, 1]);
  });
});
