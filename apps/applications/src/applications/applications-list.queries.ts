/** A page of applications: which of them, in which order, and how many there are of each stage. */
import { PENDING_STATES, type Stage, STAGES } from '@app/contracts';
import { Application } from '@app/database';
import { type EntityManager, In } from 'typeorm';
import { inOrder, isBeyond, type Order } from '../http/keyset.js';
import { hasWords, wordsOf } from '../http/search.js';
import type { ApplicationSort, ApplicationsQuery } from './applications.schemas.js';

export interface ListedApplication {
  application: Application;
  /** What it is sorted by, as the cursor carries it. */
  key: string | null;
}

const ORDERS: Record<ApplicationSort, Order> = {
  '-updatedAt': { by: 'a.updated_at', order: 'desc', type: 'timestamptz' },
  '-appliedAt': { by: 'a.applied_at', order: 'desc', type: 'timestamptz' },
  nextStep: { by: 'next.due_at', order: 'asc', type: 'timestamptz' },
};

/** One more than asked for, so that it shows whether there is a next page. */
export async function applicationsPage(
  tx: EntityManager,
  candidateId: string,
  query: ApplicationsQuery,
): Promise<ListedApplication[]> {
  const { limit, cursor, stage, sort } = query;
  const order = ORDERS[sort];
  const [, key = null, id = null] = cursor ?? [];
  const rows: { id: string; key: string | null }[] = await tx.query(
    `select a.id, ${order.by}::text as key ${FROM} ${sort === 'nextStep' ? NEXT_STEP : ''}
     where ${MATCHES} and ($7::text[] is null or a.stage = any($7)) and ${isBeyond(order, 'a.id', { key: 8, last: 9 })}
     order by ${inOrder(order, 'a.id')} limit $10`,
    [...matching(candidateId, query), stage ?? null, key, id, limit + 1],
  );
  const found = await tx.findBy(Application, { id: In(rows.map((row) => row.id)) });
  const byId = new Map(found.map((application) => [application.id, application]));
  return rows.map((row) => ({ application: byId.get(row.id)!, key: row.key }));
}

/** Of all that match, whatever their stage. */
export async function countsPerStage(
  tx: EntityManager,
  candidateId: string,
  query: ApplicationsQuery,
): Promise<Record<Stage, number>> {
  const rows: { stage: Stage; count: number }[] = await tx.query(
    `select a.stage, count(*)::int as count ${FROM} where ${MATCHES} group by a.stage`,
    matching(candidateId, query),
  );
  const counts = new Map(rows.map(({ stage, count }) => [stage, count]));
  return Object.fromEntries(STAGES.map((stage) => [stage, counts.get(stage) ?? 0])) as Record<Stage, number>;
}

const FROM = `from applications a
left join vacancies v on v.id = a.vacancy_id and v.candidate_id = $1
left join companies o on o.id = a.company_id and o.candidate_id = $1
left join contacts c on c.id = a.contact_id and c.candidate_id = $1`;

const NEXT_STEP = `left join lateral (
  select f.due_at from follow_ups f
  where f.application_id = a.id and f.state in (${PENDING_STATES.map((state) => `'${state}'`).join(', ')})
  order by f.due_at, f.id limit 1) next on true`;

const MATCHES = `a.candidate_id = $1 and (a.deleted_at is not null) = $2
  and ($3::uuid is null or a.company_id = $3)
  and ($4::uuid is null or a.contact_id = $4)
  and ($5::uuid is null or a.import_id = $5)
  and ${hasWords(['o.name', 'v.title', 'c.name'], 6)}`;

const matching = (
  candidateId: string,
  { deleted, companyId, contactId, importId, q }: ApplicationsQuery,
): unknown[] => [
  candidateId,
  deleted,
  companyId ?? null,
  contactId ?? null,
  importId ?? null,
  q === undefined ? [] : wordsOf(q),
];
