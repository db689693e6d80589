/** Announces new roles on the board itself, and leaves a note for everybody who watches it: each takes it up as themselves. */
import type { EntityManager } from 'typeorm';
import { storableJson } from '../storable-json.js';
import { newRoles, type Shown } from '../rules/new-role.policy.js';

export async function leaveNewRoles(
  tx: EntityManager,
  boardId: string,
  { at, ...shown }: Omit<Shown, 'lastCompleteAt'> & { at: Date },
): Promise<void> {
  const lastCompleteAt = await lastCompleteSweep(tx, boardId);
  const found = newRoles({ ...shown, lastCompleteAt });
  if (found.length === 0) return;
  await tx.query('update postings set announced_at = $2 where board_id = $1 and posting_id = any($3)', [
    boardId,
    at,
    found.map(({ id }) => id),
  ]);
  const own = found.flatMap(({ id, watchedAs }) => watchedAs.map((watchedId) => ({ watchedId, postingId: id })));
  // Who came later than the last complete list cannot tell what is new since.
  await tx.query(
    `insert into new_role_notes (id, candidate_id, board_id, announced_at, told_apart)
     select gen_random_uuid(), w.candidate_id, w.board_id, $2::timestamptz,
       coalesce(jsonb_agg(distinct own."postingId") filter (where own."postingId" is not null), '[]')
     from watches w
     left join jsonb_to_recordset($3) as own ("watchedId" text, "postingId" text) on own."watchedId" = w.posting_id
     where w.board_id = $1 and w.vacancy_id is not null and not w.paused
     group by w.candidate_id, w.board_id having min(w.created_at) <= $4::timestamptz`,
    [boardId, at, storableJson(own), lastCompleteAt ?? shown.before.baselineAt],
  );
}

async function lastCompleteSweep(tx: EntityManager, boardId: string): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await tx.query(
    `select max(at) as at from sweeps where board_id = $1
       and (outcome in ('ok', 'not_modified') or (outcome = 'never_read' and postings = 0))`,
    [boardId],
  );
  return row?.at ?? null;
}
