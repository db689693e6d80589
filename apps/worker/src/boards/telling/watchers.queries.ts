/**
 * Leaves a note for everybody who watches a posting, across candidates: each takes it up as themselves, who has paused once
 * they go on.
 */
import type { EntityManager } from 'typeorm';
import { storableJson } from '../storable-json.js';
import type { Arrival, Sighted } from '../rules/sighted.policy.js';

export async function isWatched(tx: EntityManager, boardId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from watches where board_id = $1 and not paused limit 1', [boardId]);
  return rows.length > 0;
}

export async function watchedPostings(tx: EntityManager, boardId: string): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select distinct posting_id as id from watches
     where board_id = $1 and not paused and vacancy_id is not null and posting_id is not null`,
    [boardId],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface Sight {
  at: Date;
  seen: Sighted[];
  /** A page with one ad: whoever watches the page watches that ad. */
  isOnePosting: boolean;
}

export async function leaveSightings(
  tx: EntityManager,
  boardId: string,
  { at, seen, isOnePosting }: Sight,
): Promise<void> {
  if (seen.length === 0) return;
  await tx.query(
    `insert into sightings (id, candidate_id, vacancy_id, board_id, kind, observed_at, closed_at, posting_id, title, url,
       evidence, by_page)
     select gen_random_uuid(), w.candidate_id, w.vacancy_id, w.board_id, s.kind, $2, s."closedAt", s."postingId", s.title,
       s.url, s.evidence, not coalesce(s."watchedIds" ? w.posting_id, false)
     from jsonb_to_recordset($3) as s (kind text, "watchedIds" jsonb, "closedAt" timestamptz, "postingId" text, title text,
       url text, evidence jsonb)
     join watches w on w.board_id = $1 and w.vacancy_id is not null and ($4 or s."watchedIds" ? w.posting_id)`,
    [boardId, at, storableJson(seen), isOnePosting],
  );
}

export interface Arrivals {
  at: Date;
  /** Postings that the board never showed before. */
  arrived: Arrival[];
}

/**
 * Whoever watches a posting that was gone before they came, as after an import of old applications, is told when it is
 * there: absent from two complete lists at least, over a day at least, so that no feed that lags behind its page counts.
 */
export async function leaveArrivals(tx: EntityManager, boardId: string, { at, arrived }: Arrivals): Promise<void> {
  if (arrived.length === 0) return;
  await tx.query(
    `insert into sightings (id, candidate_id, vacancy_id, board_id, kind, observed_at, closed_at, posting_id, title, url,
       evidence)
     select gen_random_uuid(), w.candidate_id, w.vacancy_id, w.board_id, 'reopened', $2::timestamptz,
       date_trunc('milliseconds', w.created_at), a."postingId", a.title, a.url,
       jsonb_build_object('grade', 'same_posting', 'matched', '["posting_id"]'::jsonb, 'daysAbsent',
         extract(day from $2::timestamptz - w.created_at)::integer)
     from jsonb_to_recordset($3) as a ("watchedIds" jsonb, "postingId" text, title text, url text)
     join watches w on w.board_id = $1 and w.vacancy_id is not null and a."watchedIds" ? w.posting_id
     where w.created_at <= $2::timestamptz - interval '24 hours' and 2 <= (
       select count(*) from sweeps where board_id = $1 and at > w.created_at and outcome in ('ok', 'not_modified'))`,
    [boardId, at, storableJson(arrived)],
  );
}
