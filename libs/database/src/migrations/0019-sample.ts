import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a row of these says of itself: that it is invented, to be looked at. Those that refer to them come later. */
const MARKED = ['companies', 'contacts', 'vacancies', 'applications', 'follow_ups', 'events'];

/** What a newcomer looks at before there is anything of their own, letters as mail to oneself, and where mail goes. */
export class Sample1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERVER);
    await runner.query(TEST_LETTERS);
    await runner.query(SAMPLES);
    for (const table of MARKED) await runner.query(marked(table));
    await runner.query(MARKING);
    await runner.query(REMOVAL);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without their mark they would be as real as any: their letters would go.
    await runner.query(ALL_REMOVED);
    await runner.query(UNMARKED);
    for (const table of MARKED) await runner.query(`alter table ${table} drop column sample`);
    await runner.query('drop table samples; drop table test_letters');
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

const TEST_LETTERS = `
-- A letter as a mail to its writer: asked for by the candidate, sent by the worker, told on no ledger.
create table test_letters (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  follow_up_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  lease_token uuid,
  lease_until timestamptz,
  why_code text,
  why_facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (candidate_id, follow_up_id) references follow_ups (candidate_id, id) on delete cascade
);
create index test_letters_open on test_letters (created_at) where state in ('waiting', 'sending');
create index test_letters_by_follow_up on test_letters (follow_up_id, id);
create index test_letters_of_candidate on test_letters (candidate_id, created_at);
alter table test_letters enable row level security;
alter table test_letters force row level security;
create policy own_rows on test_letters
  using (candidate_id = (select current_candidate())) with check (candidate_id = (select current_candidate()));
create policy open_tests on test_letters for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'sending'));
grant select, insert, delete on test_letters to rekindle_api;
grant select, update on test_letters to rekindle_worker;
`;

const SAMPLES = `
-- Who has sample data, since when: whoever has none pays for no look at a row's parents.
create table samples (
  candidate_id uuid primary key references candidates on delete cascade,
  created_at timestamptz not null default now()
);
alter table samples enable row level security;
alter table samples force row level security;
create policy own_rows on samples
  using (candidate_id = (select current_candidate())) with check (candidate_id = (select current_candidate()));
grant select, insert on samples to rekindle_api;
grant select on samples to rekindle_worker;
`;

const marked = (table: string) => `
alter table ${table} add column sample boolean not null default false;
create index ${table}_of_sample on ${table} (candidate_id) where sample;
`;

const MARKING = `
-- Whatever belongs to a sample is one, whoever writes it. Deleted ones count too.
create function belongs_to_sample(candidate uuid, follow_up uuid, application uuid, contact uuid, vacancy uuid, company uuid)
  returns boolean
  language plpgsql stable set search_path = pg_catalog, public, pg_temp
  as $$
    declare
      before text := coalesce(current_setting('app.deleted', true), '');
      found boolean;
    begin
      if not exists (select from public.samples where candidate_id = candidate) then return false; end if;
      perform set_config('app.deleted', 'shown', true);
      found := coalesce(
        (select sample from public.follow_ups where id = follow_up and candidate_id = candidate),
        (select sample from public.applications where id = application and candidate_id = candidate),
        (select sample from public.contacts where id = contact and candidate_id = candidate),
        (select sample from public.vacancies where id = vacancy and candidate_id = candidate),
        (select sample from public.companies where id = company and candidate_id = candidate), false);
      perform set_config('app.deleted', before, true);
      return found;
    end
  $$;

-- No name and no address leads to one: what is recorded with the same is the candidate's own.
create function sample_company() returns trigger language plpgsql as $$
begin
  if new.sample then new.name_key := 'sample ' || new.id; end if;
  return new;
end $$;
create trigger keeps_apart before insert or update of name_key on companies for each row execute function sample_company();

create function sample_contact() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.sample := new.sample or belongs_to_sample(new.candidate_id, null, null, null, null, new.company_id);
  end if;
  if new.sample then
    new.email_key := case when new.email is not null then 'sample ' || new.id end;
    new.former_keys := '{}';
  end if;
  return new;
end $$;
create trigger keeps_apart before insert or update of email, email_key, former_keys on contacts
  for each row execute function sample_contact();

create function sample_vacancy() returns trigger language plpgsql as $$
begin
  new.sample := new.sample or belongs_to_sample(new.candidate_id, null, null, null, null, new.company_id);
  return new;
end $$;
create trigger marked_as_sample before insert on vacancies for each row execute function sample_vacancy();

create function sample_application() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.sample := new.sample or belongs_to_sample(new.candidate_id, null, null, null, new.vacancy_id, new.company_id);
  end if;
  if new.contact_id is not null
    and belongs_to_sample(new.candidate_id, null, null, new.contact_id, null, null) <> new.sample then
    raise exception 'A sample and what is one''s own do not mix.' using errcode = 'check_violation', constraint = 'sample_apart';
  end if;
  return new;
end $$;
create trigger marked_as_sample before insert or update of contact_id on applications
  for each row execute function sample_application();

-- One that is left without its application stays what it was.
create function sample_follow_up() returns trigger language plpgsql as $$
begin
  new.sample := new.sample
    or belongs_to_sample(new.candidate_id, null, new.application_id, new.contact_id, null, null);
  return new;
end $$;
create trigger marked_as_sample before insert or update of application_id, contact_id on follow_ups
  for each row execute function sample_follow_up();
-- Whoever forgets to ask finds no sender for it.
alter table follow_ups add constraint samples_never_go check (not sample or lease_token is null);

create function id_in(data jsonb, name text) returns uuid language sql immutable parallel safe
  as $$ select case when data ->> name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (data ->> name)::uuid end $$;
create function sample_event() returns trigger language plpgsql as $$
begin
  new.sample := new.sample or belongs_to_sample(new.candidate_id, id_in(new.data, 'followUpId'),
    new.application_id, new.contact_id, id_in(new.data, 'vacancyId'), id_in(new.data, 'companyId'));
  return new;
end $$;
create trigger marked_as_sample before insert on events for each row execute function sample_event();

-- No board is read for the sake of one.
create function unless_sample() returns trigger language plpgsql as $$
begin
  if belongs_to_sample(new.candidate_id, null, null, null, new.vacancy_id, null) then return null; end if;
  return new;
end $$;
create trigger watches_no_sample before insert on watches for each row execute function unless_sample();

drop policy due_follow_ups on follow_ups;
create policy due_follow_ups on follow_ups for select to rekindle_worker
  using ((select current_candidate()) is null and not sample and state in ('waiting', 'retrying', 'held', 'sending'));
`;

/** `whose`: of a row of this name. A superuser owns the function in some installations, so it names the candidate itself. */
const removed = (whose: (row: string) => string) => `
  delete from address_marks m using contacts c where c.candidate_id = m.candidate_id and c.sample
    and m.address_hash = address_hash(c.candidate_id, c.email_key) and ${whose('m')};
  delete from outbox o using events e where e.id = o.id and e.candidate_id = o.candidate_id and e.sample and ${whose('o')};
  delete from deletions d using (
    select id from applications where sample union all select id from contacts where sample
    union all select id from companies where sample) gone where gone.id = d.subject_id and ${whose('d')};
  ${['events', 'follow_ups', 'applications', 'vacancies', 'contacts', 'companies']
    .map((table) => `delete from ${table} where sample and ${whose(table)};`)
    .join('\n  ')}
  delete from samples where ${whose('samples')};
`;

const REMOVAL = `
-- The record of events is append-only for both roles, and what is invented is no record. Whoever calls it is the candidate of the
-- transaction: row level security shows nobody else's.
create function remove_sample() returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    declare before text := coalesce(current_setting('app.deleted', true), '');
    begin
      if public.current_candidate() is null then return; end if;
      perform set_config('app.deleted', 'shown', true);
      ${removed((row) => `${row}.candidate_id = public.current_candidate()`)}
      perform set_config('app.deleted', before, true);
    end
  $$;
revoke all on function remove_sample() from public;
grant execute on function remove_sample() to rekindle_api;
`;

const TOUCHED = [...MARKED, 'address_marks', 'outbox', 'deletions', 'samples'];
const ALL_REMOVED = `
${TOUCHED.map((table) => `alter table ${table} no force row level security;`).join('\n')}
${removed(() => 'true')}
${TOUCHED.map((table) => `alter table ${table} force row level security;`).join('\n')}
`;

const UNMARKED = `
drop function remove_sample();
drop trigger watches_no_sample on watches;
${['vacancies', 'applications', 'follow_ups', 'events'].map((table) => `drop trigger marked_as_sample on ${table};`).join('\n')}
drop trigger keeps_apart on companies;
drop trigger keeps_apart on contacts;
drop function sample_company(), sample_contact(), sample_vacancy(), sample_application(), sample_follow_up(), sample_event(),
  unless_sample(), id_in(jsonb, text), belongs_to_sample(uuid, uuid, uuid, uuid, uuid, uuid);
drop policy due_follow_ups on follow_ups;
create policy due_follow_ups on follow_ups for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'retrying', 'held', 'sending'));
alter table follow_ups drop constraint samples_never_go;
`;
