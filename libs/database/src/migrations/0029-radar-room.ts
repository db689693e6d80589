import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why a vacancy counts as reopened stands with the observation that it was concluded from: of a vacancy, the record of what happened
 * cannot be asked. And what a board showed is read page by page, the newest first.
 */
export class RadarRoom1766400000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table vacancy_observations add column reopening jsonb;
      create index postings_by_first_sight on postings (board_id, first_seen_at desc, md5(posting_id) desc);`);
    // Row level security is forced: without this an owner who is no superuser would change nothing, and not be told.
    await forced(runner, 'no force');
    await runner.query(KNOWN);
    await forced(runner, 'force');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index postings_by_first_sight;
      alter table vacancy_observations drop column reopening;`);
  }
}

const READ = ['vacancy_observations', 'events'];

async function forced(runner: QueryRunner, how: 'force' | 'no force'): Promise<void> {
  for (const table of READ) await runner.query(`alter table ${table} ${how} row level security`);
}

/** An event has its moments in milliseconds. */
const KNOWN = `
update vacancy_observations o
set reopening = jsonb_build_object('closedAt', e.data -> 'closedAt', 'evidence', e.data -> 'evidence')
from events e
where e.type = 'vacancy.reopened.v1' and e.candidate_id = o.candidate_id and e.data ->> 'vacancyId' = o.vacancy_id::text
  and o.concluded = 'reopened' and date_trunc('milliseconds', o.observed_at) = (e.data ->> 'observedAt')::timestamptz`;
