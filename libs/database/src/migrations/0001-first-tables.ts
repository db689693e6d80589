import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that belong to one candidate: each gets row level security, forced, from its first day. */
const OWNED = [
  'api_tokens',
  'companies',
  'contacts',
  'touches',
  'vacancies',
  'vacancy_observations',
  'applications',
  'stage_changes',
  'rejections',
  'follow_ups',
  'follow_up_attempts',
  'follow_up_ledger',
  'webhook_endpoints',
  'webhook_deliveries',
  'outbox',
  'events',
  'idempotency_keys',
];

export class FirstTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TENANCY);
    for (const table of OWNED) await runner.query(owned(table));
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...OWNED].reverse()) await runner.query(`drop table if exists ${table} cascade`);
    await runner.query('drop table if exists candidates cascade; drop function if exists current_candidate()');
  }
}

const TABLES = `
create table candidates (
  id uuid primary key,
  name text not null,
  email text,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table api_tokens (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  name text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  unique (candidate_id, name)
);

create table companies (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  name text not null,
  name_key text not null,
  website text,
  careers_url text,
  cooldown text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (candidate_id, name_key),
  unique (candidate_id, id)
);

create table contacts (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  company_id uuid,
  name text not null,
  email text,
  email_key text,
  role text not null check (role in ('recruiter', 'hiring_manager', 'agency_recruiter', 'peer')),
  timezone text,
  country text,
  tags text[] not null default '{}',
  notes text,
  do_not_contact boolean not null default false,
  bounced_at timestamptz,
  last_touch_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (candidate_id, email_key),
  unique (candidate_id, id),
  foreign key (candidate_id, company_id) references companies (candidate_id, id)
);

create table touches (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  contact_id uuid not null,
  kind text not null check (kind in ('mail', 'call', 'meeting', 'note', 'rejection')),
  direction text check (direction in ('in', 'out')),
  at timestamptz not null,
  text text,
  follow_up_id uuid,
  created_at timestamptz not null default now(),
  foreign key (candidate_id, contact_id) references contacts (candidate_id, id) on delete cascade
);
create index touches_by_contact on touches (candidate_id, contact_id, at desc, id desc);

create table vacancies (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  company_id uuid not null,
  title text not null,
  location text,
  url text,
  requirements text,
  board jsonb,
  status text not null default 'open' check (status in ('open', 'missing', 'closed', 'reopened')),
  observed_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (candidate_id, id),
  foreign key (candidate_id, company_id) references companies (candidate_id, id) on delete cascade
);
create index vacancies_by_company on vacancies (candidate_id, company_id);

create table vacancy_observations (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  vacancy_id uuid not null,
  status text not null check (status in ('open', 'missing', 'closed')),
  observed_at timestamptz not null,
  posting_id text,
  url text,
  concluded text check (concluded in ('closed', 'reopened')),
  created_at timestamptz not null default now(),
  foreign key (candidate_id, vacancy_id) references vacancies (candidate_id, id) on delete cascade
);
create index vacancy_observations_by_vacancy on vacancy_observations (candidate_id, vacancy_id, observed_at desc, id desc);

create table applications (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  company_id uuid not null,
  vacancy_id uuid not null,
  contact_id uuid,
  stage text not null check (stage in ('saved', 'applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'withdrawn')),
  applied_at timestamptz,
  import_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (candidate_id, id),
  unique (candidate_id, import_key),
  foreign key (candidate_id, company_id) references companies (candidate_id, id),
  foreign key (candidate_id, vacancy_id) references vacancies (candidate_id, id),
  foreign key (candidate_id, contact_id) references contacts (candidate_id, id)
);
create index applications_by_stage on applications (candidate_id, stage, id);
create index applications_by_vacancy on applications (candidate_id, vacancy_id);
create index applications_by_contact on applications (candidate_id, contact_id);

create table stage_changes (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  application_id uuid not null,
  from_stage text,
  to_stage text not null,
  at timestamptz not null,
  scheduled_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (candidate_id, application_id) references applications (candidate_id, id) on delete cascade
);
create index stage_changes_by_application on stage_changes (candidate_id, application_id, at, id);

create table rejections (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  application_id uuid not null,
  received_at timestamptz not null,
  stage text not null check (stage in ('applied', 'screening', 'interview', 'offer')),
  reason_category text,
  reason_words text,
  message_id text,
  subject text,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (candidate_id, application_id) references applications (candidate_id, id) on delete cascade
);
create unique index one_standing_rejection on rejections (application_id) where revoked_at is null;
create index rejections_in_order on rejections (candidate_id, received_at desc) where revoked_at is null;

create table follow_ups (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  application_id uuid,
  contact_id uuid,
  source_id uuid,
  kind text not null,
  audience text not null check (audience in ('contact', 'candidate')),
  state text not null check (state in ('draft', 'waiting', 'held', 'sending', 'retrying', 'unconfirmed', 'sent', 'answered', 'bounced', 'failed', 'cancelled', 'skipped', 'done')),
  due_at timestamptz not null,
  since timestamptz not null,
  why text not null,
  held_why text,
  held_until timestamptz,
  at_once boolean not null default false,
  queued_since timestamptz,
  subject text,
  body text,
  details jsonb,
  attempt integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  phase text check (phase in ('connect', 'data')),
  mime bytea,
  recipient text,
  message_id text,
  digest_id uuid,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (candidate_id, id),
  foreign key (candidate_id, application_id) references applications (candidate_id, id) on delete cascade,
  foreign key (candidate_id, contact_id) references contacts (candidate_id, id) on delete cascade,
  check (state <> 'sending' or (lease_token is not null and lease_until is not null)),
  check (state <> 'held' or held_why is not null)
);
-- What a handler plans is unique on (message id, kind) for each application: a repeated offer plans nothing twice.
create unique index planned_once on follow_ups (source_id, kind, coalesce(application_id, source_id)) where source_id is not null;
create unique index one_letter_per_contact on follow_ups (contact_id)
  where audience = 'contact' and state in ('waiting', 'held', 'sending', 'retrying');
-- One keep-warm clock per contact.
create unique index one_keep_warm_clock on follow_ups (contact_id, kind)
  where kind in ('check_in', 'half_year') and state in ('waiting', 'held', 'sending', 'retrying');
-- One word of new roles per company at a time; later ones join it.
create unique index one_word_of_new_roles on follow_ups (candidate_id, (details ->> 'companyId'))
  where kind = 'new_roles' and state in ('waiting', 'held', 'sending', 'retrying');
create index follow_ups_due on follow_ups (due_at) where state in ('waiting', 'retrying');
create index follow_ups_held on follow_ups (held_until) where state = 'held' and held_until is not null;
create index follow_ups_leased on follow_ups (lease_until) where state = 'sending';
create index follow_ups_in_order on follow_ups (candidate_id, due_at, id);
create index follow_ups_by_application on follow_ups (application_id);
create index follow_ups_by_contact on follow_ups (contact_id);
create index follow_ups_by_digest on follow_ups (digest_id) where digest_id is not null;

create table follow_up_attempts (
  follow_up_id uuid not null,
  attempt integer not null,
  candidate_id uuid not null references candidates on delete cascade,
  started_at timestamptz not null default now(),
  data_at timestamptz,
  ended_at timestamptz,
  outcome text,
  code integer,
  reply text,
  primary key (follow_up_id, attempt),
  foreign key (candidate_id, follow_up_id) references follow_ups (candidate_id, id) on delete cascade
);

create table follow_up_ledger (
  id bigint generated always as identity primary key,
  candidate_id uuid not null references candidates on delete cascade,
  follow_up_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  by text not null,
  what text not null,
  why text,
  foreign key (candidate_id, follow_up_id) references follow_ups (candidate_id, id) on delete cascade
);
create index ledger_by_follow_up on follow_up_ledger (follow_up_id, id);

create table webhook_endpoints (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  url text not null,
  event_types text[] not null,
  description text,
  secret_sealed text not null,
  disabled_at timestamptz,
  disabled_why text,
  created_at timestamptz not null default now(),
  unique (candidate_id, id)
);
create index endpoints_of_candidate on webhook_endpoints (candidate_id, id);

create table events (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  type text not null,
  data jsonb not null,
  application_id uuid,
  contact_id uuid,
  occurred_at timestamptz not null default now(),
  -- Ids are made before they are committed; a reader who follows along goes by transactions that have ended.
  xid xid8 not null default pg_current_xact_id(),
  unique (candidate_id, id)
);
create index events_in_order on events (candidate_id, xid, id);
create index events_by_application on events (application_id, id);

create table webhook_deliveries (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  endpoint_id uuid not null,
  event_id uuid not null,
  state text not null check (state in ('waiting', 'sending', 'delivered', 'failed')),
  due_at timestamptz not null,
  attempt integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  last_status integer,
  last_why text,
  excerpt text,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (endpoint_id, event_id),
  foreign key (candidate_id, endpoint_id) references webhook_endpoints (candidate_id, id) on delete cascade,
  foreign key (candidate_id, event_id) references events (candidate_id, id) on delete cascade
);
create index deliveries_due on webhook_deliveries (due_at) where state = 'waiting';
create index deliveries_leased on webhook_deliveries (lease_until) where state = 'sending';

create table outbox (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  type text not null,
  data jsonb not null,
  created_at timestamptz not null default now(),
  retry_at timestamptz not null default now(),
  failures integer not null default 0,
  last_error text,
  parked_at timestamptz
);
create index outbox_open on outbox (retry_at) where parked_at is null;

create table idempotency_keys (
  candidate_id uuid not null references candidates on delete cascade,
  route text not null,
  key text not null,
  body_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (candidate_id, route, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
`;

const TENANCY = `
-- A reused connection reads '' and not NULL where nobody is set: both mean nobody.
create function current_candidate() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.candidate_id', true), '')::uuid $$;

alter table candidates enable row level security;
alter table candidates force row level security;
create policy own_row on candidates using (id = (select current_candidate())) with check (id = (select current_candidate()));
`;

const owned = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table}
  using (candidate_id = (select current_candidate()))
  with check (candidate_id = (select current_candidate()));
`;

const GRANTS = `
-- The API may look up the one token it was shown, before it knows whose it is.
create policy shown_token on api_tokens for select to rekindle_api
  using (token_hash = decode(nullif(current_setting('app.token_hash', true), ''), 'hex'));

-- The worker looks across candidates for what is due, and acts as one candidate for everything else.
create policy open_messages on outbox for select to rekindle_worker
  using ((select current_candidate()) is null);
create policy due_follow_ups on follow_ups for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'retrying', 'held', 'sending'));
create policy due_deliveries on webhook_deliveries for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('waiting', 'sending'));
create policy old_keys on idempotency_keys for all to rekindle_worker
  using ((select current_candidate()) is null);

grant usage on schema public to rekindle_api, rekindle_worker;
grant select, insert, update, delete on all tables in schema public to rekindle_api, rekindle_worker;
revoke update, delete on events, follow_up_ledger from rekindle_api, rekindle_worker;
revoke all on api_tokens from rekindle_worker;
revoke update, delete on outbox from rekindle_api;
-- What was set aside may be handed over again; what it says stays as it is.
grant update (parked_at, failures, retry_at) on outbox to rekindle_api;
grant usage on all sequences in schema public to rekindle_api, rekindle_worker;
`;
