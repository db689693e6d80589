import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { sourceFiles } from '../architecture/source-tree.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const countOf = async (tx: EntityManager) => (await tx.query('select count(*)::int as n from companies'))[0].n;
const add = (tx: EntityManager, candidateId: string, name: string) =>
  tx.query('insert into companies (id, candidate_id, name, name_key) values ($1, $2, $3, $3)', [
    randomUUID(),
    candidateId,
    name,
  ]);

describe('what is shown', () => {
  let db: TestDatabase;
  let database: Database;
  const candidateId = randomUUID();
  beforeAll(async () => {
    db = await createTestDatabase();
    database = await Database.connect(db.apiUrl, { name: 'api', poolSize: 2 });
    await db.addCandidate({ id: candidateId });
    await database.asCandidate(candidateId, (tx) => add(tx, candidateId, 'Contoso'));
  });
  afterAll(async () => {
    await database.close();
    await db.drop();
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const seen = await database.asReader(candidateId, async (tx) => {
      const before = await countOf(tx);
      await database.asCandidate(candidateId, (other) => add(other, candidateId, 'Fabrikam'));
      return [before, await countOf(tx)];
    });
    expect(seen).toEqual([1, 1]);
    expect(await database.asReader(candidateId, countOf)).toBe(2);
  });

  it('writes nothing', async () => {
    const writing = database.asReader(candidateId, (tx) => add(tx, candidateId, 'Tailspin'));
    await expect(writing).rejects.toThrow('read-only transaction');
    expect(await database.asReader(randomUUID(), countOf)).toBe(0);
  });

  // An answer put together by several queries would hold half of what is deleted between them.
  it('is read as a reader by everything that is got', () => {
    const writers = sourceFiles('apps/applications/src').filter(
      ({ path, text }) => !path.endsWith('.spec.ts') && text.includes('.asCandidate('),
    );
    expect(writers.map(({ path }) => path).sort()).toEqual([
      'apps/applications/src/http/commands.ts',
      'apps/applications/src/sessions/sign-ins.service.ts',
      'apps/applications/src/stream/board-readings.service.ts',
      'apps/applications/src/stream/streams.service.ts',
    ]);
  });
});
