/** Rows that do not jump: while somebody points at a list or is in it, it keeps its rows in their places. */

/**
 * `shown` as it stands, with what is known now of each; what has come waits, and what has gone stays as it was last seen, until the
 * list is left alone.
 */
export function still<Row>(shown: readonly Row[], now: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const known = new Map(now.map((row) => [keyOf(row), row]));
  return shown.map((row) => known.get(keyOf(row)) ?? row);
}
