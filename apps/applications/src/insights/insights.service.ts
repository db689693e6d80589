import { candidateWithSettings, Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import { type Page, pageOf } from '../http/paging.js';
import { courseOf } from './flow.policy.js';
import { changesBy, rejectionsPage, type RejectionRow, triedBy } from './insights.queries.js';
import type { ListedRejection, RejectionsInsight, RejectionsQuery } from './insights.schemas.js';
import { insightOf, type ChangeOf } from './rejections-insight.policy.js';

/** What was turned down, one by one, and what they have in common. */
@Injectable()
export class InsightsService {
  constructor(private readonly database: Database) {}

  rejections(candidateId: string): Promise<RejectionsInsight> {
    return this.database.asReader(candidateId, async (tx) => {
      const { settings } = await candidateWithSettings(tx, candidateId);
      const tried = await triedBy(tx, candidateId);
      return insightOf({ tried, changes: await changesBy(tx, candidateId), tellsAt: settings.streak.length });
    });
  }

  list(candidateId: string, query: RejectionsQuery): Promise<Page<ListedRejection>> {
    return this.database.asReader(candidateId, async (tx) => {
      const rows = await rejectionsPage(tx, candidateId, query);
      const ids = rows.map(({ applicationId }) => applicationId);
      const changes = Map.groupBy(await changesBy(tx, candidateId, ids), ({ applicationId }) => applicationId);
      return pageOf(
        rows,
        query.limit,
        ({ key, id }) => [key, id],
        (row) => show(row, changes.get(row.applicationId) ?? []),
      );
    });
  }
}

function show(row: RejectionRow, changes: readonly ChangeOf[]): ListedRejection {
  const { id, applicationId, title, companyName, sample, stage, category, words } = row;
  const course = courseOf({ stage: row.now, appliedAt: row.receivedAt, rejectedAt: stage }, changes);
  return {
    id,
    applicationId,
    title,
    companyName,
    sample,
    receivedAt: row.receivedAt.toISOString(),
    stage,
    furthestStage: course?.furthest ?? stage,
    reason: { category, words },
    reflection: row.isBegun
      ? {
          reason: { category: row.mine, words: row.myWords },
          wouldChange: row.wouldChange,
          lookedBackAt: row.lookedBackAt?.toISOString() ?? null,
          skippedAt: row.skippedAt?.toISOString() ?? null,
        }
      : null,
  };
}
