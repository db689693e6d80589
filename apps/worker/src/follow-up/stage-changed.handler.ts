import { Application } from '@app/database';
import { STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { ClosedNotices } from './closed-notices.service.js';
import { KeepWarm } from './keep-warm.service.js';
import { cancelPending, PLAN_OF_REJECTION } from './planning.queries.js';
import { Preparations } from './preparations.service.js';

/** A new stage ends what the old one gave rise to, and brings back the preparations that it leaves room for. */
@Injectable()
export class StageChanged {
  constructor(
    private readonly ids: Ids,
    private readonly keepWarm: KeepWarm,
    private readonly preparations: Preparations,
    private readonly closedNotices: ClosedNotices,
  ) {}

  async handle(tx: EntityManager, { candidateId, data }: Envelope<'application.stage_changed.v1'>): Promise<void> {
    const { applicationId, from, to } = data;
    if (from === 'rejected') await this.endPlan(tx, candidateId, applicationId);
    if (to === 'accepted') {
      await cancelPending(tx, this.ids, { audience: 'contact' }, { by: 'stop_rule', why: STOP_TEXT.offer_accepted });
    }
    await this.closedNotices.reconsider(tx, { id: applicationId });
    await this.preparations.set(tx, candidateId, applicationId);
  }

  async rejectionRevoked(
    tx: EntityManager,
    { candidateId, data }: Envelope<'application.rejection_revoked.v1'>,
  ): Promise<void> {
    await this.endPlan(tx, candidateId, data.applicationId);
    await this.preparations.set(tx, candidateId, data.applicationId);
  }

  private async endPlan(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    const application = await tx.findOneBy(Application, { id: applicationId });
    if (!application || application.stage === 'rejected') return;
    const plan = { applicationId, kinds: PLAN_OF_REJECTION };
    await cancelPending(tx, this.ids, plan, { by: 'stop_rule', why: STOP_TEXT.no_longer_rejected });
    if (application.contactId) await this.keepWarm.set(tx, candidateId, application.contactId);
  }
}
