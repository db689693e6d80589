import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may be deleted and restored; a vacancy goes and comes with its company. */
const HIDDEN_ONCE_DELETED = ['companies', 'contacts', 'vacancies', 'applications'];

/** Deleting hides for 30 days, then a sweep of the worker takes what is left. */
export class Deletion1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(KEYS);
    for (const table of HIDDEN_ONCE_DELETED) await runner.query(hidden(table));
    await runner.query(SWEEP);
    await runner.query(FORGETTING);
    await runner.query(READERS);
    await runner.query(MARKED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function if exists forget_events(text, uuid)');
    await runner.query('drop function if exists letter_before_deletion(uuid, uuid, uuid, uuid, text[])');
    await runner.query('drop function if exists readers_at(uuid, text[])');
    await runner.query('drop table if exists deletions cascade');
  }
}

const COLUMNS = `
alter table vacancies add column deleted_at timestamptz;
-- Nobody asks for it and nobody is told while every application for it is deleted.
alter table watches add column paused boolean not null default false;
-- Null: for good.
alter table address_marks add column kept_until timestamptz;
create index address_marks_kept on address_marks (kept_until) where kept_until is not null;
`;

const KEYS = `
alter table companies drop constraint companies_candidate_id_name_key_key;
create unique index one_company_of_a_name on companies (candidate_id, name_key) where deleted_at is null;
alter table contacts drop constraint contacts_candidate_id_email_key_key;
create unique index one_contact_at_an_address on contacts (candidate_id, email_key) where deleted_at is null;
alter table applications drop constraint applications_candidate_id_import_key_key;
create unique index one_application_of_an_import on applications (candidate_id, import_key) where deleted_at is null;

-- A sent letter outlives its application: the sweep says what goes and what stays. An owner who is no superuser must see the rows
-- to find that each application of a follow-up is there.
alter table follow_ups no force row level security;
alter table applications no force row level security;
alter table follow_ups drop constraint follow_ups_candidate_id_application_id_fkey;
alter table follow_ups add foreign key (candidate_id, application_id) references applications (candidate_id, id);
alter table follow_ups force row level security;
alter table applications force row level security;
`;

/** Restrictive: whoever else may see a row, a deleted one is seen only by a transaction that asks for it. */
const hidden = (table: string) => `
create policy hidden_once_deleted on ${table} as restrictive
  using (deleted_at is null or (select current_setting('app.deleted', true)) = 'shown') with check (true);
`;

const SWEEP = `
-- What is deleted, and when it goes for good: the alarm clock of the sweep.
create table deletions (
  subject text not null check (subject in ('application', 'contact', 'company')),
  subject_id uuid not null,
  candidate_id uuid not null references candidates on delete cascade,
  purge_at timestamptz not null,
  primary key (subject, subject_id)
);
create index deletions_due on deletions (purge_at);
alter table deletions enable row level security;
alter table deletions force row level security;
create policy own_rows on deletions
  using (candidate_id = (select current_candidate()))
  with check (candidate_id = (select current_candidate()));
create policy due on deletions for select to rekindle_worker using ((select current_candidate()) is null);
grant select, insert, delete on deletions to rekindle_api;
grant select, update, delete on deletions to rekindle_worker;

create policy outlived on address_marks for all to rekindle_worker
  using ((select current_candidate()) is null and kept_until is not null);
`;

const FORGETTING = `
-- The record stays append-only for both roles; what happened to somebody who is gone keeps its type and its ids.
create function forget_events(subject text, subject_id uuid) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    update public.events e set data = coalesce((
      select jsonb_object_agg(key, value) from jsonb_each(e.data)
      where (jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
        or (jsonb_typeof(value) = 'array' and not exists (
          select from jsonb_array_elements_text(value) item
          where item !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))), '{}')
    where e.candidate_id = public.current_candidate() and case subject
      when 'application' then e.application_id = subject_id
      when 'vacancy' then e.data ->> 'vacancyId' = subject_id::text
      when 'contact' then e.contact_id = subject_id and e.type not like 'application.%'
      when 'company' then e.data ->> 'companyId' = subject_id::text
    end
    returning e.id
  $$;
revoke all on function forget_events(text, uuid) from public;
grant execute on function forget_events(text, uuid) to rekindle_worker;
`;

const READERS = `
-- Whoever has or had one of these addresses, deleted ones too: a letter to them is a letter to who has it now. A setting of the
-- function itself would be refused to an owner who is no superuser.
create function readers_at(candidate uuid, keys text[]) returns table (id uuid, keys_had text[])
  language plpgsql stable set search_path = pg_catalog, public, pg_temp
  as $$
    declare before text := coalesce(current_setting('app.deleted', true), '');
    begin
      perform set_config('app.deleted', 'shown', true);
      return query select c.id, array_remove(c.former_keys || c.email_key, null) from public.contacts c
        where c.candidate_id = candidate and (c.email_key = any (keys) or c.former_keys && keys);
      perform set_config('app.deleted', before, true);
    end
  $$;

-- When one of them had a letter about a deleted application at this company, or about a rejection of this one that was taken back, if
-- that came within 30 days of this rejection: it may well be the same, recorded anew.
create function letter_before_deletion(candidate uuid, application uuid, rejection uuid, contact uuid, keys text[])
  returns timestamptz
  language plpgsql stable set search_path = pg_catalog, public, pg_temp
  as $$
    declare
      before text := coalesce(current_setting('app.deleted', true), '');
      written timestamptz;
    begin
      perform set_config('app.deleted', 'shown', true);
      select max(letter.at) into written
      from public.rejections said
        join public.applications own on own.id = application
        join public.companies at_company on at_company.id = own.company_id
        join public.companies c on c.candidate_id = candidate and c.name_key = at_company.name_key
        join public.applications a on a.company_id = c.id
        join public.follow_ups f on f.application_id = a.id
        cross join lateral (select coalesce(f.sent_at, f.updated_at) as at) letter
      where said.id = rejection
        and (a.deleted_at is not null or (a.id = application and f.rejection_id is distinct from rejection))
        and f.candidate_id = candidate and f.audience = 'contact'
        and (f.contact_id = contact or f.contact_id in (select id from public.readers_at(candidate, keys)))
        and f.kind in ('feedback_request', 'thank_you') and f.state in ('sent', 'answered', 'unconfirmed')
        and said.received_at between letter.at - interval '30 days' and letter.at + interval '30 days';
      perform set_config('app.deleted', before, true);
      return written;
    end
  $$;
`;

/** The owner of the tables is bound by their policies too, and is nobody here: not while this runs. */
const MARKED = `
alter table contacts no force row level security;
alter table address_marks no force row level security;
insert into address_marks (candidate_id, address_hash, kind, at)
  select candidate_id, address_hash(candidate_id, email_key), 'opted_out', updated_at
  from contacts where do_not_contact and email_key is not null
  on conflict do nothing;
insert into address_marks (candidate_id, address_hash, kind, at)
  select candidate_id, address_hash(candidate_id, email_key), 'dead', bounced_at
  from contacts where bounced_at is not null and email_key is not null
  on conflict do nothing;
alter table contacts force row level security;
alter table address_marks force row level security;
`;
