import { refusal } from '@app/contracts';
import { Application, Contact, FollowUp, Rejection, type RowLock, rowLock, Vacancy } from '@app/database';
import { RuleViolation } from '@app/platform';
import { type EntityManager, In, IsNull } from 'typeorm';
import { companyNames } from '../companies/companies.queries.js';
import { interviewsOf } from '../interviews/interviews.queries.js';
import { entityTag, tagged } from '../http/entity-tag.js';
import { standingsOf } from './application-standing.queries.js';
import type { ApplicationAnswer } from './applications.schemas.js';

export async function applicationById(tx: EntityManager, id: string, lock: RowLock = false): Promise<Application> {
  const application = await tx.findOne(Application, {
    where: { id },
    ...rowLock(lock),
  });
  if (application !== null) return application;
  throw new RuleViolation(refusal('not_found', { what: 'application', id }), { kind: 'not_found' });
}

export const standingRejection = (tx: EntityManager, applicationId: string): Promise<Rejection | null> =>
  tx.findOneBy(Rejection, { applicationId, revokedAt: IsNull() });

export const isBeingWrittenAbout = (tx: EntityManager, applicationId: string): Promise<boolean> =>
  tx.existsBy(FollowUp, { applicationId, state: 'sending' });

export async function showApplication(tx: EntityManager, id: string): Promise<ApplicationAnswer> {
  const [shown] = await showApplications(tx, [await applicationById(tx, id)]);
  return shown!;
}

export async function showApplications(tx: EntityManager, applications: Application[]): Promise<ApplicationAnswer[]> {
  const all = (key: 'id' | 'vacancyId' | 'contactId') =>
    In(applications.map((application) => application[key]).filter((id) => id !== null));
  const names = await companyNames(
    tx,
    applications.map(({ companyId }) => companyId),
  );
  const vacancies = byId(await tx.findBy(Vacancy, { id: all('vacancyId') }));
  const contacts = byId(await tx.findBy(Contact, { id: all('contactId') }));
  const rejections = await tx.findBy(Rejection, { applicationId: all('id'), revokedAt: IsNull() });
  const interviews = await interviewsOf(
    tx,
    applications.map(({ id }) => id),
  );
  const standing = await standingsOf(tx, applications, { interviews, rejections });
  return applications.map((application) => {
    const vacancy = vacancies.get(application.vacancyId);
    const contact = contacts.get(application.contactId ?? '');
    const rejection = rejections.find(({ applicationId }) => applicationId === application.id);
    const answer = {
      id: application.id,
      companyId: application.companyId,
      companyName: names.get(application.companyId) ?? '',
      vacancyId: application.vacancyId,
      title: vacancy?.title ?? '',
      location: vacancy?.location ?? null,
      url: vacancy?.url ?? null,
      requirements: vacancy?.requirements ?? null,
      contactId: application.contactId,
      contactName: contact?.name ?? null,
      contactLastTouchAt: contact?.lastTouchAt?.toISOString() ?? null,
      stage: application.stage,
      ...standing(application),
      appliedAt: application.appliedAt?.toISOString() ?? null,
      rejection: rejection ? showRejection(rejection) : null,
      interviews: interviews
        .filter(({ applicationId }) => applicationId === application.id)
        .map(({ id, scheduledAt }) => ({ id, scheduledAt: scheduledAt.toISOString() })),
      notices: [],
      sample: application.sample,
      deletedAt: application.deletedAt?.toISOString() ?? null,
      createdAt: application.createdAt.toISOString(),
      updatedAt: application.updatedAt.toISOString(),
    };
    return tagged(answer, entityTag(application, wordsOf(vacancy)));
  });
}

export async function applicationTag(tx: EntityManager, application: Application): Promise<string> {
  return entityTag(application, wordsOf(await tx.findOneBy(Vacancy, { id: application.vacancyId })));
}

/** What an application tells of its vacancy. */
const wordsOf = (vacancy: Vacancy | null | undefined) =>
  vacancy ? [vacancy.title, vacancy.location, vacancy.url, vacancy.requirements] : [null];

const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));

const showRejection = (rejection: Rejection) => ({
  id: rejection.id,
  receivedAt: rejection.receivedAt.toISOString(),
  stage: rejection.stage,
  reason: { category: rejection.reasonCategory, words: rejection.reasonWords },
  messageId: rejection.messageId,
  subject: rejection.subject,
});
