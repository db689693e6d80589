import type { CauseSentences } from '@app/contracts';
import type { Words } from '../words.js';
import { appeared } from './plan.words.js';

const END_OVER = {
  draft: 'What ended it is over; it waits for your yes.',
  waiting: 'What ended it is over.',
  held: 'What ended it is over; it is held.',
};

export const CAUSE_WORDS: Words<CauseSentences> = {
  by_candidate: () => 'by_candidate',
  despite_no_letters: ({ until }) => `You want no letters to go until ${until}; this one goes because you said so.`,
  candidate_said: ({ words }) => words,
  changed: ({ subject, body, dueAt }) =>
    [...(subject ? ['subject'] : []), ...(body ? ['body'] : []), ...(dueAt === null ? [] : [`due ${dueAt}`])].join(
      ', ',
    ),
  restored_as: ({ state }) => `It is ${state} again.`,
  one_before_restored: () => 'The one before it was restored.',
  time_of_hold_over: () => 'The time it was held for is over.',
  hold_over: () => 'What it was held for is over.',
  end_over: ({ state }) => END_OVER[state],
  stays_as_it_is: () => 'It stays as it is.',
  interview_ahead_again: () => 'The interview lies ahead again.',
  touch_moved: ({ dueAt }) => `The last touch moved; now due ${dueAt}.`,
  settings_changed: ({ dueAt }) => `The settings changed; now due ${dueAt}.`,
  settings_or_contact_changed: ({ dueAt }) => `The settings or the contact changed; now due ${dueAt}.`,
  interview_at: ({ interviewAt, dueAt }) => `The interview is at ${interviewAt} now; due ${dueAt}.`,
  zone_changed: ({ dueAt }) => `The time zone changed; due ${dueAt}.`,
  touch_taken_back: () => 'That they wrote was taken back.',
  more_roles: ({ total, company }) => `${appeared(total)} at ${company}.`,
};
