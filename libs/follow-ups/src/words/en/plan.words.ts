import type { PlanSentences } from '@app/contracts';
import type { Words } from '../words.js';

const QUESTION = 'Turned down after talking to a person: one polite question.';

export const PLAN_WORDS: Words<PlanSentences> = {
  one_question: ({ theyWrote }) =>
    theyWrote
      ? `${QUESTION} They wrote something, and no reason is named yet; name one, and it becomes a thank-you.`
      : QUESTION,
  thanks: () => 'They gave their reasons: a thank-you.',
  no_human_contact: ({ stage }) => `Turned down at "${stage}", before a person was involved; there is nobody to ask.`,
  already_pending: () => 'Another letter to this contact has not gone yet; one is enough.',
  beside_another: () => 'Another letter to this contact has not gone yet, so this one waits for your yes.',
  for_another_letter: () => 'Your words were written for another letter, so read them once more.',
  for_somebody_else: ({ hasWords }) =>
    `It was to go to somebody else; ${hasWords ? 'your words are kept, so read them once more' : 'read it, and let it go'}.`,
  some_distance: () => 'Some distance first, then a look from outside.',
  nobody_to_write_to: () => 'There is nobody with a working address to write to; finding one keeps the door open.',
  stays_warm: () => 'A contact stays warm when somebody says hello.',
  teams_change: () => 'Time goes on and teams change: a look at what is open there now.',
  evening_before: () => 'An interview is scheduled: the evening before is for preparing.',
  open_again: ({ cooldownUntil }) => `The vacancy is open again.${cooldown(cooldownUntil)}`,
  draft_for_you: ({ cooldownUntil, wordsKept }) => {
    const kept = wordsKept ? ' The words that you wrote for the earlier one are kept.' : '';
    return `A draft to the same contact, for you to approve.${cooldown(cooldownUntil)}${kept}`;
  },
  posting_gone: () => 'The posting is gone while your application is in process.',
  related_role: ({ title }) => `A related role is advertised: ${title}.`,
  board_gone: () => 'The job board has been gone for 30 days. Nothing counts as closed.',
  new_roles: ({ total, company, contact, waits }) => {
    const wait = waits ? ' The last word of them is less than a week old, so this one waits.' : '';
    return `${appeared(total)} at ${company}, where ${contact} is a warm contact.${wait}`;
  },
  streak: ({ length }) =>
    `${length} rejections in a row: time to look for the pattern instead of sending the next application.`,
};

export const appeared = (total: number): string =>
  total === 1 ? 'A new role appeared' : `${total} new roles appeared`;

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const cooldown = (until: string | null): string =>
  until === null ? '' : ` The waiting time after their no runs until ${DAY.format(new Date(until))}.`;
