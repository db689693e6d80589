import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While no letters go for a while, the candidate may send one all the same; that is remembered until it has gone. */
export class LettersSentInAPause1766400000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table follow_ups add column despite_no_letters boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Row level security is forced: without this an owner who is no superuser would change nothing, and not be told.
    await runner.query(`
alter table follow_ups no force row level security;
update follow_ups set held_why = 'by_candidate', held_until = null where held_why = 'no_letters_until';
update follow_ups set prior_held_why = 'by_candidate', prior_held_until = null where prior_held_why = 'no_letters_until';
alter table follow_ups force row level security;
alter table follow_ups drop column despite_no_letters;
`);
  }
}
