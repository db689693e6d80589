/** All pages of a board together, and what they come to. */
import type { BoardPlace } from '@app/contracts';
import type { Page, Row } from './connectors/connector.js';
import { openPostings } from './connectors/listing.js';
import { digestOf } from './digest.js';
import type { Reading, Validators } from '../rules/posting.js';

const MOST_PROBLEMS = 20;

export interface Pages {
  rows: Row[];
  problems: string[];
  listed: number;
  cutShort: string | null;
  showsBoard?: BoardPlace;
  first: Pick<Validators, 'etag' | 'lastModified'>;
}

export function concluded(pages: Pages, known: Validators | null): Reading {
  const { rows, listed, cutShort, showsBoard } = pages;
  if (showsBoard !== undefined) return { ...failed(whatItShows(showsBoard)), showsNothing: true, showsBoard };
  const problems = shortened(pages.problems);
  if (rows.length === 0 && listed > 0) return failed(`none of its postings can be read: ${problems[0]}`);
  const postings = openPostings(rows, new Date());
  if (cutShort !== null) return { outcome: 'truncated', postings, why: cutShort };
  const digest = digestOf(postings);
  if (digest === known?.digest) return { outcome: 'not_modified' };
  const { etag, lastModified } = pages.first;
  return { outcome: 'ok', postings, validators: { etag, lastModified, digest }, problems };
}

function whatItShows({ provider, slug, postingId }: BoardPlace): string {
  const shows = `the page shows the board "${slug}" at ${provider}`;
  return postingId === null
    ? `${shows}, and neither it nor its address says which posting is meant: give the address of the posting itself`
    : `${shows}: posting ${postingId} is watched there from now on, unless the page showed one of its own before`;
}

export function missingOf({ total }: Page, { listed }: Pages): string | null {
  return total !== null && total > listed ? `it says it has ${total} postings and showed ${listed}` : null;
}

export function cut(pages: Pages, why: string | null): Pages {
  return { ...pages, cutShort: why };
}

function shortened(problems: string[]): string[] {
  const more = problems.length - MOST_PROBLEMS;
  return more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `and ${more} more`] : problems;
}

export function failed(why: string, retryAfterSeconds: number | null = null): Extract<Reading, { outcome: 'failed' }> {
  return { outcome: 'failed', why, retryAfterSeconds };
}
