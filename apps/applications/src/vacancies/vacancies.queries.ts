import { refusal } from '@app/contracts';
import { Application, type RowLock, rowLock, Vacancy, VacancyObservation, withDeleted } from '@app/database';
import { type Ids, RuleViolation } from '@app/platform';
import { boardAfter, insertVacancies, type NewVacancy, type VacancyChange } from '@app/recording';
import { Not, type EntityManager } from 'typeorm';

export const HISTORY_SHOWN = 100;

export async function vacancyById(tx: EntityManager, id: string, lock: RowLock = false): Promise<Vacancy> {
  const vacancy = await tx.findOne(Vacancy, {
    where: { id },
    ...rowLock(lock),
  });
  if (vacancy !== null) return vacancy;
  throw new RuleViolation(refusal('not_found', { what: 'vacancy', id }), { kind: 'not_found' });
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

/** Writes the vacancy and says so. */
export async function insertVacancy(tx: EntityManager, ids: Ids, vacancy: NewVacancy): Promise<Vacancy> {
  const [made] = await insertVacancies(tx, ids, [vacancy]);
  return vacancyById(tx, made!.id);
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
