import type { Stage } from '@app/contracts/words';

export const STAGE: Record<Stage, string> = {
  saved: 'Saved',
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
  accepted: 'Accepted',
  rejected: 'Turned down',
  withdrawn: 'Withdrawn',
};

export const withPerson = (name: string) => `with ${name}`;
export const at = (title: string, companyName: string) => `${title} at ${companyName}`;

export const LINE = 'What was, and what comes';
export const NOW = 'Now';
/** Where nothing lies ahead. */
export const EMPTY_PLAN = {
  a_no_would_plan: 'A no becomes a plan here. Nothing goes at once: you can read, change and stop each letter first.',
  nothing_left: 'Nothing is planned any more.',
  nothing: null,
} as const;
export const VACANCY = 'The job';
export const THEIR_PAGE = 'Their page';
export const PERSON = 'The person';
export const RECORD_NO = 'Record a no';
export const ADD = 'Add an application';
/** Of the story, while it stands. */
export const THEY_SAID_NO = 'They said no';

/** On paper, before the last few. */
export const earlierOnes = (count: number) => `And ${count} earlier.`;
