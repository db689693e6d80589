import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the page of today reads, found without all that an account ever had. Partial, so that no check of a key mistakes them for its own. */
export class Reading1765900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index follow_ups_open, follow_ups_lately, events_as_news, interviews_in_order');
  }
}

const INDEXES = `
create index follow_ups_open on follow_ups (candidate_id, state, due_at)
  where state in ('draft', 'waiting', 'held', 'sending', 'retrying', 'unconfirmed');
create index follow_ups_lately on follow_ups (candidate_id, updated_at) where state in ('sent', 'failed', 'bounced');
create index events_as_news on events (candidate_id, occurred_at)
  where type in ('follow_up.sent.v1', 'follow_up.answered.v1', 'contact.touched.v1', 'vacancy.closed.v1', 'vacancy.reopened.v1');
create index interviews_in_order on interviews (scheduled_at, candidate_id);
`;
