import { Application, outbox, Vacancy, VacancyObservation, withDeleted } from '@app/database';
import { type Ids, RuleViolation } from '@app/platform';
import { IsNull, LessThan, type EntityManager } from 'typeorm';
import { boardAfter } from '../boards/board-reference.policy.js';
import { watchVacancy } from '../boards/watches.queries.js';
import { nameKey } from '../companies/company.policy.js';
import type { VacanciesQuery } from './vacancies.schemas.js';

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

export async function vacancyById(tx: EntityManager, id: string, lock = false): Promise<Vacancy> {
  const vacancy = await tx.findOne(Vacancy, {
    where: { id },
    ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
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

/** The company's vacancy at this address, else one of this title without an address of its own; made when there is none. */
export async function findOrCreateVacancy(tx: EntityManager, ids: Ids, wanted: NewVacancy): Promise<Vacancy> {
  const known = await knownVacancy(tx, wanted);
  if (known === undefined) return insertVacancy(tx, ids, wanted);
  const { location = null, url = null, requirements = null } = wanted;
  const blanks = {
    ...(known.location === null && location !== null && { location }),
    ...(known.url === null && url !== null && { url }),
    ...(known.requirements === null && requirements !== null && { requirements }),
  };
  if (Object.keys(blanks).length === 0) return known;
  await changeVacancy(tx, ids, known, blanks);
  return vacancyById(tx, known.id);
}

async function knownVacancy(tx: EntityManager, { companyId, title, url }: NewVacancy): Promise<Vacancy | undefined> {
  const newestFirst = { id: 'DESC' } as const;
  if (url) {
    const atUrl = await tx.findOne(Vacancy, { where: { companyId, url }, order: newestFirst });
    if (atUrl !== null) return atUrl;
  }
  const candidates = await tx.find(Vacancy, {
    where: { companyId, ...(url && { url: IsNull() }) },
    order: newestFirst,
  });
  return candidates.find((vacancy) => nameKey(vacancy.title) === nameKey(title));
}
