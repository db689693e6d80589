import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Names1764800000000 } from '../../libs/database/src/migrations/0005-names.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let db: TestDatabase;
const owner = `owner_${randomUUID().slice(0, 8)}`;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.query(`create role ${owner} login password 'owner'`);
  await db.query(`alter table candidates owner to ${owner}`);
});
afterAll(async () => {
  await db.query(`drop owned by ${owner} cascade`);
  await db.drop();
});

it('whoever was called Candidate has no name, also where the owner of the tables is no superuser', async () => {
  const url = new URL(db.ownerUrl);
  url.username = owner;
  url.password = 'owner';
  const source = await new DataSource({ type: 'postgres', url: url.href, installExtensions: false }).initialize();
  const runner = source.createQueryRunner();
  const migration = new Names1764800000000();
  const [unnamed, named] = [randomUUID(), randomUUID()];
  const names = async () => {
    const rows = await db.query<{ id: string; name: string | null }>('select id, name from candidates');
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  };
  await migration.down(runner);
  await db.query(`insert into candidates (id, name) values ($1, 'Candidate'), ($2, 'Olena')`, [unnamed, named]);
  await migration.up(runner);
  expect(await names()).toEqual({ [unnamed]: null, [named]: 'Olena' });
  await migration.down(runner);
  expect(await names()).toEqual({ [unnamed]: 'Candidate', [named]: 'Olena' });
  await source.destroy();
  const [table] = await db.query(`select relforcerowsecurity as forced from pg_class where relname = 'candidates'`);
  expect(table).toEqual({ forced: true });
});
