import { DEFAULT_SETTINGS, mergeSettings } from '@app/contracts';
import { databaseNow } from '@app/database';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Looking as Standing, lookingAfter, noticeOf, type Recorded } from './looking.policy.js';
import { NOTICE_TEXT } from './looking-words.js';
import { changeSettings } from './settings.policy.js';
import { changeCandidate, lockedCandidate, standingAcceptances } from './settings.queries.js';
import type { NoticeAnswer } from './settings.schemas.js';

/** Whether the candidate looks for work, as what they record of their applications tells. */
@Injectable()
export class LookingService {
  constructor(private readonly ids: Ids) {}

  /** Once what was recorded stands in its rows; in the candidate's turn where it is an acceptance, which stops letters. */
  async bringUpToDate(tx: EntityManager, candidateId: string, recorded: Recorded): Promise<NoticeAnswer[]> {
    const candidate = await lockedCandidate(tx, candidateId);
    const { looking } = mergeSettings(DEFAULT_SETTINGS, candidate.settings);
    const before: Standing = { looking, offBy: candidate.lookingOffBy };
    const after = lookingAfter(before, recorded, await standingAcceptances(tx), await databaseNow(tx));
    if (after.looking !== before.looking || after.offBy !== before.offBy) {
      const { overrides: settings, fields } = changeSettings(candidate.settings, { looking: after.looking });
      await changeCandidate(tx, this.ids, candidate, { settings, lookingOffBy: after.offBy }, fields);
    }
    const code = noticeOf(before, after, recorded);
    return code === null ? [] : [{ code, text: NOTICE_TEXT[code] }];
  }
}
