import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../libs/database/src/migrations/index.js';
import { titleKey } from '../../libs/recording/src/title-key.js';
import { type FormerDatabase, formerDatabase, SCHEMA_0005 } from '../support/former-version.js';
import { type Columns, columnsOf, contentsOf } from '../support/stored-rows.js';

jest.setTimeout(180_000);

let db: FormerDatabase;
let source: DataSource;
let formerColumns: Columns;
let formerGrants: object[];
beforeAll(async () => {
  db = await formerDatabase(SCHEMA_0005);
  [formerColumns, formerGrants] = [await columnsOf(db), await granted()];
  await db.upgrade();
  const url = new URL(db.ownerUrl);
  url.username = `owner_of_${url.pathname.slice(1)}`;
  url.password = 'owner';
  const options = { migrations: MIGRATIONS, migrationsTableName: 'migrations', installExtensions: false };
  source = await new DataSource({ type: 'postgres', url: url.href, ...options }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await db.drop();
});

/** As far back as the version that the rows are of. */
async function down(): Promise<void> {
  for (let count = MIGRATIONS.length; count > SCHEMA_0005.migrations; count -= 1)
    await source.undoLastMigration({ transaction: 'each' });
}

/** Of a table or some of its columns; the list of migrations is left to whoever prepares the database. */
const granted = () =>
  db.query<object>(
    `select grantee, table_name, column_name, privilege_type from information_schema.column_privileges
     where grantee like 'rekindle_%' and table_schema = 'public' and table_name <> 'migrations' order by 1, 2, 3, 4`,
  );

const policies = () => db.query('select * from pg_policies order by tablename, policyname');
/** A column that comes back stands last. */
const sorted = (columns: Columns) => Object.entries(columns).map(([table, of]) => [table, of.toSorted()] as const);
const forced = () =>
  db.query<object>(
    `select relname, relforcerowsecurity as forced from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  );
const indexes = () => db.query<object>(`select indexdef from pg_indexes where schemaname = 'public' order by 1`);

it('each migration goes back and forth again with rows there, for an owner whom row level security binds', async () => {
  await db.query(`update follow_ups set held_why = 'mailbox_refused' where id in (
    select id from follow_ups where state = 'held' limit 3)`);
  expect(await db.query(`update boards set last_outcome = 'never_read' returning id`)).not.toEqual([]);
  const [before, rules] = [await columnsOf(db), await policies()];
  const [binding, lookups] = [await forced(), await indexes()];
  await down();
  const kept = await columnsOf(db);
  expect(sorted(kept)).toEqual(sorted(formerColumns));
  expect(await granted()).toEqual(formerGrants);
  const left = await contentsOf(db, kept);
  expect(await db.query(`select from follow_ups where held_why = 'mailbox_refused'`)).toEqual([]);
  expect(left.events!.rows.length).toBeGreaterThan(100);
  await db.upgrade();
  expect(sorted(await columnsOf(db))).toEqual(sorted(before));
  expect(await policies()).toEqual(rules);
  expect(await forced()).toEqual(binding);
  expect(await indexes()).toEqual(lookups);
  const [next] = await db.query('select event_position() > (select max(position) from events) as "isLast"');
  expect(next).toEqual({ isLast: true });
  await down();
  expect(await contentsOf(db, kept)).toEqual(left);
});

it('a vacancy of before is found by its title', async () => {
  await db.upgrade();
  const vacancies = await db.query<{ title: string; key: string }>('select title, title_key as key from vacancies');
  expect(vacancies.length).toBeGreaterThan(10);
  for (const { title, key } of vacancies) expect(key).toBe(titleKey(title));
});

it('a sample does not become real', async () => {
  await db.upgrade();
  const [{ id: candidateId }] = (await db.query<{ id: string }>('select id from candidates limit 1')) as [
    { id: string },
  ];
  await db.query(`
    insert into samples (candidate_id) values ('${candidateId}');
    with company as (
      insert into companies (id, candidate_id, name, name_key, sample)
        values (gen_random_uuid(), '${candidateId}', 'Invented', 'invented', true) returning *),
    contact as (
      insert into contacts (id, candidate_id, company_id, name, email, email_key, role, sample)
        select gen_random_uuid(), candidate_id, id, 'Nobody', 'nobody@invented.example', 'x', 'recruiter', true from company returning *)
    insert into follow_ups (id, candidate_id, contact_id, kind, audience, state, due_at, since, why_code, sample)
      select gen_random_uuid(), candidate_id, id, 'feedback_request', 'contact', 'waiting', now(), now(), 'one_question', true from contact`);
  expect(await db.query('select 1 from follow_ups where sample')).toHaveLength(1);
  await down();
  expect(await db.query(`select 1 from companies where name = 'Invented'`)).toEqual([]);
  expect(
    await db.query(`select 1 from follow_ups f join contacts c on c.id = f.contact_id where c.name = 'Nobody'`),
  ).toEqual([]);
});
