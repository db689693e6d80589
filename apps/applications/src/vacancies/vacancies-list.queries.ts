/** A page of vacancies: which of them, in which order, and how many there are of each status. */
import { VACANCY_STATUSES, type VacancyStatus } from '@app/contracts';
import { Vacancy } from '@app/database';
import { type EntityManager, In } from 'typeorm';
import { inOrder, isBeyond, type Order } from '../http/keyset.js';
import { hasWords, wordsOf } from '../http/search.js';
import type { VacanciesQuery, VacancySort } from './vacancies.schemas.js';

export interface ListedVacancy {
  vacancy: Vacancy;
  /** What it is sorted by, as the cursor carries it. */
  key: string | null;
}

const ORDERS: Record<VacancySort, Order> = {
  '-createdAt': { by: 'v.created_at', order: 'desc', type: 'timestamptz' },
  '-observedAt': { by: 'v.observed_at', order: 'desc', type: 'timestamptz' },
};

/** One more than asked for, so that it shows whether there is a next page. */
export async function vacanciesPage(
  tx: EntityManager,
  candidateId: string,
  query: VacanciesQuery,
): Promise<ListedVacancy[]> {
  const { limit, cursor, status, sort } = query;
  const order = ORDERS[sort];
  const [, key = null, id = null] = cursor ?? [];
  const rows: { id: string; key: string | null }[] = await tx.query(
    `select v.id, ${order.by}::text as key ${FROM}
     where ${MATCHES} and ($5::text[] is null or v.status = any($5)) and ${isBeyond(order, 'v.id', { key: 6, last: 7 })}
     order by ${inOrder(order, 'v.id')} limit $8`,
    [...matching(candidateId, query), status ?? null, key, id, limit + 1],
  );
  const found = await tx.findBy(Vacancy, { id: In(rows.map((row) => row.id)) });
  const byId = new Map(found.map((vacancy) => [vacancy.id, vacancy]));
  return rows.map((row) => ({ vacancy: byId.get(row.id)!, key: row.key }));
}

/** Of all that match, whatever their status. */
export async function countsPerStatus(
  tx: EntityManager,
  candidateId: string,
  query: VacanciesQuery,
): Promise<Record<VacancyStatus, number>> {
  const rows: { status: VacancyStatus; count: number }[] = await tx.query(
    `select v.status, count(*)::int as count ${FROM} where ${MATCHES} group by v.status`,
    matching(candidateId, query),
  );
  const counts = new Map(rows.map(({ status, count }) => [status, count]));
  return Object.fromEntries(VACANCY_STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<
    VacancyStatus,
    number
  >;
}

const FROM = `from vacancies v
left join companies o on o.id = v.company_id and o.candidate_id = $1
left join watches w on w.vacancy_id = v.id and w.candidate_id = $1 and not w.paused`;

const MATCHES = `v.candidate_id = $1 and ($2::uuid is null or v.company_id = $2)
  and ($3::boolean is null or (w.id is not null) = $3) and ${hasWords(['v.title', 'o.name', 'v.location'], 4)}`;

const matching = (candidateId: string, { companyId, watched, q }: VacanciesQuery): unknown[] => [
  candidateId,
  companyId ?? null,
  watched ?? null,
  q === undefined ? [] : wordsOf(q),
];
