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
  const byId = new Map<string, Posting>();
  for (const posting of postings) {
    const before = byId.get(posting.id);
    byId.set(posting.id, before === undefined ? posting : joined(before, posting));
  }
  return [...byId.values()];
}

function joined(first: Posting, again: Posting): Posting {
  return {
    ...first,
    url: first.url ?? again.url,
    locations: [...new Set([...first.locations, ...again.locations])],
    department: first.department ?? again.department,
    jobIds: [...new Set([...first.jobIds, ...again.jobIds])],
    publishedAt: first.publishedAt ?? again.publishedAt,
  };
}
