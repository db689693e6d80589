/** What the candidate knows of a company's new roles already. */
import { OCCUPYING_STATES } from '@app/contracts';
import type { NewRolesDetails } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';

/** Of the vacancies that the candidate watches on a board, by id. */
export async function watchedCompanies(
  tx: EntityManager,
  { candidateId, boardId }: { candidateId: string; boardId: string },
): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query(
    `select distinct c.id, c.name from watches w join vacancies v on v.id = w.vacancy_id
     join companies c on c.id = v.company_id where w.candidate_id = $2 and w.board_id = $1 and not w.paused`,
    [boardId, candidateId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface Reader {
  candidateId: string;
  companyId: string;
}

export interface PendingWord {
  id: string;
  details: NewRolesDetails;
  /** Its words stand: it is being sent, may have arrived, or the candidate wrote them. */
  isFixed: boolean;
}

/** The candidate is named beside row level security: the worker's policies on follow-ups are two, and no index serves both. */
export async function pendingWordOfRoles(
  tx: EntityManager,
  { candidateId, companyId }: Reader,
): Promise<PendingWord | null> {
  const rows: PendingWord[] = await tx.query(
    `select id, details,
       state = 'sending' or mime is not null or digest_id is not null or body is not null as "isFixed"
     from follow_ups where candidate_id = $1 and kind = 'new_roles' and details ->> 'companyId' = $2 and state = any($3)
     for update`,
    [candidateId, companyId, [...OCCUPYING_STATES]],
  );
  return rows[0] ?? null;
}

export async function lastToldOfRoles(tx: EntityManager, { candidateId, companyId }: Reader): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await tx.query(
    `select max(sent_at) as at from follow_ups
     where candidate_id = $1 and kind = 'new_roles' and details ->> 'companyId' = $2`,
    [candidateId, companyId],
  );
  return row?.at ?? null;
}
