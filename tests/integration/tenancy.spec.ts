import { Company, Database, deletion, withDeleted } from '@app/database';
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
      await expect(
        role.asCandidate(mine, (tx) => tx.query('update follow_up_ledger set why_code = null')),
      ).rejects.toThrow(/permission denied/);
    }
  });

  describe('of deleted rows', () => {
    const former = { ...company(mine), name: 'Former', nameKey: 'former' };
    beforeAll(() =>
      api.asCandidate(mine, async (tx) => {
        await tx.insert(Company, former);
        await deletion.hide(tx, 'company', former);
      }),
    );
    const names = (rows: Company[]) => rows.map(({ name }) => name).toSorted();

    it('sees none, in whatever query, unless it asks for them', async () => {
      for (const role of [api, worker]) {
        await role.asCandidate(mine, async (tx) => {
          expect(names(await tx.find(Company))).toEqual(['Acme']);
          expect(await tx.query('select 1 from companies where id = $1 for update', [former.id])).toEqual([]);
          expect((await tx.update(Company, { id: former.id }, { website: 'https://x.example' })).affected).toBe(0);
          expect((await tx.delete(Company, { id: former.id })).affected).toBe(0);
          expect(names(await withDeleted(tx, () => tx.find(Company)))).toEqual(['Acme', 'Former']);
          expect(names(await tx.find(Company))).toEqual(['Acme']);
        });
      }
    });

    it('sees those of an outer question after an inner one', async () => {
      const rows = await api.asCandidate(mine, (tx) =>
        withDeleted(tx, async () => {
          await withDeleted(tx, () => tx.find(Company));
          return tx.find(Company);
        }),
      );
      expect(names(rows)).toEqual(['Acme', 'Former']);
    });

    it('sees nobody else’s, nor when those go', async () => {
      for (const role of [api, worker]) {
        const rows = await role.asCandidate(theirs, (tx) => withDeleted(tx, () => tx.find(Company)));
        expect(rows.map(({ candidateId }) => candidateId)).toEqual([theirs]);
        expect(await role.asCandidate(theirs, (tx) => tx.query('select 1 from deletions'))).toEqual([]);
        expect(await role.acrossCandidates((tx) => withDeleted(tx, () => tx.find(Company)))).toEqual([]);
      }
      expect(await api.acrossCandidates((tx) => tx.query('select 1 from deletions'))).toEqual([]);
      const due: { id: string }[] = await worker.acrossCandidates((tx) =>
        tx.query('select subject_id as id from deletions'),
      );
      expect(due.map(({ id }) => id)).toEqual([former.id]);
    });
  });

  it('has the words of its own events forgotten only, by the worker only', async () => {
    const event = async (candidateId: string) => {
      const id = randomUUID();
      const data = { companyId: id, companyName: 'Acme', contactIds: [id], stages: ['applied'], total: 1 };
      await api.asCandidate(candidateId, (tx) =>
        tx.query(`insert into events (id, candidate_id, type, data) values ($1, $2, 'test', $3)`, [
          id,
          candidateId,
          data,
        ]),
      );
      return { id, data };
    };
    const [own, foreign] = [await event(mine), await event(theirs)];
    const forget = (role: Database, id: string): Promise<{ id: string }[]> =>
      role.asCandidate(mine, (tx) => tx.query(`select id from forget_events('company', $1) as id`, [id]));
    const told = async (id: string) => (await db.query('select data from events where id = $1', [id]))[0]?.data;
    await expect(forget(api, own.id)).rejects.toThrow(/permission denied/);
    expect(await forget(worker, foreign.id)).toEqual([]);
    expect(await told(foreign.id)).toEqual(foreign.data);
    expect(await forget(worker, own.id)).toEqual([{ id: own.id }]);
    expect(await told(own.id)).toEqual({ companyId: own.id, contactIds: [own.id] });
    expect(
      await worker.acrossCandidates((tx) => tx.query(`select forget_events('company', $1)`, [foreign.id])),
    ).toEqual([]);
  });
});
