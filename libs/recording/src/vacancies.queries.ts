import { outbox, Vacancy } from '@app/database';
import type { Ids } from '@app/platform';
import { type EntityManager, In } from 'typeorm';
import { boardAfter } from './board-reference.policy.js';
import { assignVacancies } from './vacancies-to-record.policy.js';
import { titleKey } from './title-key.js';
import { watchVacancies, watchVacancy } from './watches.queries.js';

export type NewVacancy = Pick<Vacancy, 'candidateId' | 'companyId' | 'title'> &
  Partial<Pick<Vacancy, 'location' | 'url' | 'requirements' | 'board'>>;

export interface NamedVacancy {
  id: string;
  title: string;
}

/** Writes the vacancies and says so. */
export async function insertVacancies(
  tx: EntityManager,
  ids: Ids,
  vacancies: readonly NewVacancy[],
  { bulk = false } = {},
): Promise<NamedVacancy[]> {
  if (vacancies.length === 0) return [];
  const rows = vacancies.map((vacancy) => ({
    ...vacancy,
    board: boardAfter({ url: null, board: null }, vacancy),
    id: ids.next(),
    status: 'open' as const,
    titleKey: titleKey(vacancy.title),
  }));
  await tx.createQueryBuilder().insert().into(Vacancy).values(rows).updateEntity(false).execute();
  await watchVacancies(tx, ids, rows);
  const facts = rows.map(({ id, candidateId, companyId, title }) => ({
    candidateId,
    type: 'vacancy.recorded.v1' as const,
    data: { vacancyId: id, companyId, title },
  }));
  await outbox.appendAll(tx, ids, facts, { bulk });
  return rows;
}

export type VacancyChange = Partial<Pick<Vacancy, 'title' | 'location' | 'url' | 'requirements' | 'board'>>;

/** Another address or board is another posting to watch. */
export async function changeVacancy(tx: EntityManager, ids: Ids, known: Vacancy, change: VacancyChange): Promise<void> {
  const { id, candidateId } = known;
  const board = boardAfter(known, change);
  const keyed = change.title === undefined ? {} : { titleKey: titleKey(change.title) };
  await tx.update(Vacancy, { id }, { ...change, ...keyed, board, updatedAt: () => 'now()' });
  if (change.url !== undefined || change.board !== undefined) await watchVacancy(tx, ids, { id, candidateId, board });
}

/** The companies' vacancies that are spoken of, told anew, in the order of what is wanted; made where there is none. */
export async function findOrCreateVacancies(
  tx: EntityManager,
  ids: Ids,
  candidateId: string,
  wanted: readonly NewVacancy[],
  { bulk = false } = {},
): Promise<NamedVacancy[]> {
  const known = await likelyVacancies(tx, candidateId, wanted);
  const { assigned, changes, toMake } = assignVacancies(known, wanted);
  for (const [id, change] of changes)
    await changeVacancy(
      tx,
      ids,
      known.find((vacancy) => vacancy.id === id)!,
      change,
    );
  const made = await insertVacancies(tx, ids, toMake, { bulk });
  const found = new Map(known.map(({ id, title }) => [id, { id, title: changes.get(id)?.title ?? title }]));
  return assigned.map((one) => ('id' in one ? found.get(one.id)! : made[one.toMake]!));
}

/** Of one of the wanted titles at its company, newest first, locked: of two who fill the same blank the second reads what the first left. */
async function likelyVacancies(
  tx: EntityManager,
  candidateId: string,
  wanted: readonly NewVacancy[],
): Promise<Vacancy[]> {
  const keyed = wanted.map(({ companyId, title, url }) => ({ companyId, key: titleKey(title), url: url || null }));
  const likely: { id: string }[] = await tx.query(
    `select distinct there.id
     from unnest($2::uuid[], $3::text[], $4::text[]) as wanted (company_id, title_key, url)
     cross join lateral (
       select id from vacancies
       where candidate_id = $1 and company_id = wanted.company_id and title_key = wanted.title_key
         and md5(url) = md5(wanted.url)
       union all
       select id from vacancies
       where candidate_id = $1 and company_id = wanted.company_id and title_key = wanted.title_key
         and md5(url) is null
       union all
       select id from vacancies
       where candidate_id = $1 and company_id = wanted.company_id and title_key = wanted.title_key
         and wanted.url is null and url is not null
     ) there`,
    [candidateId, keyed.map(({ companyId }) => companyId), keyed.map(({ key }) => key), keyed.map(({ url }) => url)],
  );
  if (likely.length === 0) return [];
  const locked = await tx.find(Vacancy, {
    where: { id: In(likely.map(({ id }) => id)) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return locked.reverse();
}
