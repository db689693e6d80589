import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWNED = ['interviews', 'address_marks'];
/** What the new columns are filled from, and where: forced row level security hides all of it from an owner who is no superuser. */
const READ = ['applications', 'contacts', 'events', 'follow_up_attempts', 'follow_up_ledger', 'stage_changes'];
const FORCED = [...READ, 'candidates', 'rejections', 'follow_ups', 'interviews', 'outbox'];

/** What was said by hand, and to whom a rejection belongs, stands in columns of its own: plans are brought to the rows again and again. */
export class Life1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(TABLES);
    for (const table of OWNED) await runner.query(owned(table));
    for (const table of FORCED) await runner.query(`alter table ${table} no force row level security`);
    await runner.query(FILLED);
    for (const table of FORCED) await runner.query(`alter table ${table} force row level security`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table if exists ${OWNED.join(', ')} cascade; drop function if exists address_hash(uuid, text)`,
    );
  }
}

const COLUMNS = `
-- The application whose acceptance turned "looking" off; null: the candidate did, or it is on.
alter table candidates add column looking_off_by uuid;

alter table contacts add column region text;
alter table contacts add column greeting text;
-- Whether nobody reads at their address; null: as the address itself tells.
alter table contacts add column unread boolean;
-- Addresses they had before, folded for comparison.
alter table contacts add column former_keys text[] not null default '{}';
alter table contacts add column deleted_at timestamptz;
alter table companies add column deleted_at timestamptz;
alter table applications add column deleted_at timestamptz;

-- With whom the rejection was: its thread is theirs alone.
alter table rejections add column contact_id uuid;
create index rejections_by_application on rejections (application_id, id);

alter table follow_ups add column rejection_id uuid;
alter table follow_ups add column interview_id uuid;
-- Which check-in after the touch, or which half-year, counted from 1.
alter table follow_ups add column occasion integer;
-- When the plan would have it; due_at may have been moved since by the candidate or the sender.
alter table follow_ups add column planned_due_at timestamptz;
-- When the candidate let it go, or the moment they chose for it.
alter table follow_ups add column chosen_at timestamptz;
alter table follow_ups add column approved_at timestamptz;
alter table follow_ups add column edited_at timestamptz;
-- Sent at once by the candidate although they do not look.
alter table follow_ups add column despite_not_looking boolean not null default false;
-- When it is too late for it, unless the candidate says otherwise.
alter table follow_ups add column lapses_at timestamptz;
alter table follow_ups add column ended_by text;
-- The code of the reason that ended it.
alter table follow_ups add column ended_why text;
-- What it was before it ended, for taking that back.
alter table follow_ups add column prior_state text;
alter table follow_ups add column prior_held_why text;
alter table follow_ups add column prior_held_until timestamptz;
create index follow_ups_by_rejection on follow_ups (rejection_id) where rejection_id is not null;
create index follow_ups_lapsing on follow_ups (lapses_at) where state = 'held' and lapses_at is not null;
`;

const TABLES = `
create table interviews (
  id uuid primary key,
  candidate_id uuid not null references candidates on delete cascade,
  application_id uuid not null,
  scheduled_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (candidate_id, id),
  foreign key (candidate_id, application_id) references applications (candidate_id, id) on delete cascade
);
create index interviews_by_application on interviews (application_id, scheduled_at);

-- What has to be known of an address whoever is recorded with it, also when nobody is any more. No address stands here.
create table address_marks (
  candidate_id uuid not null references candidates on delete cascade,
  address_hash bytea not null,
  kind text not null check (kind in ('opted_out', 'dead', 'written')),
  at timestamptz not null,
  primary key (candidate_id, address_hash, kind)
);
create function address_hash(candidate uuid, email_key text) returns bytea language sql immutable parallel safe
  as $$ select sha256(convert_to(candidate::text || ' ' || email_key, 'UTF8')) $$;
`;

const owned = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table}
  using (candidate_id = (select current_candidate()))
  with check (candidate_id = (select current_candidate()));
grant select, insert, update, delete on ${table} to rekindle_api, rekindle_worker;
`;

const FILLED = `
-- Its touch went along to whoever became the contact later; the fact says who it was, or that it was nobody.
update rejections r set contact_id = a.contact_id from applications a where a.id = r.application_id;
update rejections r set contact_id = (e.data ->> 'contactId')::uuid from events e
  where e.type = 'application.rejected.v1' and e.application_id = r.application_id and e.data ->> 'rejectionId' = r.id::text;

update follow_ups f set rejection_id = coalesce(
    (select r.id from events e join rejections r on r.id::text = e.data ->> 'rejectionId'
     where e.id = f.source_id and r.application_id = f.application_id),
    (select r.id from rejections r where r.application_id = f.application_id and r.received_at = f.since
     order by r.revoked_at nulls first, r.id desc limit 1))
  where kind in ('feedback_request', 'thank_you', 'reflection');
update follow_ups f set rejection_id = (
    select r.id from rejections r where r.application_id = f.application_id
    order by r.revoked_at nulls first, r.id desc limit 1)
  where kind = 'find_contact';
-- Letters are all that remembers an address which was changed since.
update contacts c set former_keys = had.keys
  from (select f.contact_id, array_agg(distinct sent.key order by sent.key) as keys
        from follow_ups f join contacts o on o.id = f.contact_id
          cross join lateral (select lower(normalize(f.recipient, nfkc)) as key) sent
        where f.audience = 'contact' and sent.key is not null and sent.key is distinct from o.email_key group by 1) had
  where had.contact_id = c.id;

-- What the candidate said stood in the ledger alone. Whatever lets a letter go is a yes to it, as it is from now on.
update follow_ups f set approved_at = said.at
  from (select follow_up_id, max(at) as at from follow_up_ledger
        where by = 'candidate' and what in ('approved', 'resumed', 'to be sent at once', 'to be sent again') group by 1) said
  where said.follow_up_id = f.id and f.audience = 'contact';
update follow_ups f set edited_at = said.at
  from (select follow_up_id, max(at) as at from follow_up_ledger
        where by = 'candidate' and what = 'edited' and (why like '%subject%' or why like '%body%') group by 1) said
  where said.follow_up_id = f.id;
-- The moment they chose counts until they sent it at once: the sender has moved due_at since.
update follow_ups f set chosen_at = greatest(said.at, said.chosen)
  from (select l.follow_up_id, max(l.at) as at,
          (array_agg(substring(l.why from 'due (\\S+)')::timestamptz order by l.id desc)
           filter (where l.why like '%due %' and not exists (
             select from follow_up_ledger later where later.follow_up_id = l.follow_up_id and later.id > l.id
               and later.by = 'candidate' and later.what in ('to be sent at once', 'to be sent again'))))[1] as chosen
        from follow_up_ledger l
        where l.by = 'candidate' and (l.what in ('approved', 'resumed', 'snoozed', 'to be sent at once', 'to be sent again')
          or (l.what = 'edited' and l.why like '%due %')) group by 1) said
  where said.follow_up_id = f.id;
update follow_ups f set ended_by = said.by
  from (select distinct on (follow_up_id) follow_up_id, by from follow_up_ledger
        where what in ('cancelled', 'done') order by follow_up_id, id desc) said
  where said.follow_up_id = f.id and f.state in ('cancelled', 'done');
update follow_ups set ended_by = 'plan', ended_why = split_part(why, ':', 1) where state = 'skipped';
-- What it was before was not written down: a letter asks again, and one that may have arrived goes no further than that.
update follow_ups f set prior_state = case
    when audience = 'contact' and exists (
      select from follow_up_attempts a where a.follow_up_id = f.id and a.outcome = 'unconfirmed') then 'unconfirmed'
    when audience = 'contact' then 'draft'
    when sent_at is not null then 'sent'
    else 'waiting' end
  where state in ('cancelled', 'done') and ended_by = 'candidate';

-- Of hours that were said one after the other for one application the newest one stands; what has passed has been.
insert into interviews (id, candidate_id, application_id, scheduled_at, created_at)
  select distinct on (application_id, scheduled_at) id, candidate_id, application_id, scheduled_at, created_at
  from stage_changes s
  where to_stage = 'interview' and scheduled_at is not null
    and (scheduled_at <= now() or not exists (
      select from stage_changes later where later.application_id = s.application_id and later.id > s.id
        and later.to_stage = 'interview' and (later.from_stage is distinct from 'rejected' or later.scheduled_at is not null)))
  order by application_id, scheduled_at, id desc;
update follow_ups f set interview_id = i.id from interviews i
  where f.kind = 'interview_prep' and f.application_id = i.application_id
    and (f.details ->> 'interviewAt')::timestamptz = i.scheduled_at;

-- Everybody's plan is looked at once by the rules of this version.
insert into outbox (id, candidate_id, type, data)
  select gen_random_uuid(), id, 'plans.outdated.v1', '{"after": null}' from candidates;
`;
