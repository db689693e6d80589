import { refusal } from '@app/contracts';
import { Application, Database, databaseNow, Interview, outbox } from '@app/database';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { applicationById } from '../applications/applications.queries.js';
import { AlreadyExists } from '../http/already-exists.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { entityTag, requireMatch, tagged } from '../http/entity-tag.js';
import { type Page, pageOf } from '../http/paging.js';
import { momentAhead } from '../moment.policy.js';
import { requireInterviewStage } from './interview.policy.js';
import { insertInterview, interviewAt, interviewById, interviewsPage } from './interviews.queries.js';
import type { InterviewAnswer, InterviewBody, InterviewPatch, InterviewsQuery } from './interviews.schemas.js';

/** The rounds of an application, each for itself. Every command locks the application first. */
@Injectable()
export class InterviewsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, applicationId: string, query: InterviewsQuery): Promise<Page<InterviewAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      await applicationById(tx, applicationId);
      const rows = await interviewsPage(tx, applicationId, query);
      return pageOf(rows, query.limit, ({ scheduledAt }) => [scheduledAt.toISOString()], show);
    });
  }

  get(candidateId: string, applicationId: string, id: string): Promise<InterviewAnswer> {
    return this.database.asReader(candidateId, async (tx) => {
      await applicationById(tx, applicationId);
      return show(await interviewById(tx, applicationId, id));
    });
  }

  add(caller: Caller, applicationId: string, body: InterviewBody): Promise<InterviewAnswer> {
    return this.commands.run(caller, async (tx) => {
      const application = await applicationById(tx, applicationId, true);
      requireInterviewStage(application.stage);
      const scheduledAt = momentAhead(body.scheduledAt, await databaseNow(tx), '/scheduledAt');
      await requireFree(tx, applicationId, scheduledAt);
      const interview = await insertInterview(tx, this.ids, application, scheduledAt);
      await changed(tx, applicationId);
      return show(interview);
    });
  }

  move(caller: Caller, applicationId: string, id: string, patch: InterviewPatch): Promise<InterviewAnswer> {
    return this.commands.run(caller, async (tx) => {
      const { stage, candidateId } = await applicationById(tx, applicationId, true);
      const interview = await interviewById(tx, applicationId, id);
      await requireMatch(caller, () => entityTag(interview));
      const { scheduledAt: from } = interview;
      if (patch.scheduledAt === undefined || new Date(patch.scheduledAt).getTime() === from.getTime()) {
        return show(interview);
      }
      requireInterviewStage(stage);
      const scheduledAt = momentAhead(patch.scheduledAt, await databaseNow(tx), '/scheduledAt');
      await requireFree(tx, applicationId, scheduledAt);
      await tx.update(Interview, { id }, { scheduledAt, updatedAt: () => 'now()' });
      await changed(tx, applicationId);
      const hours = { scheduledAt: scheduledAt.toISOString(), from: from.toISOString() };
      const data = { applicationId, interviewId: id, ...hours };
      await outbox.append(tx, this.ids, { candidateId, type: 'application.interview_moved.v1', data });
      return show(await interviewById(tx, applicationId, id));
    });
  }

  takeAway(caller: Caller, applicationId: string, id: string): Promise<void> {
    return this.commands.run(caller, async (tx) => {
      const { candidateId } = await applicationById(tx, applicationId, true);
      const interview = await interviewById(tx, applicationId, id);
      await requireMatch(caller, () => entityTag(interview));
      await tx.delete(Interview, { id });
      await changed(tx, applicationId);
      const data = { applicationId, interviewId: id, scheduledAt: interview.scheduledAt.toISOString() };
      await outbox.append(tx, this.ids, { candidateId, type: 'application.interview_cancelled.v1', data });
    });
  }
}

async function requireFree(tx: EntityManager, applicationId: string, scheduledAt: Date): Promise<void> {
  const there = await interviewAt(tx, applicationId, scheduledAt);
  if (there === null) return;
  throw new AlreadyExists(refusal('interview_exists', { id: there.id }), there.id, '/scheduledAt');
}

/** Its answer shows them. */
async function changed(tx: EntityManager, applicationId: string): Promise<void> {
  await tx.update(Application, { id: applicationId }, { updatedAt: () => 'now()' });
}

const show = (interview: Interview): InterviewAnswer => {
  const { id, applicationId, scheduledAt, createdAt, updatedAt } = interview;
  const answer = {
    id,
    applicationId,
    scheduledAt: scheduledAt.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
  return tagged(answer, entityTag(interview));
};
