import { REJECTABLE_STAGES } from '@app/contracts';
import { Application, candidateWithSettings, databaseNow, FollowUp, Vacancy } from '@app/database';
import type { Ids } from '@app/platform';
import { In, type EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';
import { insertPlanned } from './planning.queries.js';
import { applicationsOf } from './replan.queries.js';
import { Replan } from './replan.service.js';
import { planVacancyClosed } from './vacancy-closed.policy.js';

/** The vacancy closed: what told that it is open ends, and a candidate in process has a notice. */
export class ClosedNotices {
  constructor(
    private readonly ids: Ids,
    private readonly replan: Replan,
  ) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'vacancy.closed.v1'>): Promise<void> {
    const { vacancyId, closedAt } = data;
    for (const applicationId of await applicationsOf(tx, { candidateId, vacancyId })) {
      await this.replan.application(tx, candidateId, applicationId);
    }
    const vacancy = await tx.findOneBy(Vacancy, { id: vacancyId });
    if (!vacancy) return;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const now = await databaseNow(tx);
    const inProcess = await tx.findBy(Application, { candidateId, vacancyId, stage: In([...REJECTABLE_STAGES]) });
    for (const { id: applicationId, contactId, stage } of inProcess) {
      const told = await tx.findBy(FollowUp, { candidateId, applicationId, kind: 'vacancy_closed' });
      const alreadyTold = told.some(({ details }) => (details as { closedAt?: string } | null)?.closedAt === closedAt);
      const planned = planVacancyClosed({ close: data, stage, vacancy, alreadyTold, settings, now });
      const origin = { candidateId, sourceId: id, applicationId, contactId, since: new Date(closedAt) };
      if (planned) await insertPlanned(tx, this.ids, origin, planned);
    }
  }
}
