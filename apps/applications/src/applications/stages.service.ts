import { Application, databaseNow, outbox, Rejection, StageChange } from '@app/database';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { requireMatch } from '../http/entity-tag.js';
import { addUnlessThere } from '../interviews/interviews.queries.js';
import { pastMoment } from '../moment.policy.js';
import { LookingService } from '../settings/looking.service.js';
import { appliedAtAfter, requireFollows } from './application.policy.js';
import { applicationById, applicationTag, showApplication, standingRejection } from './applications.queries.js';
import type { ApplicationAnswer, StageBody } from './applications.schemas.js';

@Injectable()
export class StagesService {
  constructor(
    private readonly commands: Commands,
    private readonly ids: Ids,
    private readonly looking: LookingService,
  ) {}

  move(caller: Caller, applicationId: string, { stage: to, ...body }: StageBody): Promise<ApplicationAnswer> {
    const { candidateId } = caller;
    return this.commands.inTurn(caller, async (tx) => {
      const application = await applicationById(tx, applicationId, true);
      await requireMatch(caller, () => applicationTag(tx, application));
      const { stage: from } = application;
      const rejection = await standingRejection(tx, applicationId);
      requireFollows({ stage: from, rejectedAt: rejection?.stage ?? null }, to, body.scheduledAt !== undefined);
      const now = await databaseNow(tx);
      const at = pastMoment(body.at, now, '/at');
      const scheduledAt = body.scheduledAt === undefined ? null : new Date(body.scheduledAt);
      // They changed their mind: it was a rejection, and is none any more.
      if (rejection !== null) await tx.update(Rejection, { id: rejection.id }, { revokedAt: now, updatedAt: now });
      const change = { applicationId, fromStage: from, toStage: to, at, scheduledAt };
      await tx.insert(StageChange, { id: this.ids.next(), candidateId, ...change });
      const appliedAt = appliedAtAfter(application.appliedAt, to, at);
      await tx.update(Application, { id: applicationId }, { stage: to, appliedAt, updatedAt: () => 'now()' });
      const moments = { at: at.toISOString(), scheduledAt: scheduledAt?.toISOString() ?? null };
      const data = { applicationId, from, to, ...moments };
      await outbox.append(tx, this.ids, { candidateId, type: 'application.stage_changed.v1', data });
      if (scheduledAt !== null) await addUnlessThere(tx, this.ids, application, scheduledAt);
      const appliedFor = application.appliedAt === null ? appliedAt : null;
      const became = to === 'accepted' ? to : from === 'accepted' ? 'no_longer_accepted' : null;
      const isNews = became !== null || appliedFor !== null;
      const recorded = { applicationId, appliedFor, became } as const;
      const notices = isNews ? await this.looking.bringUpToDate(tx, candidateId, recorded) : [];
      return { ...(await showApplication(tx, applicationId)), notices };
    });
  }
}
