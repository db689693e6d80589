/** Watch lists make themselves: a vacancy whose board is known is watched, in the transaction that learns of it. */
import type { BoardReference } from '@app/contracts';
import { Board, Watch } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';

interface Watched {
  id: string;
  candidateId: string;
  board: BoardReference | null;
}

/** A corrected address or id is a new watch: what the former one saw, or lacked, says nothing of it. */
export async function watchVacancy(tx: EntityManager, ids: Ids, { id, candidateId, board }: Watched): Promise<void> {
  if (board === null) {
    await tx.delete(Watch, { candidateId, vacancyId: id });
    return;
  }
  const boardId = await findOrCreateBoard(tx, ids, board);
  await tx.query(
    `insert into watches (id, candidate_id, board_id, vacancy_id, posting_id) values ($1, $2, $3, $4, $5)
     on conflict (vacancy_id) do update set board_id = excluded.board_id, posting_id = excluded.posting_id,
       title = null, created_at = now()
     where (watches.board_id, watches.posting_id) is distinct from (excluded.board_id, excluded.posting_id)`,
    [ids.next(), candidateId, boardId, id, board.postingId ?? null],
  );
  await wake(tx, boardId);
}

/** The board itself, whether or not one of its postings is a vacancy of the candidate. */
export async function watchBoard(
  tx: EntityManager,
  ids: Ids,
  candidateId: string,
  board: BoardReference,
): Promise<string> {
  const boardId = await findOrCreateBoard(tx, ids, board);
  await tx.query(
    `insert into watches (id, candidate_id, board_id) values ($1, $2, $3)
     on conflict (candidate_id, board_id) where vacancy_id is null do nothing`,
    [ids.next(), candidateId, boardId],
  );
  await wake(tx, boardId);
  return boardId;
}

/** A board is shown to who watches it, and to who names it in this transaction. */
async function findOrCreateBoard(tx: EntityManager, ids: Ids, { provider, slug }: BoardReference): Promise<string> {
  await tx.query(`select set_config('app.board', $1, true)`, [`${provider} ${slug}`]);
  await tx.query(
    `insert into boards (id, provider, slug) values ($1, $2, $3) on conflict (provider, slug) do nothing`,
    [ids.next(), provider, slug],
  );
  const { id } = await tx.findOneByOrFail(Board, { provider, slug });
  return id;
}

/** A board that nobody watched sleeps; the worker puts it to sleep under a lock that a new watch waits for. */
async function wake(tx: EntityManager, boardId: string): Promise<void> {
  await tx.query(`update boards set next_sweep_at = now() where id = $1 and next_sweep_at is null`, [boardId]);
}

/** What there is an application for is watched, whatever became of the former ones. */
export async function wakeWatches(
  tx: EntityManager,
  candidateId: string,
  vacancyIds: readonly string[],
): Promise<void> {
  const watches: { id: string; boardId: string }[] = await tx.query(
    `select id, board_id as "boardId" from watches
     where candidate_id = $2 and vacancy_id = any ($1) and paused order by board_id, id`,
    [vacancyIds, candidateId],
  );
  for (const { id, boardId } of watches) await setPaused(tx, id, boardId, false);
}

export async function setPaused(tx: EntityManager, watchId: string, boardId: string, paused: boolean): Promise<void> {
  // The worker puts a board to sleep under its lock, so it sees this watch or is seen here.
  if (!paused) await tx.query('select 1 from boards where id = $1 for key share', [boardId]);
  await tx.query('update watches set paused = $2 where id = $1', [watchId, paused]);
  if (!paused) await wake(tx, boardId);
}
