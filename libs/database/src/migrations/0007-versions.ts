import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is read and changed by itself over HTTP. */
const VERSIONED = ['applications', 'candidates', 'companies', 'contacts', 'follow_ups', 'interviews', 'vacancies'];

/** Every write of a row raises its version, whoever writes: two within a millisecond are two. */
export class Versions1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RAISING);
    for (const table of VERSIONED) {
      await runner.query(`alter table ${table} add column version integer not null default 1`);
      await runner.query(
        `create trigger raise_version before update on ${table} for each row execute function raise_version()`,
      );
    }
    await runner.query(HASHED_AS_READ);
    await asOwner(runner, FORMER_KEYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of VERSIONED) {
      await runner.query(`drop trigger raise_version on ${table}`);
      await runner.query(`alter table ${table} drop column version`);
    }
    await runner.query('drop function raise_version()');
    // What a route was cannot be told from its hash.
    await asOwner(runner, 'delete from idempotency_keys');
    await runner.query('alter table idempotency_keys drop column hashed_as_read');
  }
}

const RAISING = `
create function raise_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
`;

const HASHED_AS_READ = `
-- The hash is of what the body said, written anew, and not of its bytes: so it was before bytes were hashed.
alter table idempotency_keys add column hashed_as_read boolean not null default false;
`;

/**
 * A row of an index has an end, a route has none. No body was hashed as if it were \`null\`. An import answers with another kind of
 * thing now, and one that is sent again makes nothing twice.
 */
const FORMER_KEYS = `
delete from idempotency_keys where route like 'POST /api/v1/imports%';
update idempotency_keys set
  route = encode(sha256(convert_to(route, 'UTF8')), 'hex'),
  body_hash = case when body_hash = sha256('null') then sha256('') else body_hash end,
  hashed_as_read = true;
`;

/** Row level security is forced: without this an owner who is no superuser would change nothing, and not be told. */
async function asOwner(runner: QueryRunner, sql: string): Promise<void> {
  await runner.query('alter table idempotency_keys no force row level security');
  await runner.query(sql);
  await runner.query('alter table idempotency_keys force row level security');
}
