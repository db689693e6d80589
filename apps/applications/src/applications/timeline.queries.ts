/** Everything that happened around one application, out of the tables it stands in, in one order. */
import type { EntityManager } from 'typeorm';
import type { Told } from './timeline.policy.js';
import type { TimelineItem, TimelineQuery } from './timeline.schemas.js';

export interface TimelineRow {
  at: Date;
  type: TimelineItem['type'];
  key: string;
  ids: Partial<TimelineItem>;
  told: Told;
}

export function timelineRows(
  tx: EntityManager,
  applicationId: string,
  { limit, cursor, order }: TimelineQuery,
): Promise<TimelineRow[]> {
  const [at, type, key] = cursor ?? [null, null, null];
  return tx.query(order === 'desc' ? told('desc', '<') : told('asc', '>'), [applicationId, at, type, key, limit + 1]);
}

const told = (order: 'asc' | 'desc', beyond: '<' | '>') => `
with application as (select * from applications where id = $1),
happenings as (
  select s.at, case when s.from_stage is null then 'recorded' else 'stage_changed' end as type, s.id::text as key,
    '{}'::jsonb as ids,
    jsonb_build_object('from', s.from_stage, 'to', s.to_stage, 'scheduledAt',
      to_char(s.scheduled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as told
  from stage_changes s where s.application_id = $1 and s.to_stage <> 'rejected'
  union all
  -- One that came with a stage is told with the stage.
  select e.occurred_at, substring(e.type from 'interview_[a-z]+'), e.id::text,
    jsonb_build_object('interviewId', e.data ->> 'interviewId'), e.data
  from events e where e.application_id = $1 and e.type like 'application.interview\\_%'
    and not exists (select from stage_changes s where s.application_id = $1 and s.created_at = e.occurred_at
      and s.scheduled_at = (e.data ->> 'scheduledAt')::timestamptz)
  union all
  select r.received_at, 'rejected', r.id::text, jsonb_build_object('rejectionId', r.id),
    jsonb_build_object('stage', r.stage, 'category', r.reason_category, 'words', r.reason_words,
      'revoked', r.revoked_at is not null)
  from rejections r where r.application_id = $1
  union all
  select t.at, 'touch', t.id::text, jsonb_build_object('touchId', t.id, 'contactId', c.id),
    jsonb_build_object('kind', t.kind, 'direction', t.direction, 'contactName', c.name, 'text', t.text)
  from application a join contacts c on c.id = a.contact_id join touches t on t.contact_id = c.id
  where t.at >= coalesce(a.applied_at, a.created_at) and t.kind <> 'rejection'
    and not exists (select from follow_ups f where f.id = t.follow_up_id and f.application_id = $1)
  union all
  select l.at, 'follow_up', l.id::text,
    jsonb_strip_nulls(jsonb_build_object('followUpId', f.id, 'contactId', f.contact_id)),
    jsonb_build_object('kind', f.kind, 'what', jsonb_build_object('code', l.what_code, 'facts', l.what_facts),
      'why', case when l.why_code is not null then jsonb_build_object('code', l.why_code, 'facts', l.why_facts) end,
      'contactName', case when f.audience = 'contact' then c.name end)
  from follow_ups f join follow_up_ledger l on l.follow_up_id = f.id left join contacts c on c.id = f.contact_id
  where f.application_id = $1
  union all
  select o.observed_at, 'vacancy_' || o.concluded, o.id::text, jsonb_build_object('vacancyId', o.vacancy_id), '{}'::jsonb
  from application a join vacancy_observations o on o.vacancy_id = a.vacancy_id
  where o.concluded is not null
)
select at, type, key, ids, told
from (select date_trunc('milliseconds', at) as at, type, key, ids, told from happenings) as told_in_milliseconds
where $2::timestamptz is null or (at, type, key) ${beyond} ($2, $3, $4)
order by at ${order}, type ${order}, key ${order}
limit $5`;
