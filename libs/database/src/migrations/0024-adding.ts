import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the page behind an address says, read by the worker to fill a form: the candidate's own, and gone after a day. And an import that
 * is taken back, in chunks as it was recorded.
 */
export class Adding1766400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(ACCESS);
    await runner.query(TELLING);
    await runner.query(UNDOING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORMER_IMPORTS);
    await runner.query('drop table page_readings cascade');
    await runner.query('drop function tell_page_readings(); drop function tell_made_page_readings()');
  }
}

const TABLE = `
create table page_readings (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  url text not null,
  -- Addresses of one posting have it in common.
  address_key text not null,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'failed')),
  title text,
  company_name text,
  location text,
  requirements text,
  -- The provider's board that the posting is on.
  board jsonb,
  problem_code text,
  problem_facts jsonb not null default '{}',
  tries integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  asked_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((state in ('waiting', 'reading')) = (ended_at is null)),
  check ((state = 'failed') = (problem_code is not null))
);
create unique index page_readings_by_address on page_readings (candidate_id, md5(address_key));
create index page_readings_open on page_readings (asked_at) where state in ('waiting', 'reading');
create index page_readings_old on page_readings (created_at);
`;

const ACCESS = `
alter table page_readings enable row level security;
alter table page_readings force row level security;
create policy own_rows on page_readings
  using (candidate_id = (select current_candidate())) with check (candidate_id = (select current_candidate()));
create policy open_readings on page_readings for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'reading'));
create policy outlived_shown on page_readings for select to rekindle_worker
  using ((select current_candidate()) is null and created_at < now() - interval '1 day');
create policy outlived_gone on page_readings for delete to rekindle_worker
  using ((select current_candidate()) is null and created_at < now() - interval '1 day');
grant select, insert, delete on page_readings to rekindle_api;
grant update (state, tries, asked_at, ended_at, problem_code, problem_facts) on page_readings to rekindle_api;
grant select, update, delete on page_readings to rekindle_worker;
`;

/** As `0017-told-changes.ts` and `0020-told-at-once.ts` tell the others. */
const TELLING = `
create function tell_page_readings() returns trigger language plpgsql as $$
declare
  it record;
begin
  if tg_op = 'DELETE' then it := old; else it := new; end if;
  raise info using message = concat_ws(' ', 'told', 'posting', it.candidate_id, it.id, '-', '-');
  return null;
end $$;
create trigger tells after update or delete on page_readings for each row
  when (current_setting('app.tells', true) = 'on') execute function tell_page_readings();
create function tell_made_page_readings() returns trigger language plpgsql as $$
declare
  lines text;
begin
  select string_agg(concat_ws(' ', 'told', 'posting', candidate_id, id, '-', '-'), e'\\n') into lines from made;
  if lines is not null then raise info using message = lines; end if;
  return null;
end $$;
create trigger tells_made after insert on page_readings referencing new table as made for each statement
  when (current_setting('app.tells', true) = 'on') execute function tell_made_page_readings();
`;

const UNDOING = `
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('waiting', 'running', 'done', 'stopped', 'failed', 'undoing', 'undone'));
-- Of what it recorded: what is taken back, and what stays because something was done to it.
alter table imports add column removed integer not null default 0, add column kept integer;
drop index imports_open;
create index imports_open on imports (retry_at) where state in ('waiting', 'running', 'undoing');
drop policy due_imports on imports;
create policy due_imports on imports for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'running', 'undoing'));
grant update (retry_at, failures) on imports to rekindle_api;
grant insert on deletions to rekindle_worker;
`;

/** Row level security is forced, so it is lifted for an owner who is no superuser: what is under way stays as far as it came. */
const FORMER_IMPORTS = `
revoke insert on deletions from rekindle_worker;
revoke update (retry_at, failures) on imports from rekindle_api;
alter table imports no force row level security;
update imports set state = 'stopped' where state in ('undoing', 'undone');
alter table imports force row level security;
drop policy due_imports on imports;
create policy due_imports on imports for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'running'));
drop index imports_open;
create index imports_open on imports (retry_at) where state in ('waiting', 'running');
alter table imports drop column removed, drop column kept;
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('waiting', 'running', 'done', 'stopped', 'failed'));
`;
