/** What a sweep of a board came to, and why, in English. What is not told by itself begins small and has no full stop. */
import type {
  BoardAnswerSentences,
  BoardReadingSentences,
  BoardSentences,
  SweepSentences,
  UnreadableBoardSentences,
} from '@app/contracts';
import type { Words } from '../words.js';

const unread = (what: string, { times, since, nextAt }: SweepSentences['not_read'], why: string): string => {
  const often = since === null ? '' : ` ${times} times in a row since ${since}`;
  return `${what}${often}: ${why}. Nothing counts as closed; asked again at ${nextAt}.`;
};

const SWEEPS: Words<SweepSentences> = {
  not_read: (facts, of) => unread('Could not be read', facts, of('why')),
  not_there: (facts, of) => unread('Is not there any more', facts, of('why')),
  never_read: (_, of) =>
    `No open posting was ever seen here: ${of('why')}. Nothing can be told of it until one is; check that the address is right.`,
  read_in_part: (_, of) =>
    `Only a part could be read: ${of('why')}. New postings are seen; one that is not in it counts as missing only where the board says so of that posting.`,
  page_not_there: (_, of) =>
    `The page is not there: ${of('why')}. Its posting counts as absent, and as closed when that is so twice running.`,
  fewer_postings: ({ count, before }) =>
    `Shows ${count} postings where there were ${before}. Nothing counts as closed until three sweeps of about this size, 24 hours apart in all, agree.`,
};

const ANSWERS: Words<BoardAnswerSentences> = {
  answered: ({ status }) => `it answered ${status}`,
  not_asked_for_changes: () => 'it answered 304 without being asked for changes',
  no_answer_in_time: ({ seconds }) => `it did not answer in full within ${seconds} seconds`,
  connection_failed: ({ error }) => `the connection failed (${error})`,
  closed_without_answer: () => 'it closed the connection without an answer',
  answer_breaks_off: () => 'its answer breaks off',
  answer_too_large: ({ megabytes }) => `its answer is larger than ${megabytes} MB`,
  unknown_coding: ({ coding }) => `it answered in the coding "${coding}", which was not asked for`,
  redirects_nowhere: () => 'it redirects to nowhere',
  redirects_without_https: ({ from, to }) => `it redirects from ${from} to ${to} without https`,
  too_many_redirects: ({ most }) => `it redirects more than ${most} times`,
  all_asked_to_wait: () => 'whoever runs it asked all readers to wait',
  robots_forbid: () => 'its robots.txt asks programs like this one not to read this page',
  robots_missing: () => 'its robots.txt cannot be had at the moment, so nothing of it is asked for',
  robots_not_answered: (_, of) => `${of('why')} when asked for its robots.txt`,
  robots_unreadable: (_, of) => `its robots.txt cannot be read: ${of('why')}`,
};

const READINGS: Words<BoardReadingSentences> = {
  no_such_board: () => 'there is no such board',
  not_a_board: ({ slug, provider }) => `"${slug}" is no name of a board at ${provider}`,
  empty_list: () => 'its list is empty, as some providers answer for any name',
  says_closed: () => 'the page itself says that its job is no longer open',
  not_stored: () => 'what the board showed could not be stored; the log of the worker says why',
  unreadable: () => 'what it answered could not be read',
  unfinished: ({ times }) => `reading it was begun ${times} times in a row and never came to an end`,
  too_much_memory: ({ megabytes }) => `reading it took more than ${megabytes} MB of memory`,
  too_much_time: ({ seconds }) => `reading it took more than ${seconds} seconds`,
  parser_ended: (facts) => `its parser ended without an answer (${facts.with})`,
  page_failed: ({ page }, of) => `page ${page}: ${of('why')}`,
  page_repeated: () => 'it repeats a page instead of showing the next',
  postings_missing: ({ total, shown }) => `it says it has ${total} postings and showed ${shown}`,
  too_many_postings: ({ most }) => `it lists more than ${most} postings`,
  too_many_at_once: ({ most }) => `it lists more than ${most} postings at once`,
  too_many_megabytes: ({ most }) => `it shows more than ${most} MB`,
  too_many_pages: ({ most }) => `it has more than ${most} pages`,
  too_slow: () => 'it took too long to show all its pages',
  no_posting_readable: (_, of) => `none of its postings can be read: ${of('why')}`,
  posting_left_out: ({ number, member }) =>
    `posting ${number} was left out: ${member ?? 'it'} is not what it should be`,
  posting_without_title: ({ number, id }) => `posting ${number} (${id}) has no title`,
  markup_left_out: ({ blocks }) => `${blocks} JSON-LD block(s) could not be read`,
  and_more: ({ count }) => `and ${count} more`,
};

const BEFORE_THE_PAGE = {
  challenge: 'a challenge before the page',
  login: 'a login before the page',
  maintenance: 'a notice of maintenance',
};

const UNREADABLE: Words<UnreadableBoardSentences> = {
  nothing: () => 'it answered with nothing',
  web_page: () => 'it answered a web page instead of its feed',
  web_page_too_deep: () => 'it answered a web page that is deeper than any is',
  web_page_breaks_off: () => 'it answered a web page that breaks off',
  xml_too_long: () => 'it answered more XML elements than any board has',
  xml_too_deep: () => 'it answered XML that is deeper than any board is',
  xml_of_another_kind: ({ root }) => `it answered something else than its feed (<${root}>)`,
  xml_breaks_off: () => 'it answered XML that breaks off',
  json_too_long: () => 'it answered more pieces of JSON than any board has',
  json_broken: () => 'it answered JSON that is broken or breaks off',
  json_without_list: () => 'it answered JSON that holds no list of postings',
  error_said: ({ said }) => `it answered an error instead of its postings: ${said}`,
  no_feed_and_no_list: () => 'it answered something else than its feed, and no list of jobs either',
  jobs_not_readable: () => 'its page shows its jobs in a way that cannot be read',
  shows_board: ({ slug, provider, postingId }) => {
    const shows = `the page shows the board "${slug}" at ${provider}`;
    return postingId === null
      ? `${shows}, and neither it nor its address says which posting is meant: give the address of the posting itself`
      : `${shows}: posting ${postingId} is watched there from now on, unless the page showed one of its own before`;
  },
  no_markup: (_, of) => `the page shows no JobPosting markup, and ${of('why')}, so whether it is open cannot be told`,
  before_the_page: ({ stands }) => `it looks like ${BEFORE_THE_PAGE[stands]}`,
  too_long_for_proof: () => 'it is too long to be proof of anything',
  markup_not_readable: () => 'its JobPosting markup cannot be read',
  not_said_to_be_gone: () => 'nothing on it says that the job is gone',
  offers_to_apply: () => 'it says that the job is gone and still offers to apply',
};

export const BOARD_WORDS: Words<BoardSentences> = { ...SWEEPS, ...ANSWERS, ...READINGS, ...UNREADABLE };
