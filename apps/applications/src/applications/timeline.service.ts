import { Database } from '@app/database';
import { timelineSentence } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import { seeing } from '../http/deleted.queries.js';
import { type Page, pageOf } from '../http/paging.js';
import { applicationById } from './applications.queries.js';
import { happening, type Part, partsOf } from './timeline.policy.js';
import { type TimelineRow, timelineRows } from './timeline.queries.js';
import type { TimelineItem, TimelineQuery } from './timeline.schemas.js';

@Injectable()
export class TimelineService {
  constructor(private readonly database: Database) {}

  tell(candidateId: string, applicationId: string, query: TimelineQuery): Promise<Page<TimelineItem>> {
    return this.database.asReader(candidateId, (tx) =>
      seeing(tx, query.deleted, async () => {
        await applicationById(tx, applicationId);
        const rows = await timelineRows(tx, applicationId, query);
        return pageOf(rows, query.limit, ({ at, type, key }) => [at.toISOString(), type, key], show);
      }),
    );
  }
}

function show({ at, type, ids, told }: TimelineRow): TimelineItem {
  const said = happening(type, told);
  const parts = partsOf(said) as Pick<TimelineItem, Part>;
  return { at: at.toISOString(), type, text: timelineSentence(said, 'en'), ...said, ...parts, ...ids };
}
