import { PENDING_STATES, REJECTABLE_STAGES } from '@app/contracts';
import { Application, candidateWithSettings, databaseNow, FollowUp, Vacancy } from '@app/database';
import { STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { reminderStopNow } from '../effects/reminder/reminder-stop.queries.js';
import type { Envelope } from '../queue/envelope.js';
import { cancel, insertPlanned } from './planning.queries.js';
import { planVacancyClosed } from './vacancy-closed.policy.js';

/** The notice that a posting is gone while an application is in process; it ends with its reason, whichever message says so. */
@Injectable()
export class ClosedNotices {
  constructor(private readonly ids: Ids) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'vacancy.closed.v1'>): Promise<void> {
    const { vacancyId, closedAt } = data;
    const vacancy = await tx.findOneBy(Vacancy, { id: vacancyId });
    if (!vacancy) return;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const now = await databaseNow(tx);
    const inProcess = await tx.findBy(Application, { vacancyId, stage: In([...REJECTABLE_STAGES]) });
    for (const { id: applicationId, contactId, stage } of inProcess) {
      const told = await tx.findBy(FollowUp, { applicationId, kind: 'vacancy_closed' });
      const alreadyTold = told.some(({ details }) => (details as { closedAt?: string } | null)?.closedAt === closedAt);
      const planned = planVacancyClosed({ close: data, stage, vacancy, alreadyTold, settings, now });
      const origin = { candidateId, sourceId: id, applicationId, contactId, since: new Date(closedAt) };
      if (planned) await insertPlanned(tx, this.ids, origin, planned);
    }
  }

  /** By what the rows say now: messages may come in any order. */
  async reconsider(tx: EntityManager, of: { id: string } | { vacancyId: string }): Promise<void> {
    const applications = await tx.findBy(Application, of);
    const applicationId = In(applications.map(({ id }) => id));
    const notices = await tx.find(FollowUp, {
      where: { applicationId, kind: 'vacancy_closed', state: In([...PENDING_STATES]) },
      lock: { mode: 'pessimistic_write' },
    });
    for (const row of notices.filter(({ phase }) => phase !== 'data')) {
      const stop = await reminderStopNow(tx, row);
      if (stop) await cancel(tx, this.ids, row, { by: 'stop_rule', why: STOP_TEXT[stop] });
    }
  }
}
