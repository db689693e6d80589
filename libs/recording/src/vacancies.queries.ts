import { outbox, Vacancy } from '@app/database';
import type { Ids } from '@app/platform';
import { type EntityManager, In } from 'typeorm';
import { boardAfter } from './board-reference.policy.js';
import { assignVacancies } from './vacancies-to-record.policy.js';
import { foldedTitle } from './vacancy-identity.policy.js';
import { watchVacancy } from './watches.queries.js';

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
  }));
  await tx.createQueryBuilder().insert().into(Vacancy).values(rows).updateEntity(false).execute();
  await watchEach(tx, ids, rows);
  const facts = rows.map(({ id, candidateId, companyId, title }) => ({
    candidateId,
    type: 'vacancy.recorded.v1' as const,
    data: { vacancyId: id, companyId, title },
  }));
  await outbox.appendAll(tx, ids, facts, { bulk });
  return rows;
}

type Watched = Pick<Vacancy, 'id' | 'candidateId' | 'board'>;

/** In the order of the boards, which are everybody's: nobody waits for whoever waits for them. */
async function watchEach(tx: EntityManager, ids: Ids, vacancies: Watched[]): Promise<void> {
  const named = ({ board }: Watched) => `${board?.provider} ${board?.slug}`;
  const onBoards = vacancies.filter(({ board }) => board !== null);
  onBoards.sort((one, other) => (named(one) < named(other) ? -1 : 1));
  for (const vacancy of onBoards) await watchVacancy(tx, ids, vacancy);
}

export type VacancyChange = Partial<Pick<Vacancy, 'title' | 'location' | 'url' | 'requirements' | 'board'>>;

/** Another address or board is another posting to watch. */
export async function changeVacancy(tx: EntityManager, ids: Ids, known: Vacancy, change: VacancyChange): Promise<void> {
  const { id, candidateId } = known;
  const board = boardAfter(known, change);
  await tx.update(Vacancy, { id }, { ...change, board, updatedAt: () => 'now()' });
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
  const companyIds = [...new Set(wanted.map(({ companyId }) => companyId))];
  const urls = wanted.flatMap(({ url }) => url ?? []);
  const anyUrl = wanted.filter(({ url }) => !url).map(({ companyId }) => companyId);
  const there: { id: string; companyId: string; title: string }[] = await tx.query(
    `select id, company_id as "companyId", title from vacancies
     where candidate_id = $4 and company_id = any ($1) and (url is null or url = any ($2) or company_id = any ($3))`,
    [companyIds, urls, anyUrl, candidateId],
  );
  const titles = new Set(wanted.map(({ companyId, title }) => `${companyId} ${foldedTitle(title)}`));
  const likely = there.filter(({ companyId, title }) => titles.has(`${companyId} ${foldedTitle(title)}`));
  if (likely.length === 0) return [];
  const locked = await tx.find(Vacancy, {
    where: { candidateId, id: In(likely.map(({ id }) => id)) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return locked.reverse();
}
