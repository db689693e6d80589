import type { MigrationInterface, QueryRunner } from 'typeorm';

const API = 'rekindle_api';
const WORKER = 'rekindle_worker';

/** What each service may do, by list: a table that stands in none of them is out of its reach. */
const GRANTED: Record<string, Record<string, readonly string[]>> = {
  [API]: {
    'select, insert, update': ['candidates', 'rejections', 'idempotency_keys', 'address_marks'],
    'select, insert, update, delete': [
      'api_tokens',
      'companies',
      'contacts',
      'vacancies',
      'applications',
      'touches',
      'interviews',
      'follow_ups',
      'webhook_endpoints',
      'watches',
    ],
    'select, insert, delete': ['deletions'],
    'select, insert': ['vacancy_observations', 'stage_changes', 'follow_up_ledger', 'events', 'outbox', 'boards'],
    select: ['follow_up_attempts', 'webhook_deliveries', 'sweeps', 'postings', 'event_clock'],
    delete: ['address_marks'],
    // What was set aside may be handed over again; what it says stays as it is.
    'update (parked_at, failures, retry_at)': ['outbox'],
    'update (next_sweep_at)': ['boards'],
  },
  [WORKER]: {
    select: ['candidates', 'rejections', 'stage_changes', 'interviews', 'event_clock'],
    'select, insert': ['touches', 'vacancy_observations', 'follow_up_ledger', 'events'],
    'select, update': ['webhook_endpoints', 'watches'],
    'select, update, delete': ['companies', 'contacts', 'vacancies', 'applications', 'deletions'],
    'select, delete': ['idempotency_keys'],
    'select, insert, update, delete': [
      'follow_ups',
      'follow_up_attempts',
      'webhook_deliveries',
      'outbox',
      'address_marks',
      'boards',
      'sweeps',
      'postings',
      'sightings',
      'new_role_notes',
    ],
  },
};

const REVOKED = [...new Set([...Object.values(GRANTED).flatMap(Object.values).flat(), 'migrations'])];

export class Grants1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POSITIONS);
    await runner.query(INDEXES);
    await runner.query(RETENTION);
    for (const table of REVOKED) await runner.query(`revoke all on ${table} from ${API}, ${WORKER}`);
    // An identity takes its numbers whoever inserts.
    await runner.query(`revoke all on sequence follow_up_ledger_id_seq, sweeps_id_seq from ${API}, ${WORKER}`);
    for (const [role, lists] of Object.entries(GRANTED))
      for (const [rights, tables] of Object.entries(lists))
        await runner.query(`grant ${rights} on ${tables.join(', ')} to ${role}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of REVOKED) await runner.query(`revoke all on ${table} from ${API}, ${WORKER}`);
    await runner.query(FORMER_POSITIONS);
    await runner.query(FORMER_INDEXES);
    await runner.query(FORMER_GRANTS);
  }
}

/**
 * The transactions of another cluster are numbered anew, so an event's place is more than its transaction: `ahead` lifts those of
 * this cluster above every place that a former one gave.
 */
const POSITIONS = `
create table event_clock (
  -- The server on which the places are counted now; see keepEventOrder.
  cluster text not null,
  epoch bigint not null,
  ahead bigint not null
);
create unique index one_event_clock on event_clock ((true));
alter table event_clock enable row level security;
alter table event_clock force row level security;
create policy everybodys on event_clock using (true);
-- What tells a server from another, and from what it was before it was set back to a former moment. Where it is not said, each of
-- its starts counts as another one.
create function this_server() returns text language plpgsql stable as $$
begin
  return (select system_identifier || '/' || timeline_id from pg_control_system(), pg_control_checkpoint());
exception when insufficient_privilege or feature_not_supported or undefined_function then
  return 'started at ' || extract(epoch from pg_postmaster_start_time());
end $$;
insert into event_clock (cluster, epoch, ahead)
  select this_server(), 1, (1::bigint << 40) - pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
create function event_position() returns bigint language sql stable
  as $$ select pg_current_xact_id()::text::bigint + (select ahead from public.event_clock) $$;

alter table events alter column xid drop default;
alter table events alter column xid type bigint using xid::text::bigint;
alter table events rename column xid to position;
alter table events alter column position set default event_position();
`;

const INDEXES = `
create index attempts_in_order on follow_up_attempts (candidate_id, started_at);
create index follow_ups_by_kind on follow_ups (candidate_id, kind, since);
create index letters_ahead on follow_ups (candidate_id, due_at)
  where audience = 'contact' and state in ('waiting', 'retrying');
create index follow_ups_by_hold on follow_ups (candidate_id, held_why) where held_why is not null;
create index contacts_by_company on contacts (candidate_id, company_id);
create index applications_by_company on applications (candidate_id, company_id);
create index deliveries_by_event on webhook_deliveries (event_id);
`;

const RETENTION = `
-- Written by no version.
alter table follow_up_attempts drop column code;

-- What is kept for a while only is found by its age across candidates, and nothing younger.
create index deliveries_ended on webhook_deliveries (updated_at) where state in ('delivered', 'failed');
create policy outlived on webhook_deliveries for select to rekindle_worker
  using ((select current_candidate()) is null and state in ('delivered', 'failed') and updated_at < now() - interval '30 days');
create policy outlived_gone on webhook_deliveries for delete to rekindle_worker
  using ((select current_candidate()) is null and state in ('delivered', 'failed') and updated_at < now() - interval '30 days');
create index attempts_ended on follow_up_attempts (ended_at) where outcome <> 'unconfirmed';
create policy outlived on follow_up_attempts for select to rekindle_worker
  using ((select current_candidate()) is null and outcome <> 'unconfirmed' and ended_at < now() - interval '90 days');
create policy outlived_gone on follow_up_attempts for delete to rekindle_worker
  using ((select current_candidate()) is null and outcome <> 'unconfirmed' and ended_at < now() - interval '90 days');
`;

/**
 * Transactions are counted as they come again: whoever follows the events begins anew. Row level security is forced: without lifting it
 * an owner who is no superuser would change nothing, and not be told.
 */
const FORMER_POSITIONS = `
alter table events no force row level security;
update events set position = ranked.place
  from (select id, dense_rank() over (order by position) as place from events) ranked where ranked.id = events.id;
alter table events force row level security;
alter table events alter column position drop default;
alter table events alter column position type xid8 using position::text::xid8;
alter table events rename column position to xid;
alter table events alter column xid set default pg_current_xact_id();
drop function event_position();
drop table event_clock;
drop function this_server();
`;

const FORMER_INDEXES = `
drop index attempts_in_order, follow_ups_by_kind, letters_ahead, follow_ups_by_hold, contacts_by_company, applications_by_company,
  deliveries_by_event, deliveries_ended, attempts_ended;
drop policy outlived on webhook_deliveries;
drop policy outlived_gone on webhook_deliveries;
drop policy outlived on follow_up_attempts;
drop policy outlived_gone on follow_up_attempts;
alter table follow_up_attempts add column code integer;
`;

const FORMER_GRANTS = `
grant select, insert, update, delete on candidates, companies, contacts, touches, vacancies, vacancy_observations, applications,
  stage_changes, rejections, follow_ups, follow_up_attempts, webhook_endpoints, webhook_deliveries, idempotency_keys, interviews
  to ${API}, ${WORKER};
grant select, insert on events, follow_up_ledger to ${API}, ${WORKER};
grant select, insert, update, delete on api_tokens to ${API};
grant select, insert on outbox to ${API};
grant update (parked_at, failures, retry_at) on outbox to ${API};
grant select, insert, update, delete on outbox to ${WORKER};
grant select, insert on boards to ${API};
grant update (next_sweep_at) on boards to ${API};
grant select on sweeps, postings to ${API};
grant select, insert, update, delete on watches to ${API};
grant select, update on watches to ${WORKER};
grant select, insert, update, delete on boards, sweeps, postings, sightings, new_role_notes to ${WORKER};
grant select, insert, delete on deletions to ${API};
grant select, update, delete on deletions to ${WORKER};
grant select, insert, update, delete on address_marks to ${API}, ${WORKER};
grant usage on sequence follow_up_ledger_id_seq, sweeps_id_seq to ${API}, ${WORKER};
`;
