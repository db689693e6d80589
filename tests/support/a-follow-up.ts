/** A follow-up in whatever state a test needs, valid by default: a letter to a contact of a rejected application. */
import { OWNER_ID, type StoredState, say } from '@app/contracts';
import { Database, FollowUp, FollowUpAttempt, ledger } from '@app/database';
import { randomUUID } from 'node:crypto';
import { type Arrangement, aRejection } from './arrange.js';

export const HOUR = 3_600_000;
export const fromNow = (milliseconds: number): Date => new Date(Date.now() + milliseconds);

export async function aLetter(
  database: Database,
  given: Partial<FollowUp> & { state?: StoredState } = {},
  rejection: Arrangement = {},
): Promise<FollowUp> {
  const { applicationId, contactId } = await aRejection(database, rejection);
  return insertFollowUp(database, { applicationId, contactId, ...given });
}

export const aReminder = (database: Database, given: Partial<FollowUp> = {}): Promise<FollowUp> =>
  aLetter(database, { kind: 'reflection', audience: 'candidate', ...given });

export async function insertFollowUp(database: Database, given: Partial<FollowUp>): Promise<FollowUp> {
  const state = given.state ?? 'waiting';
  const row = {
    id: randomUUID(),
    candidateId: OWNER_ID,
    kind: 'feedback_request',
    audience: 'contact',
    state,
    dueAt: fromNow(HOUR),
    since: fromNow(-HOUR),
    whyCode: 'one_question',
    whyFacts: { theyWrote: false },
    ...(state === 'held' && { heldWhy: 'by_candidate' }),
    ...(state === 'sending' && { leaseToken: randomUUID(), leaseUntil: fromNow(HOUR), phase: 'connect', attempt: 1 }),
    ...(state === 'unconfirmed' && { mime: Buffer.from('frozen'), messageId: '<frozen@example.org>', attempt: 1 }),
    ...given,
  } as FollowUp;
  return database.asCandidate(OWNER_ID, async (tx) => {
    await tx.insert(FollowUp, row as never);
    if (row.attempt)
      await tx.insert(FollowUpAttempt, { followUpId: row.id, attempt: row.attempt, candidateId: OWNER_ID });
    await ledger.write(tx, row, { by: 'plan', what: say('planned'), why: { code: row.whyCode, facts: row.whyFacts } });
    return tx.findOneByOrFail(FollowUp, { id: row.id });
  });
}
