/** Leaves a note for whoever watches a board, or a page, that is gone, across candidates. */
import type { EntityManager } from 'typeorm';
import type { KnownPosting } from '../rules/known-posting.js';

export interface Gone {
  at: Date;
  goneSince: Date | null;
}

/** Of the board itself: that it has been gone for long. */
export async function leaveGone(tx: EntityManager, boardId: string, { at, goneSince }: Gone): Promise<void> {
  await tx.query(
    `insert into sightings (id, candidate_id, vacancy_id, board_id, kind, observed_at, closed_at, posting_id, title)
     select gen_random_uuid(), w.candidate_id, w.vacancy_id, w.board_id, 'board_gone', $2, $3, coalesce(w.posting_id, ''), ''
     from watches w where w.board_id = $1 and ${isUntold('board_gone')}`,
    [boardId, at, goneSince],
  );
}

/** Of a page with one posting, which is gone with it. */
export async function leaveGonePage(
  tx: EntityManager,
  boardId: string,
  { at, goneSince, posting }: Gone & { posting: KnownPosting },
): Promise<void> {
  const { closedAt, id, title, url } = posting;
  await tx.query(
    `insert into sightings (id, candidate_id, vacancy_id, board_id, kind, observed_at, closed_at, posting_id, title, url,
       by_page)
     select gen_random_uuid(), w.candidate_id, w.vacancy_id, w.board_id, 'page_gone', $2, $4, $5, $6, $7, true
     from watches w where w.board_id = $1 and ${isUntold('page_gone')}`,
    [boardId, at, goneSince, closedAt, id, title, url],
  );
}

/** Who came, or went on, after the others were told has to hear of it as well. */
const isUntold = (kind: 'board_gone' | 'page_gone') => `w.vacancy_id is not null and not w.paused
       and coalesce(w.gone_told_at < greatest($3::timestamptz, w.created_at), true)
       and not exists (select from sightings s where s.candidate_id = w.candidate_id and s.vacancy_id = w.vacancy_id
         and s.board_id = w.board_id and s.kind = '${kind}')`;
