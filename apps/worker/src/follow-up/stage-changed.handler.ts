import { candidateWithSettings, databaseNow } from '@app/database';
import { STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Application } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { planInterviewPrep } from './interview.policy.js';
import { KeepWarm } from './keep-warm.service.js';
import { cancelPending, insertPlanned } from './planning.queries.js';

/** A new stage starts a preparation, and ends what the old one gave rise to. */
@Injectable()
export class StageChanged {
  constructor(
    private readonly ids: Ids,
    private readonly keepWarm: KeepWarm,
  ) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'application.stage_changed.v1'>): Promise<void> {
    const { applicationId, from, to, scheduledAt } = data;
    if (from === 'rejected') await this.endPlan(tx, candidateId, applicationId);
    if (to === 'accepted') {
      await cancelPending(tx, this.ids, { audience: 'contact' }, { by: 'stop_rule', why: STOP_TEXT.offer_accepted });
    }
    if (from === 'interview' || to === 'interview') {
      const why = to === 'interview' ? 'The interview was scheduled anew.' : STOP_TEXT.no_longer_interview;
      await cancelPending(tx, this.ids, { applicationId, kinds: ['interview_prep'] }, { by: 'stop_rule', why });
    }
    if (to !== 'interview' || scheduledAt === null) return;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const now = await databaseNow(tx);
    const prep = planInterviewPrep({ scheduledAt: new Date(scheduledAt), timezone: settings.timezone, now });
    const application = await tx.findOneBy(Application, { id: applicationId });
    if (!prep || !application) return;
    const origin = {
      candidateId,
      sourceId: id,
      applicationId,
      contactId: application.contactId,
      since: new Date(data.at),
    };
    await insertPlanned(tx, this.ids, origin, prep);
  }

  async rejectionRevoked(
    tx: EntityManager,
    { candidateId, data }: Envelope<'application.rejection_revoked.v1'>,
  ): Promise<void> {
    await this.endPlan(tx, candidateId, data.applicationId);
  }

  private async endPlan(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    const application = await tx.findOneBy(Application, { id: applicationId });
    if (!application || application.stage === 'rejected') return;
    const kinds = [
      'feedback_request',
      'thank_you',
      'reopened_outreach',
      'reflection',
      'find_contact',
      'reopened',
    ] as const;
    await cancelPending(tx, this.ids, { applicationId, kinds }, { by: 'stop_rule', why: STOP_TEXT.no_longer_rejected });
    if (application.contactId) await this.keepWarm.set(tx, candidateId, application.contactId);
  }
}
