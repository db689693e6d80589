/** What else the same candidate watches on a board without the id of a posting: a page can speak for one of them only. */
import type { Watch } from '@app/database';
import type { EntityManager } from 'typeorm';
import type { WatchedJob } from '../rules/watched-job.policy.js';

export async function watchedBeside(tx: EntityManager, { id, boardId, candidateId }: Watch): Promise<WatchedJob[]> {
  return tx.query(
    `select w.id, v.title as "vacancyTitle", w.title as "jobTitle" from watches w join vacancies v on v.id = w.vacancy_id
     where w.candidate_id = $3 and w.board_id = $1 and w.id <> $2 and not w.paused`,
    [boardId, id, candidateId],
  );
}
