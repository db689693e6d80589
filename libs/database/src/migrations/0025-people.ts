import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who helps without working there, and two entries that turn out to be of one person. */
export class People1766400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rolesAre(['recruiter', 'hiring_manager', 'agency_recruiter', 'peer', 'adviser']));
    await runner.query(MERGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contact_merge_rows; drop table contact_merges');
    await runner.query(NO_ADVISERS);
    await runner.query(rolesAre(['recruiter', 'hiring_manager', 'agency_recruiter', 'peer']));
  }
}

const rolesAre = (roles: readonly string[]) => `
alter table contacts drop constraint contacts_role_check;
alter table contacts add constraint contacts_role_check check (role in (${roles.map((role) => `'${role}'`).join(', ')}));
`;

/** The owner of the table is bound by its policies too, and is nobody here: not while this runs. */
const NO_ADVISERS = `
alter table contacts no force row level security;
update contacts set role = 'peer' where role = 'adviser';
alter table contacts force row level security;
`;

const MERGES = `
-- Two entries were one person: who was taken up into whom, and what they were called and reached at. It lives as long as whoever stayed.
create table contact_merges (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  contact_id uuid not null,
  from_id uuid not null,
  name text not null,
  email text,
  email_key text,
  -- What was blank and was filled, by column; and the addresses that came to those they had.
  filled jsonb not null default '{}',
  added_keys text[] not null default '{}',
  -- Whether each of them could be written to before.
  was_open boolean not null,
  from_was_open boolean not null,
  merged_at timestamptz not null default now(),
  undo_until timestamptz not null default now() + interval '30 days',
  unique (candidate_id, id),
  foreign key (candidate_id, contact_id) references contacts (candidate_id, id) on delete cascade
);
create index contact_merges_by_contact on contact_merges (contact_id, id);
create unique index merged_once on contact_merges (from_id);
alter table contact_merges enable row level security;
alter table contact_merges force row level security;
create policy own_rows on contact_merges
  using (candidate_id = (select current_candidate())) with check (candidate_id = (select current_candidate()));
grant select, insert, delete on contact_merges to rekindle_api;
grant select on contact_merges to rekindle_worker;

-- What went over from one to the other, for as long as it can be given back.
create table contact_merge_rows (
  candidate_id uuid not null,
  merge_id uuid not null,
  what text not null check (what in ('touch', 'application', 'rejection', 'follow_up')),
  row_id uuid not null,
  primary key (merge_id, what, row_id),
  foreign key (candidate_id, merge_id) references contact_merges (candidate_id, id) on delete cascade
);
alter table contact_merge_rows enable row level security;
alter table contact_merge_rows force row level security;
create policy own_rows on contact_merge_rows
  using (candidate_id = (select current_candidate())) with check (candidate_id = (select current_candidate()));
grant select, insert on contact_merge_rows to rekindle_api;
grant select, delete on contact_merge_rows to rekindle_worker;
`;
