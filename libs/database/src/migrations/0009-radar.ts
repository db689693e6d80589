import type { MigrationInterface, QueryRunner } from 'typeorm';

const OUTCOMES = ['ok', 'not_modified', 'board_gone', 'failed', 'truncated', 'collapsed'];
const SHARED = ['boards', 'sweeps', 'sightings'];
const SIGHTS = ['missing', 'open', 'closed', 'reopened', 'similar'];

/** What a board has to show before anybody is gone from it, and which job a watch is for. */
export class Radar1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table boards add column gone_since timestamptz, add column gone_told_at timestamptz;
      -- The last absence that counts.
      alter table postings add column missed_at timestamptz;
      -- The title of the job, once its posting came back as another one.
      alter table watches add column title text;
      -- Seen on a page with one posting, and not by its id.
      alter table sightings add column by_page boolean not null default false;`);
    await runner.query(kindsOf([...OUTCOMES, 'never_read'], [...SIGHTS, 'board_gone']));
  }

  async down(runner: QueryRunner): Promise<void> {
    // Row level security is forced: without this an owner who is no superuser would change nothing, and not be told.
    for (const table of SHARED) await runner.query(`alter table ${table} no force row level security`);
    await runner.query(`
      delete from sightings where kind = 'board_gone';
      update boards set last_outcome = 'failed' where last_outcome = 'never_read';
      update sweeps set outcome = 'failed' where outcome = 'never_read';
      alter table sightings drop column by_page;
      alter table watches drop column title;
      alter table postings drop column missed_at;
      alter table boards drop column gone_told_at, drop column gone_since;`);
    await runner.query(kindsOf(OUTCOMES, SIGHTS));
    for (const table of SHARED) await runner.query(`alter table ${table} force row level security`);
  }
}

const kindsOf = (outcomes: readonly string[], sights: readonly string[]): string => `
  alter table boards drop constraint boards_last_outcome_check,
    add constraint boards_last_outcome_check check (last_outcome in (${listed(outcomes)}));
  alter table sweeps drop constraint sweeps_outcome_check,
    add constraint sweeps_outcome_check check (outcome in (${listed(outcomes)}));
  alter table sightings drop constraint sightings_kind_check,
    add constraint sightings_kind_check check (kind in (${listed(sights)}));`;

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
