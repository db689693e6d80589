/** The news in English. */
import type { LetterKind, NewsSentences, TouchKind } from '@app/contracts';
import type { Words } from '../words.js';

const LETTERS: Record<LetterKind, string> = {
  feedback_request: 'The question',
  thank_you: 'The thank-you',
  reopened_outreach: 'The letter about a new opening',
};
const WAYS: Partial<Record<TouchKind, string>> = { mail: 'wrote', call: 'called' };

export const NEWS_WORDS: Words<NewsSentences> = {
  letter_sent: ({ kind, contactName }) => `${LETTERS[kind]} to ${contactName} went.`,
  answered: ({ contactName }) => `${contactName} answered.`,
  contact_wrote: ({ kind, contactName }) => `${contactName} ${WAYS[kind] ?? 'was in touch'}.`,
  vacancy_closed: ({ title, companyName }) => `${title} at ${companyName} closed.`,
  vacancy_reopened: ({ title, companyName }) => `${title} at ${companyName} is open again.`,
};
