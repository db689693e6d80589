/** A vacancy is watched for its applications: while all of them are deleted, or their company is, nobody asks for it. */
import { withDeleted } from '@app/database';
import { setPaused } from '@app/recording';
import type { EntityManager } from 'typeorm';

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
