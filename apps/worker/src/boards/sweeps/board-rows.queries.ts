/** A board and its postings between rows and what the policies know of them. */
import type { Board } from '@app/database';
import type { EntityManager } from 'typeorm';
import { storableJson } from '../storable-json.js';
import type { BoardState, KnownPosting } from '../rules/known-posting.js';

export function stateOf(board: Board): BoardState {
  const { collapse } = board;
  return {
    key: `${board.provider}/${board.slug}`,
    sweptAt: board.lastSweepAt,
    outcome: board.lastOutcome,
    note: board.lastWhyCode === null ? null : { code: board.lastWhyCode, facts: board.lastWhyFacts },
    nextSweepAt: board.nextSweepAt,
    baselineAt: board.baselineAt,
    listedAt: board.listedAt,
    lastGoodCount: board.lastGoodCount,
    collapse: collapse && collapseOf(collapse),
    failures: board.failures,
    failingSince: board.failingSince,
    goneSince: board.goneSince,
    goneToldAt: board.goneToldAt,
  };
}

function collapseOf({ count, sweeps, since, largest = count, smallest = count, countedAt = since }: Kept): Collapse {
  return { count, sweeps, largest, smallest, since: new Date(since), countedAt: new Date(countedAt) };
}

type Kept = NonNullable<Board['collapse']>;
type Collapse = NonNullable<BoardState['collapse']>;

export async function knownPostings(tx: EntityManager, boardId: string): Promise<Map<string, KnownPosting>> {
  const rows: KnownPosting[] = await tx.query(
    `select posting_id as id, title, url, locations, department, job_ids as "jobIds", status,
       first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt", missing_since as "missingSince", misses,
       missed_at as "missedAt", closed_at as "closedAt", succeeded_by as "succeededBy", succeeds, similar_to as "similarTo"
     from postings where board_id = $1`,
    [boardId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** In one statement, however many. */
export async function savePostings(
  tx: EntityManager,
  boardId: string,
  postings: Iterable<KnownPosting>,
): Promise<void> {
  const rows = [...postings];
  if (rows.length === 0) return;
  await tx.query(
    `insert into postings (board_id, posting_id, title, url, locations, department, job_ids, status, first_seen_at,
       last_seen_at, missing_since, misses, missed_at, closed_at, succeeded_by, succeeds, similar_to)
     select $1, id, title, url, locations, department, "jobIds", status, "firstSeenAt",
       "lastSeenAt", "missingSince", misses, "missedAt", "closedAt", "succeededBy", succeeds, "similarTo"
     from jsonb_to_recordset($2) as row (id text, title text, url text, locations jsonb, department text, "jobIds" jsonb,
       status text, "firstSeenAt" timestamptz, "lastSeenAt" timestamptz, "missingSince" timestamptz, misses integer,
       "missedAt" timestamptz, "closedAt" timestamptz, "succeededBy" text, succeeds text, "similarTo" text)
     on conflict (board_id, posting_id) do update set title = excluded.title, url = excluded.url,
       locations = excluded.locations, department = excluded.department, job_ids = excluded.job_ids,
       status = excluded.status, last_seen_at = excluded.last_seen_at, missing_since = excluded.missing_since,
       misses = excluded.misses, missed_at = excluded.missed_at, closed_at = excluded.closed_at, succeeded_by = excluded.succeeded_by,
       succeeds = excluded.succeeds, similar_to = excluded.similar_to`,
    [boardId, storableJson(rows)],
  );
}
