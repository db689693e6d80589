/** SHA-256 of a list of postings, whatever order they were shown in. */
import { createHash } from 'node:crypto';
import type { Posting } from '../rules/posting.js';

export function digestOf(postings: readonly Posting[]): string {
  const lines = postings.map(({ id, title, url, locations, department, jobIds, publishedAt }) =>
    JSON.stringify([id, title, url, locations.toSorted(), department, jobIds.toSorted(), publishedAt]),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}
