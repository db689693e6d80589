import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['board_lanes', 'board_turns', 'robots'];

/** Manners towards boards hold for all workers together: who may ask whom when, and what sites say of programs. */
export class Politeness1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table board_lanes (
  -- Who is spared: a provider, or the host of a page.
  lane text primary key,
  -- When the next request may begin.
  free_at timestamptz not null default now(),
  -- What was asked for of everybody (Retry-After).
  not_before timestamptz
);

-- Requests under way; a turn that nobody gave back ends by itself.
create table board_turns (
  id uuid primary key,
  lane text not null references board_lanes on delete cascade,
  until timestamptz not null
);
create index board_turns_by_lane on board_turns (lane, until);

create table robots (
  origin text primary key,
  -- Null: none of its answers was readable yet, or it has none.
  rules text,
  -- Whether the rules could be had: where not, nothing of the site is asked for.
  reachable boolean not null,
  -- When it last could.
  read_at timestamptz,
  asked_at timestamptz not null
);
`);
    for (const table of TABLES) {
      await runner.query(`
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy asked on ${table} to rekindle_worker using (true);
grant select, insert, update, delete on ${table} to rekindle_worker;
`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists ${[...TABLES].reverse().join(', ')}`);
  }
}
