/** What a sweep of a board came to, and why: each code, and the facts that belong to it. */
import type { Facts, Sentence } from './sentences.js';
import type { BoardProvider } from './words.js';

type None = Readonly<Record<never, never>>;
type Moment = string;

/** What is told of a board after a sweep. The sentence within, `why`: what it came to. */
export interface SweepSentences {
  /** `since`: null of a first time. */
  not_read: { times: number; since: Moment | null; nextAt: Moment };
  not_there: { times: number; since: Moment | null; nextAt: Moment };
  never_read: None;
  read_in_part: None;
  page_not_there: None;
  /** No sentence within. */
  fewer_postings: { count: number; before: number };
}

/** What the way to it, or its server, came to. An address that is not asked says why itself. */
export interface BoardAnswerSentences {
  answered: { status: number };
  not_asked_for_changes: None;
  no_answer_in_time: { seconds: number };
  connection_failed: { error: string };
  closed_without_answer: None;
  answer_breaks_off: None;
  answer_too_large: { megabytes: number };
  unknown_coding: { coding: string };
  redirects_nowhere: None;
  redirects_without_https: { from: string; to: string };
  too_many_redirects: { most: number };
  all_asked_to_wait: None;
  robots_forbid: None;
  robots_missing: None;
  /** The sentence within, `why`: what asking for it, or reading it, came to. */
  robots_not_answered: None;
  robots_unreadable: None;
}

/** What came of reading what it showed. */
export interface BoardReadingSentences {
  no_such_board: None;
  not_a_board: { slug: string; provider: BoardProvider };
  empty_list: None;
  says_closed: None;
  not_stored: None;
  unreadable: None;
  unfinished: { times: number };
  too_much_memory: { megabytes: number };
  too_much_time: { seconds: number };
  parser_ended: { with: string };
  // Of its pages.
  page_failed: { page: number };
  page_repeated: None;
  postings_missing: { total: number; shown: number };
  too_many_postings: { most: number };
  too_many_at_once: { most: number };
  too_many_megabytes: { most: number };
  too_many_pages: { most: number };
  too_slow: None;
  // Of its postings. The sentence within, `why`: what is wrong with the first.
  no_posting_readable: None;
  posting_left_out: { number: number; member: string | null };
  posting_without_title: { number: number; id: string };
  markup_left_out: { blocks: number };
  and_more: { count: number };
}

/** What it answered instead of its postings. */
export interface UnreadableBoardSentences {
  nothing: None;
  web_page: None;
  web_page_too_deep: None;
  web_page_breaks_off: None;
  xml_too_long: None;
  xml_too_deep: None;
  xml_of_another_kind: { root: string };
  xml_breaks_off: None;
  json_too_long: None;
  json_broken: None;
  json_without_list: None;
  error_said: { said: string };
  no_feed_and_no_list: None;
  jobs_not_readable: None;
  // Of a page with one posting.
  shows_board: { slug: string; provider: BoardProvider; postingId: string | null };
  /** The sentence within, `why`: what keeps it from being proof that the job is gone. */
  no_markup: None;
  before_the_page: { stands: 'challenge' | 'login' | 'maintenance' };
  too_long_for_proof: None;
  markup_not_readable: None;
  not_said_to_be_gone: None;
  offers_to_apply: None;
}

export interface BoardSentences
  extends SweepSentences, BoardAnswerSentences, BoardReadingSentences, UnreadableBoardSentences {}
export type BoardCode = keyof BoardSentences;

type FactsOf<C extends BoardCode> = BoardSentences[C];

/** A sentence about a board; its facts are those of its code. */
export function ofBoard<C extends BoardCode>(
  code: C,
  ...[facts]: Partial<FactsOf<C>> extends FactsOf<C> ? [facts?: FactsOf<C>] : [facts: FactsOf<C>]
): Sentence {
  return { code, facts: { ...(facts as Facts | undefined) } };
}
