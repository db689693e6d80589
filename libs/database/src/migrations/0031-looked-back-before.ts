import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose reminder the candidate had called done before there was a place for it had looked back then. */
export class LookedBackBefore1766400000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Row level security is forced: without this an owner who is no superuser would change nothing, and not be told.
    await forced(runner, 'no force');
    await runner.query(LOOKED_BACK);
    await forced(runner, 'force');
  }

  /** What is written stays until its table goes. */
  async down(): Promise<void> {}
}

const USED = ['reflections', 'follow_ups', 'follow_up_ledger'];

async function forced(runner: QueryRunner, how: 'force' | 'no force'): Promise<void> {
  for (const table of USED) await runner.query(`alter table ${table} ${how} row level security`);
}

const LOOKED_BACK = `
insert into reflections (application_id, candidate_id, rejection_id, looked_back_at)
select distinct on (f.application_id) f.application_id, f.candidate_id, f.rejection_id, coalesce(said.at, f.updated_at)
from follow_ups f
  cross join lateral (select max(l.at) as at from follow_up_ledger l where l.follow_up_id = f.id and l.what_code = 'done') said
where f.kind = 'reflection' and f.state = 'done' and f.ended_by = 'candidate'
  and f.application_id is not null and f.rejection_id is not null
order by f.application_id, f.created_at desc, f.id desc
on conflict (application_id) do nothing`;
