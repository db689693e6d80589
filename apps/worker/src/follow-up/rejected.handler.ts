import { Rejection } from '@app/database';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { ClosedNotices } from './closed-notices.service.js';
import { KeepWarm } from './keep-warm.service.js';
import { cancelPending, insertPlanned, PLAN_OF_REJECTION } from './planning.queries.js';
import { Preparations } from './preparations.service.js';
import { planRejection } from './rejected.policy.js';
import { rejectedApplication } from './rejection-facts.queries.js';
import { Streaks } from './streaks.service.js';

/** A rejection becomes a plan: letter, reflection, a warm contact, and after some in a row a look at the pattern. */
@Injectable()
export class Rejected {
  constructor(
    private readonly ids: Ids,
    private readonly keepWarm: KeepWarm,
    private readonly streaks: Streaks,
    private readonly preparations: Preparations,
    private readonly closedNotices: ClosedNotices,
  ) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'application.rejected.v1'>): Promise<void> {
    const { applicationId } = data;
    if (!(await tx.existsBy(Rejection, { id: data.rejectionId, revokedAt: IsNull() }))) return;
    // Taken back and recorded anew before anybody looked: the plan of the former one is still there.
    const former = { applicationId, kinds: PLAN_OF_REJECTION, notFrom: id };
    await cancelPending(tx, this.ids, former, { by: 'stop_rule', why: 'The rejection was recorded anew.' });
    const found = await rejectedApplication(tx, applicationId);
    if (!found) return;
    const { application, rejection, facts } = found;
    const origin = {
      candidateId,
      sourceId: id,
      applicationId,
      contactId: application.contactId,
      since: rejection.receivedAt,
    };
    await this.preparations.set(tx, candidateId, applicationId);
    await this.closedNotices.reconsider(tx, { id: applicationId });
    for (const planned of planRejection(facts)) await insertPlanned(tx, this.ids, origin, planned);
    if (application.contactId) await this.keepWarm.set(tx, candidateId, application.contactId);
    await this.streaks.look(tx, candidateId, id);
  }
}
