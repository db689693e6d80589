import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a newcomer looks at before there is anything of their own, and what the app says of the installation. */
export class Sample1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERVER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORMER_SERVER);
  }
}

const SERVER = `
-- The host of SMTP_URL, as the worker that reaches it says.
alter table mail_accounts add column server text;
`;
const FORMER_SERVER = `
alter table mail_accounts drop column server;
`;
