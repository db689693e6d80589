import { outbox } from '@app/database';
import { UuidV7Ids } from '@app/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aRejection, AT_ONCE } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { QUEUES } from '../support/house.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(120_000);

const ids = new UuidV7Ids();
const BACKLOG = 3_000;

/** Facts of one candidate that nothing follows from; they are handled one after the other. */
function backlogOf(life: CandidateLife, { bulk }: { bulk: boolean }): Promise<unknown> {
  const data = { vacancyId: randomUUID(), companyId: randomUUID(), title: 'Engineer' };
  const facts = Array.from({ length: BACKLOG }, () => {
    return { candidateId: life.id, type: 'vacancy.recorded.v1' as const, data };
  });
  return life.do((tx) => outbox.appendAll(tx, ids, facts, { bulk }));
}

describe.each(QUEUES)('a backlog of facts, with the queue in $queue', ({ redisUrl }) => {
  let parts: WorkerParts;
  let importer: CandidateLife;
  let other: CandidateLife;
  beforeAll(async () => {
    parts = await WorkerParts.open();
    await parts.addWorker({ redisUrl });
  });
  beforeEach(async () => {
    [importer, other] = [await parts.candidate(AT_ONCE), await parts.candidate(AT_ONCE)];
  });
  afterAll(() => parts.stop());

  const left = async () => {
    const sql = `select count(*)::int as left from outbox where candidate_id = $1 and type = 'vacancy.recorded.v1'`;
    const [row] = await parts.db.query<{ left: number }>(sql, [importer.id]);
    return row!.left;
  };
  const isPlanned = async (life: CandidateLife) => {
    await aRejection(parts.api, {}, life.id);
    await eventually(async () => (await life.followUps({ kind: 'reflection' })).length > 0, {
      what: 'the rejection having its plan',
    });
  };

  it('of one candidate comes before nobody else’s', async () => {
    await backlogOf(importer, { bulk: false });
    await isPlanned(other);
    expect(await left()).toBeGreaterThan(0);
  });

  it('that came of a file comes before nothing that its candidate does by hand', async () => {
    await backlogOf(importer, { bulk: true });
    await isPlanned(importer);
    expect(await left()).toBeGreaterThan(0);
  });

  it('holds up no letter', async () => {
    const { contactId } = await importer.isRejected();
    const letter = await importer.the('feedback_request');
    await backlogOf(importer, { bulk: false });
    await parts.makeDue(letter.id);
    await importer.becomes(letter.id, 'sent');
    expect(await left()).toBeGreaterThan(0);
    expect(parts.smtp.messages.some(({ to }) => to === `${contactId}@example.com`)).toBe(true);
  });
});
