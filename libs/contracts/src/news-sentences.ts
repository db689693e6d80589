/** What happened since somebody looked last, a line each: each code, and the facts that belong to it. */
import type { LetterKind, TouchKind } from './words.js';

interface Job {
  title: string;
  companyName: string;
}
/** Null: of no application, or of one that is deleted. */
type JobOrNone = { [Name in keyof Job]: Job[Name] | null };

export interface NewsSentences {
  letter_sent: { kind: LetterKind; contactName: string } & JobOrNone;
  answered: { contactName: string } & JobOrNone;
  contact_wrote: { kind: TouchKind; contactName: string };
  vacancy_closed: Job;
  vacancy_reopened: Job;
}
export type NewsCode = keyof NewsSentences;
