import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { somebodyWaits } from '../support/candidate-lock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('what is done for one candidate', () => {
  let db: TestDatabase;
  let worker: Database;
  let another: Database;
  const [crowded, alone] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    db = await createTestDatabase();
    worker = await Database.connect(db.workerUrl, { name: 'worker', poolSize: 2 });
    another = await Database.connect(db.workerUrl, { name: 'another', poolSize: 1 });
  });
  afterAll(async () => {
    await Promise.all([worker.close(), another.close()]);
    await db.drop();
  });

  it('is done in turn, and a crowd behind one of them keeps no other candidate waiting', async () => {
    const over = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const holding = another.inTurn(crowded, async () => {
      started.resolve();
      await over.promise;
    });
    await started.promise;
    const done: number[] = [];
    const crowd = Array.from({ length: 5 }, (_, number) => worker.inTurn(crowded, async () => done.push(number)));
    await somebodyWaits(db);
    expect(await worker.inTurn(alone, async () => 'at once')).toBe('at once');
    expect(done).toEqual([]);
    over.resolve();
    await Promise.all([holding, ...crowd]);
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes on after what failed', async () => {
    const failing = worker.inTurn(crowded, async () => {
      throw new Error('this one fails');
    });
    const next = worker.inTurn(crowded, async () => 'done');
    await expect(failing).rejects.toThrow('this one fails');
    expect(await next).toBe('done');
  });
});
