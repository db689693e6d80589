/** A walk through thousands of applications is not waited for beforehand: it is cut short, said to be, and has all letters. */
import { OWNER_ID } from '@app/contracts';
import { Candidate, Database, FollowUp, outbox } from '@app/database';
import { Planning } from '@app/follow-ups';
import { UuidV7Ids } from '@app/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { fromNow, HOUR, insertFollowUp } from '../support/a-follow-up.js';
import { aRejection } from '../support/arrange.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ids = new UuidV7Ids();

describe('a walk through everything, done beforehand', () => {
  let db: TestDatabase;
  let api: Database;
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.addCandidate({ id: OWNER_ID, email: 'olena@example.org', name: 'Olena Koval' });
    api = await Database.connect(db.apiUrl, { name: 'test', poolSize: 2 });
  });
  afterAll(async () => {
    await api.close();
    await db.drop();
  });

  /** They stop looking, which changes what waits for everybody; and nothing of it stays. */
  const beforehand = (patienceMs: number) =>
    api.inTurnUndone(OWNER_ID, async (tx) => {
      await tx.update(Candidate, { id: OWNER_ID }, { settings: { looking: false } });
      const data = { fields: ['looking' as const] };
      await outbox.append(tx, ids, { candidateId: OWNER_ID, type: 'settings.changed.v1', data });
      const isWhole = await new Planning(ids, { isCaptured: true }).handleSaid(tx, OWNER_ID, { patienceMs });
      const rows = await tx.findBy(FollowUp, { candidateId: OWNER_ID });
      return { isWhole, states: rows.map(({ kind, state }) => `${kind} ${state}`).sort() };
    });

  it('has its end in the patience of who waits', async () => {
    const contact = { email: `${randomUUID()}@people.example` };
    const { applicationId, contactId, rejectionId } = await aRejection(api, { contact });
    const about = { applicationId, contactId, dueAt: fromNow(HOUR) };
    await insertFollowUp(api, { ...about, rejectionId, plannedDueAt: about.dueAt });
    await insertFollowUp(api, { ...about, kind: 'half_year', audience: 'candidate', occasion: 1 });
    const whole = await beforehand(60_000);
    expect(whole.isWhole).toBe(true);
    const cut = await beforehand(0);
    expect(cut.isWhole).toBe(false);
    const letters = (states: string[]) => states.filter((state) => state.startsWith('feedback_request'));
    expect(letters(cut.states)).toEqual(letters(whole.states));
    expect(letters(cut.states)).not.toContain('feedback_request waiting');
    expect(cut.states).toContain('half_year waiting');
    expect(whole.states).not.toContain('half_year waiting');
  });
});
