/** Whether the one ad that a page shows is the one that a vacancy at this address means. */
import type { BoardReference } from '@app/contracts';
import type { KnownPosting } from './known-posting.js';
import { namesOf } from './sighted.policy.js';
import { titleWords, wordOverlap } from './title.policy.js';

export interface AtPage {
  board: BoardReference | null;
  title: string;
  /** As watched. */
  postingId: string | null;
  /** Whether other vacancies of the candidate are at the same page. */
  isShared: boolean;
}

/** One page may stand for several jobs that its script or its query tells apart: then an ad speaks for those of its words. */
export function speaksFor(
  { board, title, postingId, isShared }: AtPage,
  seen: Pick<KnownPosting, 'title' | 'url'> & { postingId: string },
): boolean {
  if (board?.provider !== 'jsonld' || !(isShared || board.slug.includes('#'))) return true;
  if (postingId !== null && namesOf({ id: seen.postingId, url: seen.url, jobIds: [] }).includes(postingId)) return true;
  return wordOverlap(titleWords(title), titleWords(seen.title)) > 0;
}
