import { Application, candidateWithSettings, Company, databaseNow, FollowUp } from '@app/database';
import { contactFacts, hasAcceptedOffer } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { ClosedNotices } from './closed-notices.service.js';
import { latestRejectionAt } from './keep-warm.service.js';
import { insertPlanned } from './planning.queries.js';
import { planReopened } from './reopened.policy.js';

/** The door opens again: a reminder at once, and a draft to the same contact that waits for a yes. */
@Injectable()
export class Reopened {
  constructor(
    private readonly ids: Ids,
    private readonly closedNotices: ClosedNotices,
  ) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'vacancy.reopened.v1'>): Promise<void> {
    await this.closedNotices.reconsider(tx, { vacancyId: data.vacancyId });
    const rejected = await tx.findBy(Application, { vacancyId: data.vacancyId, stage: 'rejected' });
    for (const application of rejected) {
      const facts = await this.factsFor(tx, application, data);
      if (!facts) continue;
      const origin = {
        candidateId,
        sourceId: id,
        applicationId: application.id,
        contactId: application.contactId,
        since: new Date(data.observedAt),
      };
      for (const planned of planReopened(facts)) await insertPlanned(tx, this.ids, origin, planned);
    }
  }

  private async factsFor(
    tx: EntityManager,
    application: Application,
    reopening: Envelope<'vacancy.reopened.v1'>['data'],
  ) {
    const latest = await latestRejectionAt(tx, application.companyId);
    if (!latest) return null;
    const { settings } = await candidateWithSettings(tx, application.candidateId);
    const company = await tx.findOneByOrFail(Company, { id: application.companyId });
    const told = await tx.findBy(FollowUp, { applicationId: application.id, kind: 'reopened' });
    return {
      reopening,
      alreadyTold: told.some(
        ({ details }) => (details as { closedAt?: string } | null)?.closedAt === reopening.closedAt,
      ),
      latestRejectionAt: latest,
      companyCooldown: company.cooldown,
      contact: application.contactId ? await contactFacts(tx, application.contactId) : null,
      acceptedOffer: await hasAcceptedOffer(tx),
      settings,
      now: await databaseNow(tx),
      spreadKey: `${application.id} ${reopening.closedAt}`,
    };
  }
}
