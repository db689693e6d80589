/** What became of each row between two looks at a database. */
import type { Contents } from './stored-rows.js';

type Row = Record<string, unknown>;

export interface Change {
  table: string;
  row: Row;
  /** Null: it is gone. */
  now: Row | null;
  /** Those that differ. */
  columns: string[];
}

/** What names a row where it is no id. */
const KEYS: Record<string, string[]> = {
  follow_up_attempts: ['follow_up_id', 'attempt'],
  idempotency_keys: ['candidate_id', 'route', 'key'],
  address_marks: ['candidate_id', 'address_hash', 'kind'],
  contact_merge_rows: ['merge_id', 'what', 'row_id'],
  deletions: ['subject', 'subject_id'],
  postings: ['board_id', 'posting_id'],
  board_lanes: ['lane'],
  robots: ['origin'],
};

/** Those of `before` that are not as they were. */
export function changedRows(before: Contents, after: Contents): Change[] {
  return Object.entries(before).flatMap(([table, { rows }]) => {
    const keyOf = (row: Row) => JSON.stringify((KEYS[table] ?? ['id']).map((column) => row[column]));
    const found = new Map(after[table]!.rows.map(read).map((row) => [keyOf(row), row]));
    return rows
      .map(read)
      .map((row) => changeOf(table, row, found.get(keyOf(row)) ?? null))
      .filter(({ now, columns }) => now === null || columns.length > 0);
  });
}

const read = (row: string): Row => JSON.parse(row) as Row;

const changeOf = (table: string, row: Row, now: Row | null): Change => ({
  table,
  row,
  now,
  columns: differing(row, now),
});

function differing(row: Row, now: Row | null): string[] {
  return now === null ? [] : Object.keys(row).filter((name) => JSON.stringify(row[name]) !== JSON.stringify(now[name]));
}
