import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import is a row with its file, and the worker's to do: what it makes comes in chunks, and after what is done by hand. */
export class Imports1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(ACCESS);
    await runner.query(BULK);
    await runner.query(MADE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table applications drop column if exists import_id');
    await runner.query('drop index if exists deliveries_due');
    await runner.query(`create index deliveries_due on webhook_deliveries (due_at) where state = 'waiting'`);
    await runner.query('alter table outbox drop column if exists bulk');
    // The one of before went with its column.
    await runner.query('create index outbox_open on outbox (retry_at) where parked_at is null');
    await runner.query(
      'revoke insert on companies, vacancies, applications, stage_changes, watches from rekindle_worker',
    );
    await runner.query('revoke delete on watches from rekindle_worker');
    await runner.query('revoke update (settings, looking_off_by, updated_at) on candidates from rekindle_worker');
    await runner.query('drop table if exists imports cascade');
  }
}

const TABLE = `
create table imports (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  format text not null check (format in ('linkedin')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  -- While it is needed and no longer.
  file bytea,
  -- Times without a zone are read in this one, whatever the candidate lives by when the worker comes to it.
  timezone text not null,
  rows integer,
  -- Of the applications that the file names, each once: how far it has come.
  applications integer,
  position integer not null default 0,
  created integer not null default 0,
  unchanged integer not null default 0,
  problem_count integer not null default 0,
  problems jsonb not null default '[]',
  notice text,
  why_code text,
  why text,
  retry_at timestamptz not null default now(),
  failures integer not null default 0,
  last_error text,
  lease_token uuid,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  unique (candidate_id, id),
  check ((state in ('waiting', 'running')) = (file is not null)),
  check ((state in ('waiting', 'running')) = (ended_at is null))
);
-- It is compressed nowhere: that would take longer than to write it.
alter table imports alter column file set storage external;
create index imports_in_order on imports (candidate_id, id);
create index imports_open on imports (retry_at) where state in ('waiting', 'running');
create index imports_over on imports (ended_at) where ended_at is not null;
`;

const ACCESS = `
alter table imports enable row level security;
alter table imports force row level security;
create policy own_rows on imports
  using (candidate_id = (select current_candidate()))
  with check (candidate_id = (select current_candidate()));
create policy due_imports on imports for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'running'));
create policy outlived on imports for select to rekindle_worker
  using ((select current_candidate()) is null and ended_at < now() - interval '30 days');
create policy outlived_gone on imports for delete to rekindle_worker
  using ((select current_candidate()) is null and ended_at < now() - interval '30 days');
grant select, insert on imports to rekindle_api;
grant update (state, file, ended_at) on imports to rekindle_api;
grant select, update, delete on imports to rekindle_worker;
-- What it records from a file is recorded as what the candidate types in, and watched like that.
grant insert on companies, vacancies, applications, stage_changes, watches to rekindle_worker;
grant delete on watches to rekindle_worker;
grant update (settings, looking_off_by, updated_at) on candidates to rekindle_worker;
`;

const BULK = `
-- Of each candidate what is done by hand comes first, and of nobody more than of another.
alter table outbox add column bulk boolean not null default false;
drop index outbox_open;
create index outbox_open on outbox (candidate_id, bulk, retry_at) where parked_at is null;
drop index deliveries_due;
create index deliveries_due on webhook_deliveries (candidate_id, due_at) where state = 'waiting';
`;

const MADE = `
alter table applications add column import_id uuid;
create index applications_by_import on applications (candidate_id, import_id) where import_id is not null;
`;
