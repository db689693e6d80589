import { refusal } from '@app/contracts';
import { Application, Database, databaseNow, outbox } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { becomesAnother, changeVacancy, findOrCreateCompany, recordApplications } from '@app/recording';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findOrCreateContact, requireApart, requireContact } from '../contacts/contacts.queries.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { seeing } from '../http/deleted.queries.js';
import { requireMatch } from '../http/entity-tag.js';
import { pageOf, type OneQuery } from '../http/paging.js';
import { pastMoment } from '../moment.policy.js';
import { LookingService } from '../settings/looking.service.js';
import { isShared, splitVacancy, vacancyById } from '../vacancies/vacancies.queries.js';
import { appliedAtAfter, appliedBefore } from './application.policy.js';
import { applicationsPage, countsPerStage } from './applications-list.queries.js';
import {
  applicationById,
  applicationTag,
  showApplication,
  showApplications,
  standingRejection,
} from './applications.queries.js';
import type {
  ApplicationAnswer,
  ApplicationBody,
  ApplicationPage,
  ApplicationPatch,
  ApplicationsQuery,
} from './applications.schemas.js';
import { RejectionsService } from './rejections.service.js';
import { moveTouchOfRejection } from './rejections.queries.js';

@Injectable()
export class ApplicationsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly looking: LookingService,
    private readonly rejections: RejectionsService,
  ) {}

  list(candidateId: string, query: ApplicationsQuery): Promise<ApplicationPage> {
    return this.database.asReader(candidateId, (tx) =>
      seeing(tx, query.deleted, async () => {
        const listed = await applicationsPage(tx, candidateId, query);
        const { data, nextCursor } = pageOf(
          listed,
          query.limit,
          ({ application, key }) => [query.sort, key, application.id],
          ({ application }) => application,
        );
        const counts = await countsPerStage(tx, candidateId, query);
        return { data: await showApplications(tx, data), nextCursor, counts };
      }),
    );
  }

  get(candidateId: string, id: string, { deleted }: OneQuery): Promise<ApplicationAnswer> {
    return this.database.asReader(candidateId, (tx) => seeing(tx, deleted, () => showApplication(tx, id)));
  }

  create(caller: Caller, body: ApplicationBody): Promise<ApplicationAnswer> {
    const { candidateId } = caller;
    return this.commands.inTurn(caller, async (tx) => {
      const id = await this.record(tx, candidateId, body);
      if (body.rejection) {
        await this.rejections.record(tx, await applicationById(tx, id), body.rejection, '/rejection');
      }
      const made = await showApplication(tx, id);
      const notices = await this.looking.bringUpToDate(tx, candidateId, {
        applicationId: made.id,
        appliedFor: made.appliedAt === null ? null : new Date(made.appliedAt),
        became: made.stage === 'accepted' ? 'accepted' : null,
      });
      return { ...made, notices };
    });
  }

  private async record(tx: EntityManager, candidateId: string, body: ApplicationBody): Promise<string> {
    const { companyName, title, location, url, requirements, stage } = body;
    const at = pastMoment(body.appliedAt, await databaseNow(tx), '/appliedAt');
    const company = await findOrCreateCompany(tx, this.ids, candidateId, companyName);
    const contactId = (await this.contactOf(tx, { candidateId, companyId: company.id }, body)) ?? null;
    const appliedAt = appliedAtAfter(body.appliedAt === undefined ? null : at, stage, at);
    const application = { company, title, location, url, requirements, contactId, stage, at, appliedAt };
    const [id] = await recordApplications(tx, this.ids, candidateId, [application]);
    return id!;
  }

  change(caller: Caller, id: string, patch: ApplicationPatch): Promise<ApplicationAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      const application = await applicationById(tx, id, true);
      await requireMatch(caller, () => applicationTag(tx, application));
      const contactId = await this.contactOf(tx, application, patch);
      if (contactId !== undefined && contactId !== application.contactId) {
        await this.moveToContact(tx, application, contactId);
      }
      const vacancyId = await this.vacancyAfter(tx, application, patch);
      const moment = await this.momentOfApplication(tx, application, patch.appliedAt);
      await tx.update(Application, { id }, { ...moment, vacancyId, updatedAt: () => 'now()' });
      return showApplication(tx, id);
    });
  }

  /** Undefined: the body does not speak of a contact. */
  private async contactOf(
    tx: EntityManager,
    where: { candidateId: string; companyId: string },
    { contact, contactId }: Pick<ApplicationBody, 'contact' | 'contactId'>,
  ): Promise<string | null | undefined> {
    const { companyId } = where;
    if (contact) {
      const { id } = await findOrCreateContact(tx, this.ids, { ...where, contact });
      await requireApart(tx, { companyId, contactId: id }, '/contact');
      return id;
    }
    if (contactId) {
      await requireContact(tx, contactId, '/contactId');
      await requireApart(tx, { companyId, contactId }, '/contactId');
    }
    return contact === null ? null : contactId;
  }

  /** What one application says of a vacancy that others are for, too, is theirs only while it is the same vacancy. */
  private async vacancyAfter(
    tx: EntityManager,
    { id, vacancyId }: Application,
    { title, location, url, requirements }: ApplicationPatch,
  ): Promise<string> {
    const change = { title, location, url, requirements };
    if (Object.values(change).every((value) => value === undefined)) return vacancyId;
    const vacancy = await vacancyById(tx, vacancyId, true);
    if (becomesAnother(vacancy, change) && (await isShared(tx, vacancyId, id))) {
      return (await splitVacancy(tx, this.ids, vacancy, change)).id;
    }
    await changeVacancy(tx, this.ids, vacancy, change);
    return vacancyId;
  }

  private async moveToContact(tx: EntityManager, application: Application, contactId: string | null): Promise<void> {
    const { id, candidateId } = application;
    await tx.update(Application, { id }, { contactId });
    const rejection = await standingRejection(tx, id);
    if (rejection !== null) await moveTouchOfRejection(tx, rejection, contactId);
    const data = { applicationId: id, contactId };
    await outbox.append(tx, this.ids, { candidateId, type: 'application.contact_changed.v1', data });
  }

  private async momentOfApplication(
    tx: EntityManager,
    application: Application,
    said: string | undefined,
  ): Promise<{ appliedAt?: Date }> {
    if (said === undefined) return {};
    if (application.stage === 'saved') {
      throw new RuleViolation(refusal('not_applied_yet'), { pointer: '/appliedAt' });
    }
    const appliedAt = pastMoment(said, await databaseNow(tx), '/appliedAt');
    const rejection = await standingRejection(tx, application.id);
    if (rejection !== null) appliedBefore(rejection.receivedAt, { appliedAt, appliedAtIsAssumed: false });
    return { appliedAt };
  }
}
