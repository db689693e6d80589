import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a letter went before, about a job recorded anew, is asked by the name of its company, the deleted ones too, for each feedback
 * request that is looked at: the index of those that are there does not serve it.
 */
export class CompaniesByName1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index companies_by_name on companies (candidate_id, name_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index companies_by_name');
  }
}
