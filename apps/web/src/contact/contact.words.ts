import type { ContactRole } from '@app/contracts/words';

export const ROLE: Record<ContactRole, string> = {
  recruiter: 'Recruiter',
  hiring_manager: 'Hiring manager',
  agency_recruiter: 'Recruiter of an agency',
  peer: 'Somebody who works there',
  adviser: 'Somebody who helps',
};
export const DAYS_SINCE = (days: number | null) => {
  if (days === null) return 'No word yet.';
  if (days === 0) return 'In touch today.';
  return days === 1 ? 'In touch yesterday.' : `In touch ${days} days ago.`;
};

/** Where the bar ends. */
export const COLD = 'half a year on';
export const nextWord = (on: string) => `The next word to them is due ${on}.`;

export const DO_NOT_WRITE = 'Do not write to them';
export const WRITE_AGAIN = 'Allow letters again';
/** How it stands. */
export const NOT_WRITTEN_TO = 'Nobody writes to them from here.';
/** Said once it is done. */
export const REACHED = { off: 'No letter goes to them any more.', on: 'They may be written to again.' } as const;
