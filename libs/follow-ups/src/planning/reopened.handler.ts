import { PENDING_STATES, type StoredState } from '@app/contracts';
import { Application, candidateWithSettings, Company, Contact, databaseNow, FollowUp } from '@app/database';
import { reasonsNow } from '../reasons/index.js';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Mail } from '../reasons/index.js';
import type { Envelope } from './envelope.js';
import { latestRejectionAt } from './keep-warm.queries.js';
import { insertPlanned, type Origin } from './planning.queries.js';
import { cooldownUntil, detailsOf, planReopened, type ReopenedFacts } from './reopened.policy.js';
import { applicationsOf } from './replan.queries.js';
import { Replan } from './replan.service.js';

type Reopening = Envelope<'vacancy.reopened.v1'>;

/** The door opens again: a reminder at once, and a draft to the same contact that waits for a yes. */
export class Reopened {
  constructor(
    private readonly ids: Ids,
    private readonly replan: Replan,
    private readonly mail: Mail,
  ) {}

  async handle(tx: EntityManager, message: Reopening): Promise<void> {
    const { candidateId, data } = message;
    for (const applicationId of await applicationsOf(tx, { candidateId, vacancyId: data.vacancyId })) {
      const words = await wordsWaiting(tx, candidateId, applicationId);
      await this.replan.application(tx, candidateId, applicationId);
      const application = await tx.findOneByOrFail(Application, { id: applicationId });
      if (application.stage === 'rejected') await this.tell(tx, message, application, words);
    }
  }

  private async tell(
    tx: EntityManager,
    message: Reopening,
    application: Application,
    words: ReopenedFacts['words'],
  ): Promise<void> {
    const origin = {
      candidateId: message.candidateId,
      sourceId: message.id,
      applicationId: application.id,
      contactId: application.contactId,
      since: new Date(message.data.observedAt),
    };
    const facts = await this.factsFor(tx, application, message.data, origin);
    if (!facts) return;
    for (const planned of planReopened({ ...facts, words })) await insertPlanned(tx, this.ids, origin, planned);
  }

  private async factsFor(
    tx: EntityManager,
    application: Application,
    reopening: Reopening['data'],
    origin: Origin,
  ): Promise<Omit<ReopenedFacts, 'words'> | null> {
    const latest = await latestRejectionAt(tx, application);
    if (!latest) return null;
    const { candidateId } = application;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const company = await tx.findOneByOrFail(Company, { id: application.companyId });
    const now = await databaseNow(tx);
    const cooling = cooldownUntil(latest, company.cooldown ?? settings.cooldown, settings.timezone, now);
    const told = await tx.findBy(FollowUp, { candidateId, applicationId: application.id, kind: 'reopened' });
    const subject = {
      ...origin,
      id: this.ids.next(),
      kind: 'reopened_outreach' as const,
      dueAt: now,
      details: detailsOf(reopening, cooling),
    };
    const reasons = await reasonsNow(tx, [subject], this.mail);
    return {
      reopening,
      alreadyTold: told.some(
        ({ details }) => (details as { closedAt?: string } | null)?.closedAt === reopening.closedAt,
      ),
      cooldownUntil: cooling,
      contact: application.contactId ? await tx.findOneBy(Contact, { id: application.contactId }) : null,
      reasons: reasons.get(subject.id)!,
      settings,
      now,
      spreadKey: `${application.id} ${reopening.closedAt}`,
    };
  }
}

/** Of the draft that a newer reopening takes over: it ended, if at all, because the vacancy closed again. */
async function wordsWaiting(
  tx: EntityManager,
  candidateId: string,
  applicationId: string,
): Promise<ReopenedFacts['words']> {
  const latest = await tx.findOne(FollowUp, {
    where: { candidateId, applicationId, kind: 'reopened_outreach' },
    order: { id: 'DESC' },
  });
  if (!latest?.editedAt) return null;
  const isPending = (PENDING_STATES as readonly StoredState[]).includes(latest.state);
  if (!isPending && latest.endedWhy !== 'closed_again') return null;
  return { subject: latest.subject, body: latest.body, editedAt: latest.editedAt };
}
