/** What is remembered of a board between two sweeps: one row for the board, one for each posting it ever showed. */
import type { Sentence, SweepOutcome } from '@app/contracts';
import type { Posting } from './posting.js';

export interface KnownPosting extends Omit<Posting, 'publishedAt'> {
  status: 'open' | 'missing' | 'closed';
  firstSeenAt: Date;
  /** Null while it stands in the board's latest list (`listedAt`), so that a sweep rewrites only what changed. */
  lastSeenAt: Date | null;
  /** The first of the absences that count, and how many there were. */
  missingSince: Date | null;
  misses: number;
  /** The last of the absences that count: they are hours apart. */
  missedAt: Date | null;
  closedAt: Date | null;
  /** The posting that its present close was told to have reopened as. */
  succeededBy: string | null;
  /** The posting that it was told to be the reopening of. */
  succeeds: string | null;
  /** The similar role that its present close was told about. */
  similarTo: string | null;
}

export interface BoardState {
  /** Names the board; spreads the sweeps of all boards over the day. */
  key: string;
  sweptAt: Date | null;
  outcome: SweepOutcome | null;
  /** What the outcome means for those who watch, where that is not plain. */
  note: Sentence | null;
  nextSweepAt: Date | null;
  /** The first complete list: what stood in it is not new. */
  baselineAt: Date | null;
  /** The latest list that was read, whole or in part, or confirmed by `not_modified`. */
  listedAt: Date | null;
  lastGoodCount: number | null;
  /** Complete sweeps in a row of about one size, of a board that lost more than half of its postings, or all. */
  collapse: {
    /** In the last of them. */
    count: number;
    largest: number;
    smallest: number;
    sweeps: number;
    since: Date;
    /** The last that counted: they are hours apart. */
    countedAt: Date;
  } | null;
  failures: number;
  failingSince: Date | null;
  /** Since when the board itself is not there, whatever else went wrong meanwhile. */
  goneSince: Date | null;
  /** When its watchers were told of that. */
  goneToldAt: Date | null;
}

/** Why two sights are held to be one vacancy: stored with the alert. */
export interface PostingEvidence {
  grade: 'same_posting' | 'same_requisition' | 'same_title' | 'another_title' | 'related_role' | 'similar_role';
  matched: string[];
  /** From 0 to 1: orders candidates, promises nothing. */
  score: number;
  previousPostingId: string;
  previousUrl: string | null;
  previousTitle: string;
  title: string;
  postingId: string;
  url: string | null;
  /** The last sight of the previous posting. */
  lastSeenAt: Date;
  /** Since when this one is there: its first sight, or the first one again of the same. */
  firstSeenAt: Date;
  daysAbsent: number;
}

export interface Reopening {
  posting: KnownPosting;
  closedAt: Date;
  seenAs: KnownPosting;
  evidence: PostingEvidence;
  /** This very close was already told to have reopened, as another posting. */
  toldBefore: boolean;
}
