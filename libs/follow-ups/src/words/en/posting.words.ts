/** What keeps a page from filling a form, in English. */
import type { PostingProblemSentences } from '@app/contracts';
import type { Words } from '../words.js';

const WALLS = {
  challenge: 'The site wants to be sure that a person asks, so its page could not be read.',
  login: 'The page can be read only by whoever is signed in there.',
  maintenance: 'The site says that it is being worked on.',
};

export const POSTING_WORDS: Words<PostingProblemSentences> = {
  too_slow: ({ seconds }) => `The page did not answer within ${seconds} seconds.`,
  too_large: ({ megabytes }) => `The page is larger than ${megabytes} MB, so it was not read.`,
  refused_by_robots: () => 'The site asks programs not to read this page, so it was left alone.',
  unreachable: (_, of) => `The page could not be read: ${of('why')}.`,
  private_address: ({ host }) => `"${host}" does not lead to a public address, so it was not asked.`,
  not_there: () => 'There is no page at this address any more.',
  posting_not_listed: () => 'This job is not on its board any more.',
  behind_a_wall: ({ stands }) => WALLS[stands],
  not_a_posting: () => 'The page does not say which job it is about.',
  a_whole_board: () => 'This is a list of jobs. Give the address of the job itself.',
  several_postings: ({ count }) => `The page shows ${count} jobs, and not which one you mean.`,
  unreadable: () => 'What the page answered could not be read.',
};
