import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { KeepWarm } from './keep-warm.service.js';
import { insertPlanned } from './planning.queries.js';
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
  ) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'application.rejected.v1'>): Promise<void> {
    const found = await rejectedApplication(tx, data.applicationId);
    if (!found || found.rejection.id !== data.rejectionId) return;
    const { application, rejection, facts } = found;
    const origin = {
      candidateId,
      sourceId: id,
      applicationId: application.id,
      contactId: application.contactId,
      since: rejection.receivedAt,
    };
    await this.preparations.set(tx, candidateId, id, application.id);
    for (const planned of planRejection(facts)) await insertPlanned(tx, this.ids, origin, planned);
    if (application.contactId) await this.keepWarm.set(tx, candidateId, application.contactId);
    await this.streaks.look(tx, candidateId, id);
  }
}
