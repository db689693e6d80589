import type { AddedAt } from './adding.policy.js';

export const TITLE = 'Add an application';
export const CLOSE = 'Close';
export const AS_LEFT = 'As you left it.';
export const EMPTY_IT = 'Start again';

export const ADDRESS = 'The job’s address';
export const ADDRESS_HINT = 'Paste it, and what its page says is filled in. Without one, go on below.';
export const NO_ADDRESS = 'This is no web address. Paste it from the browser, or leave it out.';
export const READING = 'Its page is being read. Go on meanwhile; what you type stays.';
export const READ = 'What the page says is filled in below.';
export const NOT_READ = 'Fill it in by hand.';
/** A job board is asked at a host of its own: nobody has mistyped that one. */
export const whyUnread = ({ facts, detail }: { facts: Readonly<Record<string, unknown>>; detail: string }) =>
  facts['why'] === 'host_unresolvable'
    ? `The page could not be read: ${String(facts['why.host'])} is not found. This machine may be offline, or the address mistyped.`
    : detail;
export const RECORDED = 'You recorded this job already:';
export const FROM_PAGE = 'from the page';
/** Of what nobody has typed in since. */
export const asOnPage = (label: string) => `${label} · ${FROM_PAGE}`;

export const COMPANY = 'Company';
export const JOB = 'Job';
export const PLACE = 'Place';
export const REQUIREMENTS = 'What they ask for';
export const MORE = 'Place, and what they ask for';
export const HOW_FAR = 'How far it is';
export const STAGE: Record<AddedAt, string> = {
  saved: 'Kept for later',
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
};
export const APPLIED_WHEN = 'Applied when, if not now';
export const WHO = 'A person there';
export const WHO_HINT = 'If you know one.';
export const WHO_ADDRESS = 'Their address';
export const WHO_ADDRESS_HINT = 'E-mail. Nothing goes to it by itself now.';
