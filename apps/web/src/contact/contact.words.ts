import type { ContactRole } from '@app/contracts/words';

export const ROLE: Record<ContactRole, string> = {
  recruiter: 'Recruiter',
  hiring_manager: 'Hiring manager',
  agency_recruiter: 'Recruiter of an agency',
  peer: 'Somebody who works there',
};
export const DAYS_SINCE = (days: number | null) => {
  if (days === null) return 'No word yet';
  if (days === 0) return 'In touch today';
  return days === 1 ? 'In touch yesterday' : `In touch ${days} days ago`;
};
