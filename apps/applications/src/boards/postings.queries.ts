/** What a board shows and showed, the newest first; it is everybody's, and what of it is recorded is the candidate's alone. */
import type { PostingStatus } from '@app/contracts';
import type { Board } from '@app/database';
import type { EntityManager } from 'typeorm';
import { hasWords, wordsOf } from '../http/search.js';
import type { BoardPostingAnswer, BoardPostingsQuery } from './boards.schemas.js';

interface PostingRow {
  postingId: string;
  title: string;
  url: string | null;
  locations: string[];
  department: string | null;
  status: PostingStatus;
  recorded: boolean;
  firstSeenAt: Date;
  lastSeenAt: Date | null;
  closedAt: Date | null;
  newSince: Date | null;
  key: [firstSeenAt: string, digest: string];
}

/** One more than asked for. While a posting stands in the latest list, that is when it was seen last. */
export async function postingsPage(
  tx: EntityManager,
  board: Pick<Board, 'id' | 'listedAt'>,
  { limit, cursor, q, status, recorded, newSince }: BoardPostingsQuery,
): Promise<PostingRow[]> {
  const { ids, published, urls } = await recordedOn(tx, board.id);
  return tx.query(
    `select p.posting_id as "postingId", p.title, p.url, p.locations, p.department, p.status, ${IS_RECORDED} as recorded,
       p.first_seen_at as "firstSeenAt", coalesce(p.last_seen_at, $2::timestamptz) as "lastSeenAt", p.closed_at as "closedAt",
       p.announced_at as "newSince", jsonb_build_array(p.first_seen_at::text, md5(p.posting_id)) as key
     from postings p
     where p.board_id = $1 and ($6::text is null or p.status = $6) and ($7::boolean is null or ${IS_RECORDED} = $7)
       and ($8::timestamptz is null or p.first_seen_at > $8) and ${hasWords(['p.title', 'p.department', 'p.locations::text'], 9)}
       and ($10::timestamptz is null or (p.first_seen_at, md5(p.posting_id)) < ($10, $11))
     order by p.first_seen_at desc, md5(p.posting_id) desc limit $12`,
    [
      board.id,
      board.listedAt,
      ids,
      published,
      urls,
      status ?? null,
      recorded ?? null,
      newSince ?? null,
      q === undefined ? [] : wordsOf(q),
      cursor?.[0] ?? null,
      cursor?.[1] ?? null,
      limit + 1,
    ],
  );
}

/** By its id in the feed, by that of its publication, or by its address. */
const IS_RECORDED = `(p.posting_id = any($3::text[]) or p.job_ids ?| $4::text[] or coalesce(p.url = any($5::text[]), false))`;

interface Recorded {
  ids: string[];
  published: string[];
  urls: string[];
}

async function recordedOn(tx: EntityManager, boardId: string): Promise<Recorded> {
  const rows: { postingId: string | null; url: string | null }[] = await tx.query(
    `select w.posting_id as "postingId", v.url from watches w join vacancies v on v.id = w.vacancy_id where w.board_id = $1`,
    [boardId],
  );
  const ids = rows.flatMap(({ postingId }) => postingId ?? []);
  return { ids, published: ids.map((id) => `publication:${id}`), urls: rows.flatMap(({ url }) => url ?? []) };
}

export const showPosting = ({ key: _, ...row }: PostingRow): BoardPostingAnswer => ({
  ...row,
  firstSeenAt: row.firstSeenAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
  newSince: row.newSince?.toISOString() ?? null,
});
