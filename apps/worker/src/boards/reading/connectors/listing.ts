/** The rows of all pages as one list of postings: the same id is one posting, with all its places. */
import type { Posting } from '../../rules/posting.js';
import type { Row } from './connector.js';
import { withoutConstantIds } from './job-ids.js';

/** What is open at this moment. */
export function openPostings(rows: readonly Row[], now: Date): Posting[] {
  const open = rows.filter(({ closedFrom }) => closedFrom === null || closedFrom > now);
  return withoutConstantIds(merged(open.map(({ posting }) => posting)));
}

function merged(postings: readonly Posting[]): Posting[] {
  const byId = Map.groupBy(postings, ({ id }) => id);
  return [...byId.values()].map((lines) => (lines.length === 1 ? lines[0]! : joined(lines)));
}

function joined(lines: readonly Posting[]): Posting {
  const known = <Field extends 'url' | 'department' | 'publishedAt'>(field: Field): Posting[Field] =>
    lines.find((line) => line[field] !== null)?.[field] ?? null;
  return {
    ...lines[0]!,
    url: known('url'),
    locations: [...new Set(lines.flatMap(({ locations }) => locations))],
    department: known('department'),
    jobIds: [...new Set(lines.flatMap(({ jobIds }) => jobIds))],
    publishedAt: known('publishedAt'),
  };
}
