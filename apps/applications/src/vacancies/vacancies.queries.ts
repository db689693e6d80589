import { Application, outbox, type RowLock, rowLock, Vacancy, VacancyObservation, withDeleted } from '@app/database';
import { type Ids, RuleViolation } from '@app/platform';
import { IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { boardAfter } from '../boards/board-reference.policy.js';
import { watchVacancy } from '../boards/watches.queries.js';
import type { VacanciesQuery } from './vacancies.schemas.js';
import { sameVacancy, toldAnew } from './vacancy-identity.policy.js';

export const HISTORY_SHOWN = 100;

export function vacanciesPage(
  tx: EntityManager,
  { limit, cursor, companyId, status }: VacanciesQuery,
): Promise<Vacancy[]> {
  return tx.find(Vacancy, {
    where: { ...(cursor && { id: LessThan(cursor[0]) }), ...(companyId && { companyId }), ...(status && { status }) },
    order: { id: 'DESC' },
    take: limit + 1,
  });
}

export async function vacancyById(tx: EntityManager, id: string, lock: RowLock = false): Promise<Vacancy> {
  const vacancy = await tx.findOne(Vacancy, {
    where: { id },
    ...rowLock(lock),
  });
  if (vacancy !== null) return vacancy;
  throw new RuleViolation('not_found', `There is no vacancy ${id}.`, { kind: 'not_found' });
}

export const latestObservations = (tx: EntityManager, vacancyId: string): Promise<VacancyObservation[]> =>
  tx.find(VacancyObservation, {
    where: { vacancyId },
    order: { observedAt: 'DESC', id: 'DESC' },
    take: HISTORY_SHOWN,
  });

/** A deleted application too: it is restored with its vacancy. */
export const vacancyInUse = (tx: EntityManager, vacancyId: string): Promise<boolean> =>
  withDeleted(tx, () => tx.existsBy(Application, { vacancyId }));

type NewVacancy = Pick<Vacancy, 'candidateId' | 'companyId' | 'title'> &
  Partial<Pick<Vacancy, 'location' | 'url' | 'requirements' | 'board'>>;

/** Writes the vacancy and says so. */
export async function insertVacancy(tx: EntityManager, ids: Ids, vacancy: NewVacancy): Promise<Vacancy> {
  const id = ids.next();
  const { candidateId, companyId, title } = vacancy;
  const board = boardAfter({ url: null, board: null }, vacancy);
  await tx.insert(Vacancy, { ...vacancy, board, id, status: 'open' });
  if (board !== null) await watchVacancy(tx, ids, { id, candidateId, board });
  const data = { vacancyId: id, companyId, title };
  await outbox.append(tx, ids, { candidateId, type: 'vacancy.recorded.v1', data });
  return vacancyById(tx, id);
}

type VacancyChange = Partial<Pick<Vacancy, 'title' | 'location' | 'url' | 'requirements' | 'board'>>;

/** Another address or board is another posting to watch. */
export async function changeVacancy(tx: EntityManager, ids: Ids, known: Vacancy, change: VacancyChange): Promise<void> {
  const { id, candidateId } = known;
  const board = boardAfter(known, change);
  await tx.update(Vacancy, { id }, { ...change, board, updatedAt: () => 'now()' });
  if (change.url !== undefined || change.board !== undefined) await watchVacancy(tx, ids, { id, candidateId, board });
}

/** The company's vacancy that is spoken of, told anew; made when there is none. */
export async function findOrCreateVacancy(tx: EntityManager, ids: Ids, wanted: NewVacancy): Promise<Vacancy> {
  const known = await knownVacancy(tx, wanted);
  if (known === undefined) return insertVacancy(tx, ids, wanted);
  const { title, location, url, requirements } = wanted;
  const change = toldAnew(known, { title, location, url, requirements });
  if (Object.keys(change).length === 0) return known;
  await changeVacancy(tx, ids, known, change);
  return vacancyById(tx, known.id);
}

/** Locked, and still the one: of two who fill the same blank at once, the second looks again. */
async function knownVacancy(tx: EntityManager, wanted: NewVacancy): Promise<Vacancy | undefined> {
  const { companyId, url } = wanted;
  const where = url
    ? [
        { companyId, url },
        { companyId, url: IsNull() },
      ]
    : { companyId };
  const found = sameVacancy(await tx.find(Vacancy, { where, order: { id: 'DESC' } }), wanted);
  if (found === undefined) return undefined;
  const locked = await tx.findOne(Vacancy, { where: { id: found.id }, lock: { mode: 'pessimistic_write' } });
  return locked !== null && sameVacancy([locked], wanted) ? locked : knownVacancy(tx, wanted);
}

/** Whether another application is for it, too. */
export const isShared = (tx: EntityManager, vacancyId: string, applicationId: string): Promise<boolean> =>
  tx.existsBy(Application, { vacancyId, id: Not(applicationId) });

/** Another vacancy, with what is known of this one but for the change. */
export async function splitVacancy(
  tx: EntityManager,
  ids: Ids,
  known: Vacancy,
  change: VacancyChange,
): Promise<Vacancy> {
  const { candidateId, companyId, title, location, url, requirements, status, observedAt, closedAt } = known;
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const described = { title, location, url, requirements, ...said, board: boardAfter(known, change) };
  const made = await insertVacancy(tx, ids, { candidateId, companyId, ...described });
  await tx.update(Vacancy, { id: made.id }, { status, observedAt, closedAt });
  return vacancyById(tx, made.id);
}
