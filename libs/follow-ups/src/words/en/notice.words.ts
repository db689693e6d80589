/** What a command did or found beside what it was asked for, in English. */
import type { NoticeSentences } from '@app/contracts';
import type { Words } from '../words.js';

export const NOTICE_WORDS: Words<NoticeSentences> = {
  looking_turned_off: () =>
    'You took an offer, so you count as not looking for work any more: letters wait from now on. If you still look, PATCH /api/v1/settings with {"looking": true}.',
  looking_turned_on: () =>
    'You count as looking for work again, as before you took an offer: letters that waited go on. If you do not look, PATCH /api/v1/settings with {"looking": false}.',
  not_looking: () =>
    'Your settings say that you are not looking for work: letters are planned, and wait. If you look again, PATCH /api/v1/settings with {"looking": true}.',
  preview_incomplete: () =>
    'More follows from this than could be looked at beforehand. What becomes of letters is all here; reminders of other applications may start, stop or move, too.',
};
