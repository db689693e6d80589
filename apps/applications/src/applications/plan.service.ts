import { PENDING_STATES, type StoredState } from '@app/contracts';
import { candidateWithSettings, Contact, Database, databaseNow, FollowUp } from '@app/database';
import { openDays } from '@app/follow-ups';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { shownBy, type ShownBy } from '../follow-ups/follow-up-brief.queries.js';
import { shown } from '../follow-ups/follow-ups.queries.js';
import { ENV } from '../foundation.module.js';
import { seeing } from '../http/deleted.queries.js';
import { applicationById } from './applications.queries.js';
import type { PlanAnswer, PlanQuery } from './plan.schemas.js';
import { planRange } from './plan-range.policy.js';

const isAhead = ({ state }: FollowUp): boolean => (PENDING_STATES as readonly StoredState[]).includes(state);
const moment = (said: string | undefined): Date | undefined => (said === undefined ? undefined : new Date(said));

/** The steps of an application, and the mornings that they fall into. */
@Injectable()
export class PlanService {
  private readonly shownBy: ShownBy;

  constructor(
    private readonly database: Database,
    @Inject(ENV) env: Env,
  ) {
    this.shownBy = shownBy(env);
  }

  show(candidateId: string, applicationId: string, query: PlanQuery): Promise<PlanAnswer> {
    return this.database.asReader(candidateId, (tx) =>
      seeing(tx, query.deleted, () => this.shownIn(tx, candidateId, applicationId, query)),
    );
  }

  private async shownIn(
    tx: EntityManager,
    candidateId: string,
    applicationId: string,
    { from, to }: PlanQuery,
  ): Promise<PlanAnswer> {
    const application = await applicationById(tx, applicationId);
    const contact = application.contactId ? await tx.findOneBy(Contact, { id: application.contactId }) : null;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const now = await databaseNow(tx);
    const steps = await tx.find(FollowUp, {
      where: { candidateId, applicationId },
      order: { dueAt: 'ASC', id: 'ASC' },
    });
    const due = steps.filter(isAhead).map(({ dueAt }) => dueAt);
    const range = planRange({ from: moment(from), to: moment(to) }, due, now);
    const timezone = contact?.timezone ?? settings.timezone;
    const place = { timezone, country: contact?.country ?? null, region: contact?.region ?? null };
    const { openings, closedDays } = openDays({ ...range, ...place, window: settings.sendingWindow });
    return {
      now: now.toISOString(),
      timezone,
      from: range.from.toISOString(),
      to: range.to.toISOString(),
      steps: await shown(tx, steps, this.shownBy),
      openings: openings.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
      closedDays,
    };
  }
}
