import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a worker was last heard, for whoever runs the installation; and of a webhook's secret the one before it, for a while. */
export class Installation1766400000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HEARD);
    await runner.query(
      `alter table webhook_endpoints add former_secret_sealed text, add former_secret_until timestamptz`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table webhook_endpoints drop former_secret_sealed, drop former_secret_until`);
    await runner.query('drop table worker_heard');
  }
}

/** One row, of whichever worker spoke last: nobody's, and nothing personal. */
const HEARD = `
create table worker_heard (
  id smallint primary key default 1 check (id = 1),
  queue text not null check (queue in ('postgres', 'redis')),
  version text not null,
  heard_at timestamptz not null default now()
);
alter table worker_heard enable row level security;
alter table worker_heard force row level security;
create policy everybodys on worker_heard using (true) with check (true);
grant select on worker_heard to rekindle_api;
grant select, insert, update on worker_heard to rekindle_worker;
`;
