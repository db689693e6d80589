import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The candidate's own reading of a rejection: one of each application, so that it is there again when the no is taken back and comes
 * again. What is counted stands in columns. The worker has no right in it.
 */
export class Reflections1766400000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(TOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table reflections; drop function tell_reflections(); drop function tell_made_reflections()',
    );
  }
}

const SUITS = ['company', 'people', 'room', 'work', 'leading', 'talking'];
const MINE = ['company', 'role', 'field'];

const TABLE = `
create table reflections (
  application_id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  -- The no that the two moments below are of: another one is looked back on anew.
  rejection_id uuid not null,
  asked text,
  answered text,
  would_change text,
  ${SUITS.map(
    (part) => `suits_${part} text check (suits_${part} in ('right', 'not_right')), suits_${part}_note text,`,
  ).join('\n  ')}
  ${MINE.map((part) => `mine_${part} text check (mine_${part} in ('yes', 'no', 'not_sure')),`).join('\n  ')}
  -- Pairs: what they asked for, and what of one's own stands beside it.
  qualities jsonb not null default '[]',
  reason_category text,
  reason_words text,
  looked_back_at timestamptz,
  skipped_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (candidate_id, application_id) references applications (candidate_id, id) on delete cascade,
  constraint settled_one_way check (looked_back_at is null or skipped_at is null)
);
create index reflections_of_candidate on reflections (candidate_id);
create trigger raise_version before update on reflections for each row execute function raise_version();
alter table reflections enable row level security;
alter table reflections force row level security;
create policy own_rows on reflections
  using (candidate_id = (select current_candidate())) with check (candidate_id = (select current_candidate()));
grant select, insert, update on reflections to rekindle_api;
`;

const ofRow = (row: string) =>
  `concat_ws(' ', 'told', 'reflection', ${row}candidate_id, ${row}application_id, ${row}application_id, '-')`;

/** One at a time is written, and none goes but with its application. */
const TOLD = `
create function tell_reflections() returns trigger language plpgsql as $$
begin
  raise info using message = ${ofRow('new.')};
  return null;
end $$;
create trigger tells after update on reflections for each row
  when (current_setting('app.tells', true) = 'on') execute function tell_reflections();
create function tell_made_reflections() returns trigger language plpgsql as $$
declare
  lines text;
begin
  select string_agg(${ofRow('')}, e'\\n') into lines from made;
  if lines is not null then raise info using message = lines; end if;
  return null;
end $$;
create trigger tells_made after insert on reflections referencing new table as made for each statement
  when (current_setting('app.tells', true) = 'on') execute function tell_made_reflections();
`;
