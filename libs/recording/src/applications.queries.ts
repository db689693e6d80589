import type { Stage } from '@app/contracts';
import { Application, outbox, StageChange } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { NamedCompany } from './companies.queries.js';
import { findOrCreateVacancies } from './vacancies.queries.js';
import { wakeWatches } from './watches.queries.js';

export interface NewApplication {
  company: NamedCompany;
  title: string;
  location?: string | null | undefined;
  url?: string | null | undefined;
  requirements?: string | null | undefined;
  contactId: string | null;
  stage: Stage;
  /** Since when it is at this stage. */
  at: Date;
  appliedAt: Date | null;
  importKey?: string;
  importId?: string;
}

/** Any number in a handful of statements; answers with their ids, in order. `bulk`: nobody waits for what follows from them. */
export async function recordApplications(
  tx: EntityManager,
  ids: Ids,
  candidateId: string,
  given: readonly NewApplication[],
  { bulk = false } = {},
): Promise<string[]> {
  if (given.length === 0) return [];
  const wanted = given.map(({ company, title, location, url, requirements }) => {
    return { candidateId, companyId: company.id, title, location, url, requirements };
  });
  const vacancies = await findOrCreateVacancies(tx, ids, candidateId, wanted, { bulk });
  const rows = given.map(({ company, contactId, stage, at, appliedAt, importKey = null, importId = null }, index) => {
    const { id: vacancyId, title } = vacancies[index]!;
    const application = { id: ids.next(), candidateId, companyId: company.id, vacancyId, contactId, stage };
    return { application: { ...application, appliedAt, importKey, importId }, companyName: company.name, title, at };
  });
  const applications = rows.map(({ application }) => application);
  await tx.createQueryBuilder().insert().into(Application).values(applications).updateEntity(false).execute();
  await wakeWatches(tx, candidateId, [...new Set(vacancies.map(({ id }) => id))]);
  const changes = rows.map(({ application, at }) => {
    const { id: applicationId, stage: toStage } = application;
    return { id: ids.next(), candidateId, applicationId, fromStage: null, toStage, at, scheduledAt: null };
  });
  await tx.createQueryBuilder().insert().into(StageChange).values(changes).updateEntity(false).execute();
  const facts = rows.map(({ application, companyName, title }) => {
    const { id: applicationId, companyId, vacancyId, contactId, stage } = application;
    const data = { applicationId, companyId, vacancyId, contactId, stage, companyName, title };
    return { candidateId, type: 'application.recorded.v1' as const, data };
  });
  await outbox.appendAll(tx, ids, facts, { bulk });
  return applications.map(({ id }) => id);
}
