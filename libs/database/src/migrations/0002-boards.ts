import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hold nothing personal: one sweep serves everybody. */
const SHARED = ['boards', 'sweeps', 'postings'];
/** Who watches what, and what came of it. */
const OWNED = ['watches', 'sightings', 'new_role_notes'];

export class Boards1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of SHARED) await runner.query(secured(table, `swept on ${table} to rekindle_worker using (true)`));
    for (const table of OWNED) await runner.query(secured(table, `own_rows on ${table} using (${OWN_ROWS})`));
    await runner.query(ACCESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists ${[...SHARED, ...OWNED].join(', ')} cascade`);
  }
}

const TABLES = `
create table boards (
  id uuid primary key,
  provider text not null,
  slug text not null,
  -- The only alarm clock; null: nobody watches it.
  next_sweep_at timestamptz default now(),
  -- What the board asked for (Retry-After): nobody's wish brings a sweep before it.
  not_before timestamptz,
  last_sweep_at timestamptz,
  last_outcome text check (last_outcome in ('ok', 'not_modified', 'board_gone', 'failed', 'truncated', 'collapsed')),
  last_why text,
  open_postings integer,
  baseline_at timestamptz,
  listed_at timestamptz,
  last_good_count integer,
  collapse jsonb,
  validators jsonb,
  failures integer not null default 0,
  failing_since timestamptz,
  lease_token uuid,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  unique (provider, slug)
);
create index boards_due on boards (provider, next_sweep_at) where next_sweep_at is not null;
create index boards_leased on boards (provider, lease_until) where lease_until is not null;

create table sweeps (
  id bigint generated always as identity primary key,
  board_id uuid not null references boards on delete cascade,
  at timestamptz not null,
  outcome text not null check (outcome in ('ok', 'not_modified', 'board_gone', 'failed', 'truncated', 'collapsed')),
  postings integer,
  ms integer not null,
  why text
);
create index sweeps_by_board on sweeps (board_id, id desc);

create table postings (
  board_id uuid not null references boards on delete cascade,
  posting_id text not null,
  title text not null,
  url text,
  locations jsonb not null,
  department text,
  job_ids jsonb not null,
  status text not null check (status in ('open', 'missing', 'closed')),
  first_seen_at timestamptz not null,
  -- Null while it stands in the board's latest list, so that a sweep rewrites only what changed.
  last_seen_at timestamptz,
  missing_since timestamptz,
  misses integer not null default 0,
  closed_at timestamptz,
  succeeded_by text,
  succeeds text,
  similar_to text,
  -- The complete sweep that showed it as a role which the board never had before.
  announced_at timestamptz,
  primary key (board_id, posting_id)
);
create index postings_announced on postings (board_id, announced_at) where announced_at is not null;

-- Who watches what is theirs alone. Without a vacancy: the board itself.
create table watches (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  board_id uuid not null references boards,
  vacancy_id uuid,
  posting_id text,
  created_at timestamptz not null default now(),
  unique (vacancy_id),
  foreign key (candidate_id, vacancy_id) references vacancies (candidate_id, id) on delete cascade
);
create unique index one_watch_of_a_board on watches (candidate_id, board_id) where vacancy_id is null;
create index watches_by_board on watches (board_id, posting_id);
create index watches_by_candidate on watches (candidate_id, board_id);

-- What a sweep saw of a watched posting, until its candidate's vacancy knows it.
create table sightings (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  vacancy_id uuid not null,
  board_id uuid not null references boards on delete cascade,
  kind text not null check (kind in ('missing', 'open', 'closed', 'reopened', 'similar')),
  observed_at timestamptz not null,
  closed_at timestamptz,
  posting_id text not null,
  title text not null,
  url text,
  evidence jsonb,
  retry_at timestamptz not null default now(),
  failures integer not null default 0,
  last_error text,
  parked_at timestamptz,
  foreign key (candidate_id, vacancy_id) references vacancies (candidate_id, id) on delete cascade
);
create index sightings_open on sightings (retry_at) where parked_at is null;
create index sightings_by_vacancy on sightings (vacancy_id, observed_at, id);

-- That a sweep announced new roles on a board, until the candidate who watches it was asked whether they want to know.
create table new_role_notes (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  board_id uuid not null references boards on delete cascade,
  announced_at timestamptz not null,
  -- Ids of postings that this candidate watches, or hears of as similar to one that they watch.
  told_apart jsonb not null,
  retry_at timestamptz not null default now(),
  failures integer not null default 0,
  last_error text,
  parked_at timestamptz,
  unique (candidate_id, board_id, announced_at)
);
create index new_role_notes_open on new_role_notes (retry_at) where parked_at is null;
`;

const OWN_ROWS = 'candidate_id = (select current_candidate())';

const secured = (table: string, policy: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${policy};
`;

const ACCESS = `
-- The API sees the boards that its candidate watches, and the one it was just asked to watch.
create policy watched on boards to rekindle_api
  using (exists (select from watches where watches.board_id = boards.id));
create policy named on boards for select to rekindle_api
  using (provider || ' ' || slug = current_setting('app.board', true));
create policy new_board on boards for insert to rekindle_api with check (true);
create policy watched on sweeps for select to rekindle_api
  using (exists (select from watches where watches.board_id = sweeps.board_id));
create policy watched on postings for select to rekindle_api
  using (exists (select from watches where watches.board_id = postings.board_id));

-- One sweep serves everybody who watches the board: while nobody is set the worker sees who, and leaves each a note.
create policy by_board on watches for select to rekindle_worker
  using ((select current_candidate()) is null);
create policy left_by_sweeps on sightings to rekindle_worker
  using ((select current_candidate()) is null) with check ((select current_candidate()) is null);
create policy left_by_sweeps on new_role_notes to rekindle_worker
  using ((select current_candidate()) is null) with check ((select current_candidate()) is null);

grant select, insert on boards to rekindle_api;
grant update (next_sweep_at) on boards to rekindle_api;
grant select on sweeps, postings to rekindle_api;
grant select, insert, update, delete on watches to rekindle_api;
grant select, insert, update, delete on boards, sweeps, postings, sightings, new_role_notes to rekindle_worker;
grant select, update on watches to rekindle_worker;
`;
