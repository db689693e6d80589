/** One ad as a board shows it, whatever the provider: only what closing, reopening and matching are decided from. */
import type { BoardPlace, Sentence } from '@app/contracts';

export interface Posting {
  /** The provider's own id, as text. */
  id: string;
  /** As shown, blanks at its ends included. */
  title: string;
  url: string | null;
  /** As shown; empty when the board says nothing. */
  locations: string[];
  department: string | null;
  /** Ids of the job behind the ad (requisition, job, reference, identifier), prefixed by their kind: `requisition:R-12263`. */
  jobIds: string[];
  /** When the board says it was first published; null where it does not. */
  publishedAt: Date | null;
}

/** What one sweep of a board came to, as the connector saw it. `collapsed` is concluded later, from the counts. */
export type Reading =
  | { outcome: 'ok'; postings: Posting[]; validators: Validators; problems: Sentence[] }
  | { outcome: 'not_modified' }
  | { outcome: 'board_gone'; why: Sentence }
  /**
   * `showsNothing`: it answered with what shows no posting, nor that there is none. `showsBoard`: what was asked is only a page
   * that shows it.
   */
  | {
      outcome: 'failed';
      why: Sentence;
      retryAfterSeconds: number | null;
      showsNothing?: true;
      showsBoard?: BoardPlace;
    }
  | { outcome: 'truncated'; postings: Posting[]; why: Sentence };

/** What is known of one posting that was asked for by itself. */
export type Whereabouts = 'open' | 'gone' | 'unknown';

/** What the server gave to ask with next time (RFC 9110, 13.1); `digest` is SHA-256 of the normalised list. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
  digest: string;
}
