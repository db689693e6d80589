/** More of what the settings list than anybody reads; an endpoint with its deliveries is answered. */
import { OWNER_ID } from '@app/contracts';
import type { House } from './house.js';

const ENDPOINTS = `
insert into webhook_endpoints (id, candidate_id, url, event_types, description, secret_sealed, disabled_at, disabled_why_code)
select gen_random_uuid(), $1, 'http://127.0.0.1:9/' || n, '{}', 'Journal ' || n, 'x', now(), 'switched_off'
from generate_series(1, 20) n returning id`;

const DELIVERIES = `
with said as (insert into events (id, candidate_id, type, data)
  select gen_random_uuid(), $1, 'settings.changed.v1', '{"fields": []}' from generate_series(1, 30) returning id)
insert into webhook_deliveries (id, candidate_id, endpoint_id, event_id, state, due_at, attempt, last_status, last_why_code, last_why_facts)
select gen_random_uuid(), $1, $2, id, 'failed', now(), 12, 503, 'answered', '{"status": 503}' from said`;

const PARKED = `
insert into outbox (id, candidate_id, type, data, failures, last_error, parked_at)
select gen_random_uuid(), $1, 'settings.changed.v1', '{"fields": []}', 12, 'It could not be done ' || n, now()
from generate_series(1, 20) n`;

const REMOVED = `
with gone as (insert into companies (id, candidate_id, name, name_key, deleted_at)
  select gen_random_uuid(), $1, 'Gone ' || n, 'gone ' || n, now() from generate_series(1, 20) n returning id)
insert into deletions (subject, subject_id, candidate_id, purge_at)
select 'company', id, $1, now() + interval '30 days' from gone`;

export async function crowdSettings({ db }: House): Promise<string> {
  const [{ id }] = (await db.query<{ id: string }>(ENDPOINTS, [OWNER_ID])) as [{ id: string }];
  await db.query(DELIVERIES, [OWNER_ID, id]);
  for (const crowd of [PARKED, REMOVED]) await db.query(crowd, [OWNER_ID]);
  return id;
}
