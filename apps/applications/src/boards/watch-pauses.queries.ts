/** A vacancy is watched for its applications: while all of them are deleted, or their company is, nobody asks for it. */
import { withDeleted } from '@app/database';
import type { EntityManager } from 'typeorm';
import { wake } from './watches.queries.js';

const PAUSED = `(v.deleted_at is not null or (exists (select from applications a where a.vacancy_id = v.id)
  and not exists (select from applications a where a.vacancy_id = v.id and a.deleted_at is null)))`;

/** Brings the watches of a vacancy, or of all of a company's, to what is there now. */
export async function wakeOrPause(tx: EntityManager, of: { vacancyId: string } | { companyId: string }): Promise<void> {
  const [column, id] = 'vacancyId' in of ? ['id', of.vacancyId] : ['company_id', of.companyId];
  // An application that is being recorded refers to its vacancy: it is seen here, or finds the watch as it is left here.
  await withDeleted(tx, () => tx.query(`select 1 from vacancies where ${column} = $1 order by id for update`, [id]));
  const watches: { id: string; boardId: string; paused: boolean }[] = await withDeleted(tx, () =>
    tx.query(
      `select w.id, w.board_id as "boardId", ${PAUSED} as paused from watches w join vacancies v on v.id = w.vacancy_id
       where v.${column} = $1 and w.paused <> ${PAUSED}`,
      [id],
    ),
  );
  for (const { id: watchId, boardId, paused } of watches) await setPaused(tx, watchId, boardId, paused);
}

/** What there is an application for is watched, whatever became of the former ones. */
export async function wakeWatch(tx: EntityManager, vacancyId: string): Promise<void> {
  const watches: { id: string; boardId: string }[] = await tx.query(
    `select id, board_id as "boardId" from watches where vacancy_id = $1 and paused`,
    [vacancyId],
  );
  for (const { id, boardId } of watches) await setPaused(tx, id, boardId, false);
}

async function setPaused(tx: EntityManager, watchId: string, boardId: string, paused: boolean): Promise<void> {
  // The worker puts a board to sleep under its lock, so it sees this watch or is seen here.
  if (!paused) await tx.query('select 1 from boards where id = $1 for key share', [boardId]);
  await tx.query('update watches set paused = $2 where id = $1', [watchId, paused]);
  if (!paused) await wake(tx, boardId);
}
