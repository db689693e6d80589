import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name that nobody gave is none: the word "Candidate" stood for it, and letters were signed with that. */
export class Names1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table candidates alter column name drop not null');
    await asOwner(runner, `update candidates set name = null where name = 'Candidate'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await asOwner(runner, `update candidates set name = 'Candidate' where name is null`);
    await runner.query('alter table candidates alter column name set not null');
  }
}

/** Row level security is forced: without this an owner who is no superuser would change nothing, and not be told. */
async function asOwner(runner: QueryRunner, sql: string): Promise<void> {
  await runner.query('alter table candidates no force row level security');
  await runner.query(sql);
  await runner.query('alter table candidates force row level security');
}
