/** Roles that boards never had before, at companies whose vacancies the candidate watches there. */
import type { EntityManager } from 'typeorm';
import { DAYS_NEW, ROLES_SHOWN, type NewRolesAnswer } from './new-roles.schemas.js';

export interface CompanyWithRoles {
  id: string;
  name: string;
  total: number;
  /** As the cursor carries it. */
  newest: string;
}

/** The one with the newest role first. */
export const companiesWithRoles = (tx: EntityManager, candidateId: string): Promise<CompanyWithRoles[]> =>
  tx.query(
    `with ${NEW_ROLES}
     select o.id, o.name, count(*)::int as total, 
       to_char(max(n.announced_at) at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' as newest
     from new_roles n join companies o on o.id = n.company_id and o.candidate_id = $1
     group by o.id, o.name order by max(n.announced_at) desc, o.id desc`,
    [candidateId, DAYS_NEW],
  );

type Role = Omit<NewRolesAnswer['roles'][number], 'newSince'> & { companyId: string; newSince: Date };

export const newestRoles = (tx: EntityManager, candidateId: string, companyIds: string[]): Promise<Role[]> =>
  tx.query(
    `with ${NEW_ROLES}
     select company_id as "companyId", board_id as "boardId", posting_id as "postingId", title, url, locations,
       announced_at as "newSince"
     from (select n.*, row_number() over (partition by company_id order by announced_at desc, title, posting_id) as place
       from new_roles n where company_id = any($3)) n
     where place <= $4 order by company_id, place`,
    [candidateId, DAYS_NEW, companyIds, ROLES_SHOWN],
  );

/**
 * Without those that closed again, that turned out to be an old one anew, that the candidate watches or hears of as similar to one
 * that they watch, and what was announced before they came.
 */
const NEW_ROLES = `watched as materialized (
  select v.company_id, w.board_id, min(w.created_at) as since from watches w join vacancies v on v.id = w.vacancy_id
  where w.candidate_id = $1 and not w.paused group by v.company_id, w.board_id),
mine as materialized (
  select w.board_id, w.posting_id, v.url, p.similar_to from watches w join vacancies v on v.id = w.vacancy_id
  left join postings p on p.board_id = w.board_id and p.posting_id = w.posting_id where w.candidate_id = $1),
new_roles as (
  select watched.company_id, p.board_id, p.posting_id, p.title, p.url, p.locations, p.announced_at
  from watched cross join lateral (
    select p.* from postings p
    where p.board_id = watched.board_id and p.announced_at > greatest(watched.since, now() - make_interval(days => $2))
      and p.status <> 'closed' and p.succeeds is null) p
  where not exists (select from mine where mine.board_id = p.board_id
    and (p.posting_id in (mine.posting_id, mine.similar_to) or mine.url = p.url)))`;
