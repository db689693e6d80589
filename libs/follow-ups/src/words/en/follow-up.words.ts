/** Every sentence about a follow-up, in English. */
import type { FollowUpSentences } from '@app/contracts';
import type { Words } from '../words.js';
import { CAUSE_WORDS } from './cause.words.js';
import { DEED_WORDS } from './deed.words.js';
import { FORMER_WORDS } from './former.words.js';
import { PLAN_WORDS } from './plan.words.js';
import { REASON_WORDS } from './reason.words.js';
import { SENDING_WORDS } from './sending.words.js';

export const FOLLOW_UP_WORDS: Words<FollowUpSentences> = {
  ...REASON_WORDS,
  ...PLAN_WORDS,
  ...DEED_WORDS,
  ...CAUSE_WORDS,
  ...SENDING_WORDS,
  ...FORMER_WORDS,
  as_written: ({ text }) => text,
};
