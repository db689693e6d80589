import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A letter as mail to its writer is forgotten a day after its end, whether another one is asked for or not. And the events of a sample
 * go after what they are of: a command that was under way while the sample went is waited for, and had its events unseen till then.
 */
export class EndsOfTestsAndSamples1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEST_LETTERS);
    await runner.query(removal([...MARKS, ...ROWS, ...EVENTS]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(removal([...MARKS, ...EVENTS, ...ROWS]));
    await runner.query(FORMER_TEST_LETTERS);
  }
}

const TEST_LETTERS = `
create index test_letters_ended on test_letters (ended_at) where ended_at is not null;
create policy outlived_shown on test_letters for select to rekindle_worker
  using ((select current_candidate()) is null and ended_at < now() - interval '1 day');
create policy outlived_gone on test_letters for delete to rekindle_worker
  using ((select current_candidate()) is null and ended_at < now() - interval '1 day');
grant delete on test_letters to rekindle_worker;
revoke delete on test_letters from rekindle_api;
`;
const FORMER_TEST_LETTERS = `
grant delete on test_letters to rekindle_api;
revoke delete on test_letters from rekindle_worker;
drop policy outlived_gone on test_letters;
drop policy outlived_shown on test_letters;
drop index test_letters_ended;
`;

const OWN = 'candidate_id = public.current_candidate()';
const goes = (table: string) => `delete from ${table} where sample and ${OWN};`;

const MARKS = [
  `delete from address_marks m using contacts c where c.candidate_id = m.candidate_id and c.sample
    and m.address_hash = address_hash(c.candidate_id, c.email_key) and m.${OWN};`,
  `delete from deletions d using (
    select id from applications where sample union all select id from contacts where sample
    union all select id from companies where sample) gone where gone.id = d.subject_id and d.${OWN};`,
];
const ROWS = ['follow_ups', 'applications', 'vacancies', 'contacts', 'companies'].map(goes);
const EVENTS = [
  `delete from outbox o using events e where e.id = o.id and e.candidate_id = o.candidate_id and e.sample and o.${OWN};`,
  goes('events'),
];

const removal = (steps: string[]) => `
create or replace function remove_sample() returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    declare before text := coalesce(current_setting('app.deleted', true), '');
    begin
      if public.current_candidate() is null then return; end if;
      perform set_config('app.deleted', 'shown', true);
      ${[...steps, `delete from samples where ${OWN};`].join('\n      ')}
      perform set_config('app.deleted', before, true);
    end
  $$;
`;
