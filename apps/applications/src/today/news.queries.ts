/** The happenings of an account since a moment, by its record, with the names of now. */
import type { EntityManager } from 'typeorm';
import type { Happening } from './news.policy.js';

export interface HappeningRow extends Happening {
  contactId: string | null;
  applicationId: string | null;
  followUpId: string | null;
  vacancyId: string | null;
}

/** Newest first. */
export const happeningsSince = (tx: EntityManager, candidateId: string, since: Date): Promise<HappeningRow[]> =>
  tx.query(HAPPENINGS, [candidateId, since]);

/** A touch that was taken away did not happen, and one that happened long ago is no news when it is written down. */
const HAPPENINGS = `
select e.type, e.occurred_at as at, c.name as "contactName", c.id as "contactId",
  v.title, o.name as "companyName", v.id as "vacancyId", a.id as "applicationId",
  f.id as "followUpId", f.kind, t.id as "touchId", t.kind as "touchKind"
from (
  select id, type, data, occurred_at, contact_id, application_id from events
  where candidate_id = $1 and occurred_at >= $2
    and type in ('follow_up.sent.v1', 'follow_up.answered.v1', 'contact.touched.v1', 'vacancy.closed.v1', 'vacancy.reopened.v1')
    and (type <> 'follow_up.sent.v1' or data ->> 'audience' = 'contact')
    and (type <> 'contact.touched.v1' or data ->> 'direction' = 'in' and data ->> 'kind' <> 'rejection')
  order by occurred_at desc, id desc limit 50) e
left join contacts c on c.id = e.contact_id and c.candidate_id = $1
left join applications a on a.candidate_id = $1 and a.id = coalesce(e.application_id, (
  select of.id from applications of where of.candidate_id = $1 and of.vacancy_id = (e.data ->> 'vacancyId')::uuid order by of.id desc limit 1))
left join vacancies v on v.id = coalesce(a.vacancy_id, (e.data ->> 'vacancyId')::uuid) and v.candidate_id = $1
left join companies o on o.id = v.company_id and o.candidate_id = $1
left join follow_ups f on f.id = (e.data ->> 'followUpId')::uuid and f.candidate_id = $1
left join touches t on t.id = (e.data ->> 'touchId')::uuid and t.candidate_id = $1 and t.at >= $2
order by e.occurred_at desc, e.id desc`;
