import { Application, Database, databaseNow, outbox, StageChange } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { wakeWatch } from '../boards/watch-pauses.queries.js';
import { findOrCreateCompany } from '../companies/companies.queries.js';
import { findOrCreateContact, requireContact } from '../contacts/contacts.queries.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { seeing } from '../http/deleted.queries.js';
import { requireMatch } from '../http/entity-tag.js';
import { type Page, pageOf } from '../http/paging.js';
import { pastMoment } from '../moment.policy.js';
import { LookingService } from '../settings/looking.service.js';
import {
  changeVacancy,
  findOrCreateVacancy,
  isShared,
  splitVacancy,
  vacancyById,
} from '../vacancies/vacancies.queries.js';
import { becomesAnother } from '../vacancies/vacancy-identity.policy.js';
import { appliedAtAfter, appliedBefore } from './application.policy.js';
import {
  applicationById,
  applicationsPage,
  applicationTag,
  showApplication,
  showApplications,
  standingRejection,
} from './applications.queries.js';
import type {
  ApplicationAnswer,
  ApplicationBody,
  ApplicationPatch,
  ApplicationsQuery,
} from './applications.schemas.js';
import { moveTouchOfRejection } from './rejections.queries.js';

@Injectable()
export class ApplicationsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly looking: LookingService,
  ) {}

  list(candidateId: string, query: ApplicationsQuery): Promise<Page<ApplicationAnswer>> {
    return this.database.asCandidate(candidateId, async (tx) => {
      const shown = await seeing(tx, query.deleted, async () =>
        showApplications(tx, await applicationsPage(tx, query)),
      );
      return pageOf(
        shown,
        query.limit,
        ({ id }) => [id],
        (application) => application,
      );
    });
  }

  get(candidateId: string, id: string): Promise<ApplicationAnswer> {
    return this.database.asCandidate(candidateId, (tx) => showApplication(tx, id));
  }

  create(caller: Caller, body: ApplicationBody): Promise<ApplicationAnswer> {
    const { candidateId } = caller;
    return this.commands.inTurn(caller, async (tx) => {
      const made = await this.record(tx, candidateId, body);
      const notices = await this.looking.bringUpToDate(tx, candidateId, {
        applicationId: made.id,
        appliedFor: made.appliedAt === null ? null : new Date(made.appliedAt),
        became: made.stage === 'accepted' ? 'accepted' : null,
      });
      return { ...made, notices };
    });
  }

  /** In the caller's transaction, so that an import can record many. */
  async record(
    tx: EntityManager,
    candidateId: string,
    body: ApplicationBody & { importKey?: string },
  ): Promise<ApplicationAnswer> {
    const { companyName, title, location, url, requirements, stage, importKey = null } = body;
    const now = await databaseNow(tx);
    const at = pastMoment(body.appliedAt, now, '/appliedAt');
    const company = await findOrCreateCompany(tx, this.ids, candidateId, companyName);
    const contactId = (await this.contactOf(tx, { candidateId, companyId: company.id }, body)) ?? null;
    const details = { location, url, requirements };
    const wanted = { candidateId, companyId: company.id, title, ...details };
    const vacancy = await findOrCreateVacancy(tx, this.ids, wanted);
    const ids = { companyId: company.id, vacancyId: vacancy.id, contactId };
    const id = this.ids.next();
    const appliedAt = appliedAtAfter(body.appliedAt === undefined ? null : at, stage, at);
    await tx.insert(Application, { id, candidateId, ...ids, stage, appliedAt, importKey });
    await wakeWatch(tx, vacancy.id);
    const change = { applicationId: id, fromStage: null, toStage: stage, at, scheduledAt: null };
    await tx.insert(StageChange, { id: this.ids.next(), candidateId, ...change });
    const data = { applicationId: id, ...ids, stage, companyName: company.name, title: vacancy.title };
    await outbox.append(tx, this.ids, { candidateId, type: 'application.recorded.v1', data });
    return showApplication(tx, id);
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
    if (contact) return (await findOrCreateContact(tx, this.ids, { ...where, contact })).id;
    if (contactId) await requireContact(tx, contactId, '/contactId');
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
      throw new RuleViolation('not_applied_yet', 'It is only saved. Move it to applied with POST /stage first.', {
        pointer: '/appliedAt',
      });
    }
    const appliedAt = pastMoment(said, await databaseNow(tx), '/appliedAt');
    const rejection = await standingRejection(tx, application.id);
    if (rejection !== null) appliedBefore(rejection.receivedAt, { appliedAt, appliedAtIsAssumed: false });
    return { appliedAt };
  }
}
