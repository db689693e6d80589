import { say } from '@app/contracts';
import {
  Application,
  candidateWithSettings,
  databaseNow,
  FollowUp,
  outbox,
  Rejection,
  StageChange,
} from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { insertPlanned } from './planning.queries.js';
import { isAdvance, streakToTell } from './streak.policy.js';

/** After some rejections in a row: one reminder to look for the pattern. */
export class Streaks {
  constructor(private readonly ids: Ids) {}

  async look(tx: EntityManager, candidateId: string, sourceId: string): Promise<void> {
    const { settings } = await candidateWithSettings(tx, candidateId);
    const now = await databaseNow(tx);
    const progress = await progressOf(tx, candidateId);
    const lastTold = await tx.findOne(FollowUp, { where: { candidateId, kind: 'streak' }, order: { since: 'DESC' } });
    const telling = streakToTell({
      rejections: await standingRejections(tx, candidateId),
      progressAt: progress.filter(isAdvance).map(({ at }) => at),
      toldUntil: lastTold?.since ?? null,
      length: settings.streak.length,
    });
    if (!telling) return;
    const { streak, until } = telling;
    const origin = { candidateId, sourceId, applicationId: null, contactId: null, since: until };
    await insertPlanned(tx, this.ids, origin, {
      kind: 'streak',
      audience: 'candidate',
      state: 'waiting',
      dueAt: now,
      why: say('streak', { length: streak.length }),
      details: streak,
    });
    const { length, applicationIds } = streak;
    await outbox.append(tx, this.ids, {
      candidateId,
      type: 'rejection_streak.detected.v1',
      data: { length, applicationIds },
    });
  }
}

/** Of a deleted application as well; of a sample none. */
const progressOf = (tx: EntityManager, candidateId: string): Promise<StageChange[]> =>
  tx
    .createQueryBuilder(StageChange, 'change')
    .leftJoin(Application, 'application', 'application.id = change.application_id')
    .where('change.candidate_id = :candidateId and application.sample is not true', { candidateId })
    .andWhere('change.to_stage in (:...stages)', { stages: ['interview', 'offer', 'accepted'] })
    .getMany();

/** Of a deleted application none stands. */
const standingRejections = (tx: EntityManager, candidateId: string): Promise<Rejection[]> =>
  tx
    .createQueryBuilder(Rejection, 'rejection')
    .innerJoin(Application, 'application', 'application.id = rejection.application_id')
    .where('rejection.candidate_id = :candidateId and rejection.revoked_at is null and not application.sample', {
      candidateId,
    })
    .getMany();
