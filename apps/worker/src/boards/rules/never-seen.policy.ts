/** Which watched postings a board that shows others never showed: a wrong id, or one that was gone before. */
import type { KnownPosting } from './known-posting.js';
import { namesOf } from './sighted.policy.js';

export function neverSeen(watched: ReadonlySet<string>, known: ReadonlyMap<string, KnownPosting>): string[] {
  if (known.size === 0) return [];
  const unknown = [...watched].filter((id) => !known.has(id));
  if (unknown.length === 0) return [];
  // Reading an address takes its time, so only where somebody watches by another name than the feed's.
  const names = new Set([...known.values()].flatMap(namesOf));
  return unknown.filter((id) => !names.has(id)).sort();
}
