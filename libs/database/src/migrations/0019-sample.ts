import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a newcomer looks at before there is anything of their own, and what the app says of the installation. */
export class Sample1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERVER);
    await runner.query(TEST_LETTERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORMER_SERVER);
    await runner.query('drop table test_letters');
  }
}

const SERVER = `
-- The host of SMTP_URL, as the worker that reaches it says.
alter table mail_accounts add column server text;
`;
const FORMER_SERVER = `
alter table mail_accounts drop column server;
`;

const TEST_LETTERS = `
-- A letter as a mail to its writer: asked for by the candidate, sent by the worker, told on no ledger.
create table test_letters (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  follow_up_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  lease_token uuid,
  lease_until timestamptz,
  why_code text,
  why_facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (candidate_id, follow_up_id) references follow_ups (candidate_id, id) on delete cascade
);
create index test_letters_open on test_letters (created_at) where state in ('waiting', 'sending');
create index test_letters_by_follow_up on test_letters (follow_up_id, id);
create index test_letters_of_candidate on test_letters (candidate_id, created_at);
alter table test_letters enable row level security;
alter table test_letters force row level security;
create policy own_rows on test_letters
  using (candidate_id = (select current_candidate())) with check (candidate_id = (select current_candidate()));
create policy open_tests on test_letters for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'sending'));
grant select, insert, delete on test_letters to rekindle_api;
grant select, update on test_letters to rekindle_worker;
`;
