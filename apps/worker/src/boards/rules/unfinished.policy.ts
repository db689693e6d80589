/** A board whose readings begin and never come to their end, because each takes its worker with it, is left alone for a while. */
import { ofBoard } from '@app/contracts';
import type { Reading } from './posting.js';

const MOST_UNFINISHED = 3;

/** `unfinished`: readings in a row. Null when the board is to be read once more. */
export function givenUp(unfinished: number): (Reading & { outcome: 'failed' }) | null {
  if (unfinished < MOST_UNFINISHED) return null;
  return { outcome: 'failed', why: ofBoard('unfinished', { times: unfinished }), retryAfterSeconds: null };
}

/** After a board was left alone: each further one that does not end counts as a failure at once. */
export const UNFINISHED_AFTER_PEACE = MOST_UNFINISHED - 1;
