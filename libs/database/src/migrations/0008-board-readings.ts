import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readings that began and never came to their end, as when the worker died of one: the board backs off. */
export class BoardReadings1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table boards add column unfinished_readings integer not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table boards drop column if exists unfinished_readings');
  }
}
