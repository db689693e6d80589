import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGHTS = ['missing', 'open', 'closed', 'reopened', 'similar', 'board_gone'];

/** What each watch was told of its board. */
export class Watches1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When it was told that the board, or the page, is gone.
      alter table watches add column gone_told_at timestamptz;
      -- Watched postings that no list ever showed.
      alter table boards add column never_seen jsonb not null default '[]';`);
    await runner.query(kindsOf([...SIGHTS, 'page_gone']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from sightings where kind = 'page_gone';
      alter table boards drop column never_seen;
      alter table watches drop column gone_told_at;`);
    await runner.query(kindsOf(SIGHTS));
  }
}

const kindsOf = (sights: readonly string[]): string => `
  alter table sightings drop constraint sightings_kind_check,
    add constraint sightings_kind_check check (kind in (${sights.map((sight) => `'${sight}'`).join(', ')}));`;
