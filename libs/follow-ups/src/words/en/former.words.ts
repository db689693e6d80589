import type { FormerSentences } from '@app/contracts';
import type { Words } from '../words.js';

export const FORMER_WORDS: Words<FormerSentences> = {
  no_longer_interview_stage: () => 'The application is no longer in the interview stage.',
  no_application_rejected: () => 'No application with this contact is rejected any more.',
  recorded_anew: () => 'The rejection was recorded anew.',
  interview_scheduled_anew: () => 'The interview was scheduled anew.',
  half_year_on: () => 'Half a year on, teams change.',
  address_missing: ({ for: what }) =>
    `There is no address to ${what === 'letters' ? 'write from' : 'remind you at'}; set yours under /api/v1/me.`,
  sender_part_missing: ({ missing }) => `There is no ${missing} to write from; set yours under /api/v1/me.`,
  address_there: () => 'There is an address to write from now.',
  sender_there: () => 'What was missing of whom it is from is there now.',
  another_just_gone: () => 'Another letter has just gone; some time between them.',
  letter_went: ({ to, at, orTakenBack }) => {
    const about = `an application there that you deleted${orTakenBack ? ' or a rejection that you took back' : ''}`;
    return `A letter went to ${to} on ${at}, about ${about}. If this is the same one, they have been asked.`;
  },
};
