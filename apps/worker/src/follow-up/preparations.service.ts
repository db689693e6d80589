import { Application, candidateWithSettings, databaseNow, FollowUp, StageChange } from '@app/database';
import { reasonText } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { planInterviewPrep } from './interview.policy.js';
import * as changing from './changing.queries.js';
import { insertPlanned } from './planning.queries.js';
import { lockedPending } from './waiting-rows.service.js';

/** The preparation for an application's next interview, set anew from its rows: messages may come in any order. */
@Injectable()
export class Preparations {
  constructor(private readonly ids: Ids) {}

  async set(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    const application = await tx.findOneBy(Application, { id: applicationId });
    const awaited = application?.stage === 'interview' ? await newestInterview(tx, applicationId) : null;
    if (awaited?.scheduledAt && (await this.isPrepared(tx, applicationId, awaited.scheduledAt))) return;
    const why = awaited ? 'The interview was scheduled anew.' : reasonText({ code: 'no_longer_interview' });
    for (const row of await lockedPending(tx, { candidateId, applicationId, kind: 'interview_prep' })) {
      if (row.phase !== 'data') await changing.end(tx, this.ids, row, { by: 'stop_rule', code: 'interview_gone', why });
    }
    if (!application || !awaited?.scheduledAt) return;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const now = await databaseNow(tx);
    const prep = planInterviewPrep({ scheduledAt: awaited.scheduledAt, timezone: settings.timezone, now });
    if (!prep) return;
    const origin = { candidateId, sourceId: null, applicationId, contactId: application.contactId, since: awaited.at };
    await insertPlanned(tx, this.ids, origin, prep);
  }

  private async isPrepared(tx: EntityManager, applicationId: string, scheduledAt: Date): Promise<boolean> {
    const standing = In(['waiting', 'held', 'sending', 'retrying', 'sent', 'done'] as const);
    const preparations = await tx.findBy(FollowUp, { applicationId, kind: 'interview_prep', state: standing });
    return preparations.some(
      ({ details }) => (details as { interviewAt?: string } | null)?.interviewAt === scheduledAt.toISOString(),
    );
  }
}

/** A rejection that was taken back leads to the interview stage too, and leaves the interview where it was. */
async function newestInterview(tx: EntityManager, applicationId: string): Promise<StageChange | null> {
  const changes = await tx.find(StageChange, { where: { applicationId, toStage: 'interview' }, order: { id: 'DESC' } });
  return changes.find(({ fromStage, scheduledAt }) => fromStage !== 'rejected' || scheduledAt !== null) ?? null;
}
