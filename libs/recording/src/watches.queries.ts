/** Watch lists make themselves: a vacancy whose board is known is watched, in the transaction that learns of it. */
import type { BoardProvider, BoardReference } from '@app/contracts';
import { Watch } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';

interface Watched {
  id: string;
  candidateId: string;
  board: BoardReference | null;
}

/** A corrected address or id is a new watch: what the former one saw, or lacked, says nothing of it. */
export async function watchVacancy(tx: EntityManager, ids: Ids, vacancy: Watched): Promise<void> {
  const { id, candidateId, board } = vacancy;
  if (board === null) await tx.delete(Watch, { candidateId, vacancyId: id });
  else await watchVacancies(tx, ids, [vacancy]);
}

/** Those whose board is known, in a handful of statements. */
export async function watchVacancies(tx: EntityManager, ids: Ids, vacancies: readonly Watched[]): Promise<void> {
  const watched = vacancies.flatMap(({ board, ...vacancy }) => (board === null ? [] : [{ ...vacancy, board }]));
  if (watched.length === 0) return;
  const boards = await findOrCreateBoards(
    tx,
    ids,
    watched.map(({ board }) => board),
  );
  await tx.query(
    `insert into watches (id, candidate_id, board_id, vacancy_id, posting_id)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
     on conflict (vacancy_id) do update set board_id = excluded.board_id, posting_id = excluded.posting_id,
       title = null, created_at = now()
     where (watches.board_id, watches.posting_id) is distinct from (excluded.board_id, excluded.posting_id)`,
    [
      watched.map(() => ids.next()),
      watched.map(({ candidateId }) => candidateId),
      watched.map(({ board }) => boards.get(named(board))!),
      watched.map(({ id }) => id),
      watched.map(({ board }) => board.postingId ?? null),
    ],
  );
  await wake(tx, [...boards.values()]);
}

/** The board itself, whether or not one of its postings is a vacancy of the candidate. */
export async function watchBoard(
  tx: EntityManager,
  ids: Ids,
  candidateId: string,
  board: BoardReference,
): Promise<string> {
  const boards = await findOrCreateBoards(tx, ids, [board]);
  const boardId = boards.get(named(board))!;
  await tx.query(
    `insert into watches (id, candidate_id, board_id) values ($1, $2, $3)
     on conflict (candidate_id, board_id) where vacancy_id is null do nothing`,
    [ids.next(), candidateId, boardId],
  );
  await wake(tx, [boardId]);
  return boardId;
}

const named = ({ provider, slug }: BoardReference) => `${provider} ${slug}`;

/**
 * Their ids, by name. A board is shown to who watches it, and to who names it in this transaction. Boards are everybody's: they are
 * made in one order, so that nobody waits for whoever waits for them.
 */
async function findOrCreateBoards(
  tx: EntityManager,
  ids: Ids,
  references: readonly BoardReference[],
): Promise<Map<string, string>> {
  const boards = [...new Map(references.map((board) => [named(board), board])).values()];
  boards.sort((one, other) => (named(one) < named(other) ? -1 : 1));
  const [providers, slugs] = [boards.map(({ provider }) => provider), boards.map(({ slug }) => slug)];
  await tx.query(`select set_config('app.board', $1, true)`, [boards.map(named).join('\n')]);
  await tx.query(
    `insert into boards (id, provider, slug) select * from unnest($1::uuid[], $2::text[], $3::text[])
     on conflict (provider, slug) do nothing`,
    [boards.map(() => ids.next()), providers, slugs],
  );
  const made: { id: string; provider: BoardProvider; slug: string }[] = await tx.query(
    `select there.* from unnest($1::text[], $2::text[]) as wanted (provider, slug)
     cross join lateral (
       select id, provider, slug from boards where provider = wanted.provider and slug = wanted.slug limit 1
     ) there`,
    [providers, slugs],
  );
  return new Map(made.map(({ id, ...board }) => [named(board), id]));
}

/** In the order given. A board that nobody watched sleeps; the worker puts it to sleep under a lock that a new watch waits for. */
async function wake(tx: EntityManager, boardIds: readonly string[]): Promise<void> {
  await tx.query(
    `with asleep as (
       select there.id from unnest($1::uuid[]) as named (id)
       cross join lateral (
         select id from boards where id = named.id and next_sweep_at is null for no key update
       ) there)
     update boards set next_sweep_at = now() from asleep where boards.id = asleep.id`,
    [boardIds],
  );
}

/** What there is an application for is watched, whatever became of the former ones. */
export async function wakeWatches(
  tx: EntityManager,
  candidateId: string,
  vacancyIds: readonly string[],
): Promise<void> {
  const watches: { id: string; boardId: string }[] = await tx.query(
    `select there.id, there.board_id as "boardId" from unnest($1::uuid[]) as wanted (id)
     cross join lateral (
       select id, board_id from watches where candidate_id = $2 and vacancy_id = wanted.id and paused limit 1
     ) there
     order by there.board_id, there.id`,
    [vacancyIds, candidateId],
  );
  for (const { id, boardId } of watches) await setPaused(tx, id, boardId, false);
}

export async function setPaused(tx: EntityManager, watchId: string, boardId: string, paused: boolean): Promise<void> {
  // The worker puts a board to sleep under its lock, so it sees this watch or is seen here.
  if (!paused) await tx.query('select 1 from boards where id = $1 for key share', [boardId]);
  await tx.query('update watches set paused = $2 where id = $1', [watchId, paused]);
  if (!paused) await wake(tx, [boardId]);
}
