/** Deleting hides: for 30 days a row is there for who asks for it, then the worker's sweep takes it. */
import type { EntityManager } from 'typeorm';

export const DELETABLE = ['application', 'contact', 'company'] as const;
export type Deletable = (typeof DELETABLE)[number];

const TABLES = { application: 'applications', contact: 'contacts', company: 'companies' } as const;
const KEPT_FOR = '30 days';

export interface Subject {
  id: string;
  candidateId: string;
}

/** Shows this transaction the deleted rows too while `work` lasts; otherwise the policies hide them from every query. */
export async function withDeleted<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
  const [{ before }]: [{ before: string | null }] = await tx.query(
    `select current_setting('app.deleted', true) as before`,
  );
  await show(tx, 'shown');
  const result = await work();
  await show(tx, before ?? '');
  return result;
}

const show = (tx: EntityManager, shown: string): Promise<unknown> =>
  tx.query(`select set_config('app.deleted', $1, true)`, [shown]);

export async function hide(tx: EntityManager, subject: Deletable, { id, candidateId }: Subject): Promise<void> {
  await setDeletedAt(tx, subject, { id, candidateId }, 'now()');
  await tx.query(
    `insert into deletions (subject, subject_id, candidate_id, purge_at) values ($1, $2, $3, now() + $4::interval)`,
    [subject, id, candidateId, KEPT_FOR],
  );
}

/** Many at once, that nothing was planned for. */
export async function hideApplications(tx: EntityManager, candidateId: string, ids: readonly string[]): Promise<void> {
  await withDeleted(tx, () =>
    tx.query(
      `update applications set deleted_at = now(), updated_at = now() where candidate_id = $1 and id = any ($2)`,
      [candidateId, ids],
    ),
  );
  await tx.query(
    `insert into deletions (subject, subject_id, candidate_id, purge_at)
     select 'application', id, $1, now() + $3::interval from unnest($2::uuid[]) as gone (id)`,
    [candidateId, ids, KEPT_FOR],
  );
}

export async function unhide(tx: EntityManager, subject: Deletable, { id, candidateId }: Subject): Promise<void> {
  await setDeletedAt(tx, subject, { id, candidateId }, 'null');
  await tx.query('delete from deletions where subject = $1 and subject_id = $2', [subject, id]);
}

/** A new row that its own transaction may not see is refused, so the deleted ones are shown meanwhile. */
async function setDeletedAt(
  tx: EntityManager,
  subject: Deletable,
  { id, candidateId }: Subject,
  at: 'now()' | 'null',
): Promise<void> {
  await withDeleted(tx, async () => {
    await tx.query(`update ${TABLES[subject]} set deleted_at = ${at}, updated_at = now() where id = $1`, [id]);
    if (subject !== 'company') return;
    await tx.query(`update vacancies set deleted_at = ${at} where candidate_id = $1 and company_id = $2`, [
      candidateId,
      id,
    ]);
  });
}
