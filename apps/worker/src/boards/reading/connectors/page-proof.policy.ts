/**
 * Whether a page that shows no posting proves that its job is gone. Walls, shells and pages that lost their markup show none
 * either, so only the job's own words count, and only where nothing on the page speaks against them.
 */
import { type BoardSentences, ofBoard, type Sentence } from '@app/contracts';
import { CHALLENGE, CLOSED_ELSEWHERE, LOGIN, MAINTENANCE, NOT_OF_A_JOB } from './page-words.js';

type Wall = BoardSentences['before_the_page']['stands'];

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
export function whyNoProof(page: Shown): Sentence | null {
  const wall = wallOf(page);
  if (wall !== null) return ofBoard('before_the_page', { stands: wall });
  if (page.isCut) return ofBoard('too_long_for_proof');
  if (page.unreadableJobs > 0) return ofBoard('markup_not_readable');
  const saysClosed = page.saysClosed || CLOSED_ELSEWHERE.test(page.text);
  if (!saysClosed) return ofBoard('not_said_to_be_gone');
  return page.offersToApply ? ofBoard('offers_to_apply') : null;
}

/** What stands before the page instead of it; null: the page is there. */
export const wallOf = ({ wall, text }: Pick<Shown, 'wall' | 'text'>): Wall | null => wall ?? wallIn(text);

function wallIn(text: string): Wall | null {
  if (CHALLENGE.test(text)) return 'challenge';
  if (MAINTENANCE.test(text)) return 'maintenance';
  return LOGIN.test(text) ? 'login' : null;
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
  if (isChallenge) return 'challenge';
  const isPassword = name === 'input' && attributes['type']?.toLowerCase() === 'password';
  return isPassword ? 'login' : null;
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
