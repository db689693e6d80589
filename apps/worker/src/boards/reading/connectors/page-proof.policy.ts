/**
 * Whether a page that shows no posting proves that its job is gone. Walls, shells and pages that lost their markup show none
 * either, so only the job's own words count, and only where nothing on the page speaks against them.
 */
import { CHALLENGE, CLOSED_ELSEWHERE, LOGIN, MAINTENANCE, NOT_OF_A_JOB } from './page-words.js';

type Wall = 'a challenge before the page' | 'a login before the page';

export interface Shown {
  /** Of the JSON-LD blocks, those that speak of a JobPosting. */
  unreadableJobs: number;
  saysClosed: boolean;
  offersToApply: boolean;
  /** There is more than was read of it, so it proves nothing by what it does not show. */
  isCut: boolean;
  /** What stands before the page instead of it, by its elements. */
  wall: Wall | null;
  /** What people read, its white space collapsed, up to where it was cut. */
  text: string;
}

/** What speaks against it; null: the job is gone by the page's own words. */
export function whyNoProof(page: Shown): string | null {
  const wall = page.wall ?? wallIn(page.text);
  if (wall !== null) return `it looks like ${wall}`;
  if (page.isCut) return 'it is too long to be proof of anything';
  if (page.unreadableJobs > 0) return 'its JobPosting markup cannot be read';
  const saysClosed = page.saysClosed || CLOSED_ELSEWHERE.test(page.text);
  if (!saysClosed) return 'nothing on it says that the job is gone';
  return page.offersToApply ? 'it says that the job is gone and still offers to apply' : null;
}

function wallIn(text: string): string | null {
  if (CHALLENGE.test(text)) return 'a challenge before the page';
  if (MAINTENANCE.test(text)) return 'a notice of maintenance';
  return LOGIN.test(text) ? 'a login before the page' : null;
}

/** The text without what it says to be over of something else than a job: the session, the page, the link. */
export function ofJobs(text: string): string {
  return text.replace(NOT_OF_A_JOB, ' ');
}

const CHALLENGING = /captcha|turnstile|challenge-|_incapsula_|distil_|datadome|bm-verify/i;
const FRAMES = new Set(['iframe', 'form']);

/** What an element says of a wall by itself; scripts that watch for robots lie on good pages, too. */
export function wallMark(name: string, attributes: Readonly<Record<string, string>>): Wall | null {
  const { src = '', action = '', id = '' } = attributes;
  const isChallenge = FRAMES.has(name) && CHALLENGING.test(`${src} ${action} ${id}`.slice(0, 2_000));
  if (isChallenge) return 'a challenge before the page';
  const isPassword = name === 'input' && attributes['type']?.toLowerCase() === 'password';
  return isPassword ? 'a login before the page' : null;
}

/** What a script may show, or never does, is said to nobody yet. */
export function isHidden({ hidden, style = '', ...rest }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || rest['aria-hidden'] === 'true' || /display:\s?none|visibility:\s?hidden/i.test(style);
}

const APPLYING = /(?:^|[/_?=-])(?:apply|application|bewerb|bewerben|bewerbung|postuler|candidature)(?:$|[/_?=&#.-])/i;

/** A way to apply, whatever is written on it: an address, or a place to hand in a file. */
export function leadsToApply(
  name: string,
  { href = '', action = '', type }: Readonly<Record<string, string>>,
): boolean {
  const isUpload = name === 'input' && type?.toLowerCase() === 'file';
  return isUpload || APPLYING.test(href.slice(0, 2_000)) || APPLYING.test(action.slice(0, 2_000));
}
