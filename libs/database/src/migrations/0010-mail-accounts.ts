import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the mail server takes mail from us: of the account that all mail leaves through, and of each candidate as its sender. */
export class MailAccounts1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(REFUSES);
    await runner.query(TENANCY);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Row level security is forced: without this an owner who is no superuser would change nothing, and not be told.
    await runner.query(`
      alter table follow_ups no force row level security;
      update follow_ups set held_why = 'by_candidate' where held_why = 'mailbox_refused';
      alter table follow_ups force row level security;
      drop function mailbox_refuses(uuid, uuid, timestamptz, timestamptz, boolean, timestamptz);
      drop table mail_accounts;
      drop index follow_ups_refused;
      alter table follow_ups drop column refused_at, drop column refused_until, drop column refused_alone`);
  }
}

const TABLES = `
-- The nil id is the account of SMTP_URL; any other row is a candidate, whose address or words the server refused.
create table mail_accounts (
  id uuid primary key,
  candidate_id uuid references candidates on delete cascade check (candidate_id = id),
  -- Which server and login it was: another one is another account.
  fingerprint text not null,
  -- Of the refusals in a row: since when, for whom the first was, and what the last one said.
  refused_at timestamptz,
  refused_recipient text,
  why text,
  -- Since a second recipient was refused: nothing goes but one mail every hour.
  closed_at timestamptz,
  try_at timestamptz,
  trying uuid,
  told_at timestamptz,
  opened_at timestamptz,
  changed_at timestamptz,
  check ((candidate_id is null) = (id = '00000000-0000-0000-0000-000000000000'))
);

-- The server refused us with this mail: when, until when it is left alone, and whether it took others before and after.
alter table follow_ups add column refused_at timestamptz, add column refused_until timestamptz,
  add column refused_alone boolean not null default false;
create index follow_ups_refused on follow_ups (updated_at) where state = 'held' and held_why = 'mailbox_refused';
`;

const REFUSES = `
-- Asked by the reasons of a follow-up, and by the relay for what may go on.
create function mailbox_refuses(candidate uuid, follow_up uuid, since timestamptz, until timestamptz, alone boolean,
    chosen timestamptz) returns boolean
  language sql stable as $$
    select exists (
      select from mail_accounts a where a.id in ('00000000-0000-0000-0000-000000000000', candidate)
        and a.closed_at is not null and a.trying is distinct from follow_up)
    or (coalesce(until > now(), false) and not coalesce(chosen > since, false) and not exists (
      select from mail_accounts a where a.id in ('00000000-0000-0000-0000-000000000000', candidate)
        and (a.changed_at >= since or (not alone and a.opened_at >= since))))
  $$;
`;

const TENANCY = `
alter table mail_accounts enable row level security;
alter table mail_accounts force row level security;
create policy own_or_shared on mail_accounts for select to rekindle_api
  using (candidate_id is null or candidate_id = (select current_candidate()));
create policy own_or_shared_of_worker on mail_accounts to rekindle_worker
  using (candidate_id is null or candidate_id = (select current_candidate()) or (select current_candidate()) is null);
grant select on mail_accounts to rekindle_api;
grant select, insert, update on mail_accounts to rekindle_worker;
`;
