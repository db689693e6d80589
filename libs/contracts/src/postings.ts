/** Addresses of jobs, read to fill a form: how far that is, and why one could not be read. */
import type { Facts, Sentence } from './sentences.js';

export const POSTING_STATES = ['waiting', 'reading', 'read', 'failed'] as const;
export type PostingState = (typeof POSTING_STATES)[number];

type None = Readonly<Record<never, never>>;

/** What keeps a page from filling a form. The sentence within, `why`: what its server came to. */
export interface PostingProblemSentences {
  too_slow: { seconds: number };
  too_large: { megabytes: number };
  refused_by_robots: None;
  unreachable: None;
  private_address: { host: string };
  not_there: None;
  /** Of a board that is there. */
  posting_not_listed: None;
  behind_a_wall: { stands: 'challenge' | 'login' | 'maintenance' };
  not_a_posting: None;
  /** No posting of it is meant. */
  a_whole_board: None;
  several_postings: { count: number };
  unreadable: None;
}
export type PostingProblemCode = keyof PostingProblemSentences;

type FactsOf<C extends PostingProblemCode> = PostingProblemSentences[C];

/** Its facts are those of its code. */
export function postingProblem<C extends PostingProblemCode>(
  code: C,
  ...[facts]: Partial<FactsOf<C>> extends FactsOf<C> ? [facts?: FactsOf<C>] : [facts: FactsOf<C>]
): Sentence {
  return { code, facts: { ...(facts as Facts | undefined) } };
}
