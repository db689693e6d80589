/** Vacancies as the API answers with them. */
import type { Vacancy } from '@app/database';
import type { EntityManager } from 'typeorm';
import { companyNames } from '../companies/companies.queries.js';
import type { ShownBy } from '../follow-ups/follow-up-brief.queries.js';
import { entityTag, tagged } from '../http/entity-tag.js';
import { latestObservations } from './vacancies.queries.js';
import type { VacancyAnswer, VacancyWithHistory } from './vacancies.schemas.js';
import { aroundVacancies } from './vacancy-around.queries.js';

export async function showVacancies(
  tx: EntityManager,
  vacancies: readonly Vacancy[],
  shownBy: ShownBy,
): Promise<VacancyAnswer[]> {
  const names = await companyNames(
    tx,
    vacancies.map(({ companyId }) => companyId),
  );
  const around = await aroundVacancies(tx, vacancies, shownBy);
  return vacancies.map((vacancy) => {
    const answer = {
      id: vacancy.id,
      companyId: vacancy.companyId,
      companyName: names.get(vacancy.companyId) ?? '',
      title: vacancy.title,
      location: vacancy.location,
      url: vacancy.url,
      requirements: vacancy.requirements,
      board: vacancy.board,
      status: vacancy.status,
      observedAt: vacancy.observedAt?.toISOString() ?? null,
      closedAt: vacancy.closedAt?.toISOString() ?? null,
      ...around(vacancy),
      sample: vacancy.sample,
      createdAt: vacancy.createdAt.toISOString(),
      updatedAt: vacancy.updatedAt.toISOString(),
    };
    return tagged(answer, entityTag(vacancy));
  });
}

export async function showVacancy(tx: EntityManager, vacancy: Vacancy, shownBy: ShownBy): Promise<VacancyAnswer> {
  const [shown] = await showVacancies(tx, [vacancy], shownBy);
  return shown!;
}

export async function showWithHistory(
  tx: EntityManager,
  vacancy: Vacancy,
  shownBy: ShownBy,
): Promise<VacancyWithHistory> {
  const history = await latestObservations(tx, vacancy.id);
  return {
    ...(await showVacancy(tx, vacancy, shownBy)),
    history: history.map(({ id, status, observedAt, postingId, url, concluded }) => ({
      id,
      status,
      observedAt: observedAt.toISOString(),
      postingId,
      url,
      concluded,
    })),
  };
}
