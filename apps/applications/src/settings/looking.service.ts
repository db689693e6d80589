import { Ids } from '@app/platform';
import { bringLookingUpToDate, type Recorded } from '@app/recording';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noticeAnswers } from './notice-answers.js';
import type { NoticeAnswer } from './settings.schemas.js';

/** Whether the candidate looks for work, said to whoever recorded what it follows from. */
@Injectable()
export class LookingService {
  constructor(private readonly ids: Ids) {}

  async bringUpToDate(tx: EntityManager, candidateId: string, recorded: Recorded): Promise<NoticeAnswer[]> {
    return noticeAnswers(await bringLookingUpToDate(tx, this.ids, candidateId, recorded));
  }
}
