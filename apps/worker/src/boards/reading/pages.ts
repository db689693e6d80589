/** All pages of a board together, and what they come to. */
import { because, type BoardPlace, ofBoard, type Sentence } from '@app/contracts';
import type { Page, Row } from './connectors/connector.js';
import { openPostings } from './connectors/listing.js';
import { digestOf } from './digest.js';
import type { Reading, Validators } from '../rules/posting.js';

const MOST_PROBLEMS = 20;

export interface Pages {
  rows: Row[];
  problems: Sentence[];
  listed: number;
  cutShort: Sentence | null;
  showsBoard?: BoardPlace;
  first: Pick<Validators, 'etag' | 'lastModified'>;
}

export function concluded(pages: Pages, known: Validators | null): Reading {
  const { rows, listed, cutShort, showsBoard } = pages;
  if (showsBoard !== undefined)
    return { ...failed(ofBoard('shows_board', { ...showsBoard })), showsNothing: true, showsBoard };
  const problems = shortened(pages.problems);
  if (rows.length === 0 && listed > 0) return failed(because(ofBoard('no_posting_readable'), problems[0]!));
  const postings = openPostings(rows, new Date());
  if (cutShort !== null) return { outcome: 'truncated', postings, why: cutShort };
  const digest = digestOf(postings);
  if (digest === known?.digest) return { outcome: 'not_modified' };
  const { etag, lastModified } = pages.first;
  return { outcome: 'ok', postings, validators: { etag, lastModified, digest }, problems };
}

export function missingOf({ total }: Page, { listed }: Pages): Sentence | null {
  return total !== null && total > listed ? ofBoard('postings_missing', { total, shown: listed }) : null;
}

export function cut(pages: Pages, why: Sentence | null): Pages {
  return { ...pages, cutShort: why };
}

function shortened(problems: Sentence[]): Sentence[] {
  const more = problems.length - MOST_PROBLEMS;
  return more > 0 ? [...problems.slice(0, MOST_PROBLEMS), ofBoard('and_more', { count: more })] : problems;
}

export function failed(
  why: Sentence,
  retryAfterSeconds: number | null = null,
): Extract<Reading, { outcome: 'failed' }> {
  return { outcome: 'failed', why, retryAfterSeconds };
}
