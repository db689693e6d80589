import { Company, Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('a candidate sees and touches only their own rows', () => {
  let db: TestDatabase;
  let api: Database;
  let worker: Database;
  const [mine, theirs] = [randomUUID(), randomUUID()];
  const company = (candidateId: string) => ({ id: randomUUID(), candidateId, name: 'Acme', nameKey: 'acme' });

  beforeAll(async () => {
    db = await createTestDatabase();
    api = await Database.connect(db.apiUrl, { name: 'test' });
    worker = await Database.connect(db.workerUrl, { name: 'test' });
    for (const id of [mine, theirs]) {
      await db.addCandidate({ id });
      await api.asCandidate(id, (tx) => tx.insert(Company, company(id)));
    }
  });
  afterAll(async () => {
    await api.close();
    await worker.close();
    await db.drop();
  });

  it('reads its own rows only, whatever the query asks for', async () => {
    for (const role of [api, worker]) {
      const rows = await role.asCandidate(mine, (tx) => tx.find(Company));
      expect(rows.map((row) => row.candidateId)).toEqual([mine]);
    }
  });

  it('sees nothing as nobody, on a connection that was somebody before', async () => {
    expect(await api.acrossCandidates((tx) => tx.find(Company))).toEqual([]);
    expect(await worker.acrossCandidates((tx) => tx.find(Company))).toEqual([]);
  });

  it('cannot write a row of somebody else, nor change or delete one', async () => {
    await expect(api.asCandidate(mine, (tx) => tx.insert(Company, company(theirs)))).rejects.toThrow(
      /row-level security/,
    );
    const changed = await api.asCandidate(mine, (tx) =>
      tx.update(Company, { candidateId: theirs }, { name: 'Mine now' }),
    );
    expect(changed.affected).toBe(0);
    const deleted = await api.asCandidate(mine, (tx) => tx.delete(Company, { candidateId: theirs }));
    expect(deleted.affected).toBe(0);
  });

  it('forces row level security on every table that belongs to a candidate', async () => {
    const rows = await db.query<{ relname: string }>(`
      select c.relname from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'
        and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(rows).toEqual([]);
  });

  it('connects as roles that own nothing but the queue and cannot bypass anything', async () => {
    const roles = await db.query(`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns
      from pg_roles r where rolname like 'rekindle\\_%' order by 1`);
    const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 };
    expect(roles).toEqual([
      { rolname: 'rekindle_api', ...powerless },
      { rolname: 'rekindle_worker', ...powerless },
    ]);
  });

  it('keeps the record of events append-only', async () => {
    for (const role of [api, worker]) {
      await expect(role.asCandidate(mine, (tx) => tx.query('delete from events'))).rejects.toThrow(/permission denied/);
      await expect(role.asCandidate(mine, (tx) => tx.query('update follow_up_ledger set why = null'))).rejects.toThrow(
        /permission denied/,
      );
    }
  });
});
