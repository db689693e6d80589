import { Application, Company, databaseNow, outbox, Rejection, StageChange, Vacancy } from '@app/database';
import { type MessageData, refusal, type Stage } from '@app/contracts';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { deleteTouch } from '../contacts/touches.queries.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { requireMatch } from '../http/entity-tag.js';
import { pastMoment } from '../moment.policy.js';
import { appliedBefore, requireRejectable } from './application.policy.js';
import { applicationById, applicationTag, showApplication, standingRejection } from './applications.queries.js';
import type { ApplicationAnswer } from './applications.schemas.js';
import { rejectionId } from './rejection-id.js';
import { moveTouchOfRejection, stageBeforeRejection } from './rejections.queries.js';
import type { RejectionBody, RejectionPatch } from './rejections.schemas.js';

@Injectable()
export class RejectionsService {
  constructor(
    private readonly commands: Commands,
    private readonly ids: Ids,
  ) {}

  reject(caller: Caller, applicationId: string, body: RejectionBody): Promise<ApplicationAnswer> {
    return this.commands.run(caller, async (tx) => {
      const application = await applicationById(tx, applicationId, true);
      await requireMatch(caller, () => applicationTag(tx, application));
      await this.record(tx, application, body);
      return showApplication(tx, applicationId);
    });
  }

  /** In the caller's transaction, of an application that is locked or new. `within`: where in the body it is told. */
  async record(tx: EntityManager, application: Application, body: RejectionBody, within = ''): Promise<void> {
    const { id: applicationId, candidateId, contactId } = application;
    requireRejectable(application.stage);
    const pointer = `${within}/receivedAt`;
    const receivedAt = pastMoment(body.receivedAt, await databaseNow(tx), pointer);
    const appliedAtIsAssumed = application.appliedAt?.getTime() === application.createdAt.getTime();
    const appliedAt = appliedBefore(receivedAt, { appliedAt: application.appliedAt, appliedAtIsAssumed }, pointer);
    const company = await tx.findOneByOrFail(Company, { id: application.companyId });
    const vacancy = await tx.findOneByOrFail(Vacancy, { id: application.vacancyId });
    const names = { companyName: company.name, title: vacancy.title };
    const id = rejectionId(this.ids.next(), { candidateId, company: company.nameKey, title: vacancy.title });
    const { stage = application.stage, reason, messageId = null, subject = null } = body;
    const reasons = { reasonCategory: reason?.category ?? null, reasonWords: reason?.words ?? null };
    const said = { receivedAt, stage, ...reasons, messageId, subject };
    await tx.insert(Rejection, { id, candidateId, applicationId, contactId, ...said });
    await this.moveTo(tx, application, 'rejected', { at: receivedAt, appliedAt });
    const rejection = await tx.findOneByOrFail(Rejection, { id });
    await moveTouchOfRejection(tx, rejection, contactId);
    const data = { ...factOf(application, rejection), ...names };
    await outbox.append(tx, this.ids, { candidateId, type: 'application.rejected.v1', data });
  }

  change(caller: Caller, applicationId: string, patch: RejectionPatch): Promise<ApplicationAnswer> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      const { application, rejection } = await this.standing(tx, caller, applicationId);
      const { reason = {}, ...thread } = patch;
      const reasonCategory = reason.category === undefined ? rejection.reasonCategory : reason.category;
      const reasonWords = reason.words === undefined ? rejection.reasonWords : reason.words;
      const changed = { ...thread, reasonCategory, reasonWords, updatedAt: () => 'now()' };
      await tx.update(Rejection, { id: rejection.id }, changed);
      await tx.update(Application, { id: applicationId }, { updatedAt: () => 'now()' });
      if (reasonCategory !== rejection.reasonCategory || reasonWords !== rejection.reasonWords) {
        const data = factOf(application, { ...rejection, reasonCategory, reasonWords });
        await outbox.append(tx, this.ids, { candidateId, type: 'application.reasons_added.v1', data });
      }
      return showApplication(tx, applicationId);
    });
  }

  /** It was a mistake: the application is where it was before. */
  revoke(caller: Caller, applicationId: string): Promise<void> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      const { application, rejection } = await this.standing(tx, caller, applicationId);
      const stage = await stageBeforeRejection(tx, applicationId);
      const at = await databaseNow(tx);
      await tx.update(Rejection, { id: rejection.id }, { revokedAt: at, updatedAt: at });
      await deleteTouch(tx, rejection.id);
      await this.moveTo(tx, application, stage, { at, appliedAt: application.appliedAt });
      const data = { applicationId, rejectionId: rejection.id, stage };
      await outbox.append(tx, this.ids, { candidateId, type: 'application.rejection_revoked.v1', data });
    });
  }

  private async standing(
    tx: EntityManager,
    caller: Caller,
    applicationId: string,
  ): Promise<{ application: Application; rejection: Rejection }> {
    const application = await applicationById(tx, applicationId, true);
    await requireMatch(caller, () => applicationTag(tx, application));
    const rejection = await standingRejection(tx, applicationId);
    if (rejection !== null) return { application, rejection };
    throw new RuleViolation(refusal('not_rejected'), { kind: 'not_found' });
  }

  private async moveTo(
    tx: EntityManager,
    { id: applicationId, candidateId, stage: fromStage }: Application,
    toStage: Stage,
    { at, appliedAt }: { at: Date; appliedAt: Date | null },
  ): Promise<void> {
    const change = { applicationId, fromStage, toStage, at, scheduledAt: null };
    await tx.insert(StageChange, { id: this.ids.next(), candidateId, ...change });
    await tx.update(Application, { id: applicationId }, { stage: toStage, appliedAt, updatedAt: () => 'now()' });
  }
}

const factOf = (application: Application, rejection: Rejection): MessageData<'application.reasons_added.v1'> => ({
  applicationId: application.id,
  rejectionId: rejection.id,
  companyId: application.companyId,
  vacancyId: application.vacancyId,
  contactId: application.contactId,
  receivedAt: rejection.receivedAt.toISOString(),
  stage: rejection.stage,
  reason: { category: rejection.reasonCategory, words: rejection.reasonWords },
});
