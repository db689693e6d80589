/** Where applications stand, out of what hangs on them: for a whole page in few queries. */
import {
  type FollowUpKind,
  INTERVIEW_STAGES,
  PENDING_STATES,
  type Audience,
  type Stage,
  type StoredState,
} from '@app/contracts';
import { type Application, databaseNow, type Interview, type Rejection, StageChange } from '@app/database';
import { type EntityManager, In } from 'typeorm';
import { shownState } from '../follow-ups/follow-up.policy.js';
import type { ApplicationAnswer } from './applications.schemas.js';
import { furthestStage, stageSince } from './furthest-stage.policy.js';

type Standing = Pick<ApplicationAnswer, 'nextFollowUp' | 'furthestStage' | 'scheduledAt' | 'stageSince'>;

/** What is read for the answer anyway. */
interface Known {
  interviews: readonly Interview[];
  rejections: readonly Rejection[];
}

export async function standingsOf(
  tx: EntityManager,
  applications: readonly Application[],
  { interviews, rejections }: Known,
): Promise<(application: Application) => Standing> {
  const ids = applications.map(({ id }) => id);
  const now = await databaseNow(tx);
  const next = await nextFollowUps(tx, ids);
  const changes = Map.groupBy(
    await tx.find(StageChange, { where: { applicationId: In(ids) }, order: { id: 'ASC' } }),
    ({ applicationId }) => applicationId,
  );
  return ({ id, stage, createdAt }) => {
    const isHere = ({ applicationId }: { applicationId: string }) => applicationId === id;
    const mayMeet = (INTERVIEW_STAGES as readonly Stage[]).includes(stage);
    const ahead = interviews.find((interview) => isHere(interview) && interview.scheduledAt > now);
    const rejectedAt = rejections.find(isHere)?.stage;
    const own = changes.get(id) ?? [];
    const step = next.get(id);
    return {
      nextFollowUp: step
        ? {
            id: step.id,
            kind: step.kind,
            audience: step.audience,
            state: shownState(step, now),
            dueAt: step.dueAt.toISOString(),
          }
        : null,
      furthestStage: furthestStage(own, rejectedAt ? [stage, rejectedAt] : [stage]),
      scheduledAt: mayMeet ? (ahead?.scheduledAt.toISOString() ?? null) : null,
      stageSince: stageSince(own, createdAt).toISOString(),
    };
  };
}

interface NextRow {
  applicationId: string;
  id: string;
  kind: FollowUpKind;
  audience: Audience;
  state: StoredState;
  dueAt: Date;
}

/** The nearest of each that has not gone; by application. */
async function nextFollowUps(tx: EntityManager, applicationIds: string[]): Promise<Map<string, NextRow>> {
  const rows: NextRow[] = await tx.query(NEXT, [applicationIds, PENDING_STATES]);
  return new Map(rows.map((row) => [row.applicationId, row]));
}

const NEXT = `
select distinct on (application_id) application_id as "applicationId", id, kind, audience, state, due_at as "dueAt"
from follow_ups where application_id = any($1) and state = any($2)
order by application_id, due_at, id`;
