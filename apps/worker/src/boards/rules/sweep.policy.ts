/** What one sweep of a board changes: who is seen, who is missing, who is closed, who is back. */
import { because, ofBoard, type Sentence } from '@app/contracts';
import { absencesNeeded, APART_MS, SWEEP_RULES, type SweepRules } from './absence.policy.js';
import { counted, neverRead, readable, unreadable } from './board-state.policy.js';
import { guard, type GuardVerdict } from './collapse.policy.js';
import { heldOnePosting, lastPosting, underFormerId } from './gone-page.policy.js';
import type { BoardState, KnownPosting, Reopening } from './known-posting.js';
import { foundRow, isAsKnown, missedRow, seenRow, type Absence } from './known-posting.policy.js';
import type { Posting, Reading, Whereabouts } from './posting.js';
import { samePosting } from './posting-evidence.policy.js';

export interface Sweep {
  board: BoardState;
  known: ReadonlyMap<string, KnownPosting>;
  reading: Reading;
  at: Date;
  rules?: SweepRules;
  /** Of the postings that the list lacks, those that were asked for one by one. */
  lookedUp?: ReadonlyMap<string, Whereabouts>;
  /** It is one page of a site, and no provider's board. */
  isPage?: boolean;
}

export interface Swept {
  board: BoardState;
  /** The rows to write, by id; what is not in here is as before. */
  changes: Map<string, KnownPosting>;
  closed: KnownPosting[];
  reopened: Reopening[];
  /** Closed, of a page that was found gone twice: told to everybody who watches it, once each. */
  gonePosting?: KnownPosting;
}

/** The same sweep a second time, or one older than the last, changes nothing. */
export function applySweep(sweep: Sweep): Swept {
  const { board, known, reading, at, rules = SWEEP_RULES, lookedUp = new Map() } = sweep;
  if (board.sweptAt !== null && at <= board.sweptAt) return unchanged(board);
  if (wasNeverRead(sweep)) return unchanged(neverRead(board, reading, at, sweep.isPage === true));
  const isOnePosting = sweep.isPage === true && heldOnePosting(known, board.listedAt);
  const absences = absencesNeeded(rules, board.lastGoodCount, isOnePosting);
  const absence = { at, listedAt: board.listedAt, absences, confirmedSince: null };
  if (reading.outcome === 'board_gone' && isOnePosting) return withoutPage(sweep, reading.why, absence);
  if (reading.outcome === 'failed' || reading.outcome === 'board_gone') {
    return unchanged(unreadable(board, reading, at));
  }
  const listed = reading.outcome === 'not_modified' ? null : distinct(reading.postings);
  const ads = listed !== null && isOnePosting ? underFormerId(listed, known) : listed;
  const seen = ads ? see(known, ads, at) : { changes: new Map<string, KnownPosting>(), reopened: [] };
  const read = { ...readable(board, at), outcome: reading.outcome, listedAt: at };
  if (reading.outcome === 'truncated') {
    const note = because(ofBoard('read_in_part'), reading.why);
    const lacking = [...lookedUp].filter(([id]) => !ads?.has(id));
    return settle({ board: { ...read, note }, ...seen, closed: [] }, sweep, new Map(lacking), absence);
  }
  // A server that answers "not modified" has compared: the list is the last one again, so who was absent is absent again.
  const isListed = (row: KnownPosting): boolean => (ads ? ads.has(row.id) : row.lastSeenAt === null);
  const verdict: GuardVerdict = isOnePosting ? { kind: 'good' } : guard(board, countIn(board, reading), at);
  const closed: KnownPosting[] = [];
  for (const row of known.values()) {
    if (row.status === 'closed' || isListed(row)) continue;
    const isOpen = lookedUp.get(row.id) === 'open';
    const missed = isOpen ? foundRow(row, at) : miss(row, verdict, absence);
    if (missed !== row) seen.changes.set(row.id, missed);
    if (missed.status === 'closed') closed.push(missed);
  }
  return { board: counted(read, verdict, countIn(board, reading), at), ...seen, closed: closed.sort(byId) };
}

/** It answered, and neither this time nor before was there a posting. */
function wasNeverRead({ board, known, reading }: Sweep): boolean {
  if (known.size > 0 || (board.lastGoodCount ?? 0) > 0) return false;
  if (reading.outcome === 'ok') return reading.postings.length === 0;
  return reading.outcome === 'not_modified' || (reading.outcome === 'failed' && reading.showsNothing === true);
}

/** Whether this reading shows so little that nobody is missing. */
export function isHeld({ board, reading, at }: Pick<Sweep, 'board' | 'reading' | 'at'>): boolean {
  const isComplete = reading.outcome === 'ok' || reading.outcome === 'not_modified';
  return isComplete && guard(board, countIn(board, reading), at).kind === 'held';
}

function countIn(board: BoardState, reading: Reading): number {
  if ('postings' in reading) return new Set(reading.postings.map(({ id }) => id)).size;
  return board.collapse?.count ?? board.lastGoodCount ?? 0;
}

/** An answer like any other: asked again in the usual time, and absent again then. */
function withoutPage({ board, known, at }: Sweep, why: Sentence, absence: Absence): Swept {
  const note = because(ofBoard('page_not_there'), why);
  const missed = [...known.values()].filter(({ status }) => status !== 'closed').map((row) => missedRow(row, absence));
  const changes = new Map(missed.map((row) => [row.id, row]));
  const last = lastPosting([...new Map([...known, ...changes]).values()]);
  const goneSince = board.goneSince ?? at;
  const isTold = last?.status === 'closed' && at.getTime() - goneSince.getTime() >= APART_MS;
  const goneToldAt = isTold ? (board.goneToldAt ?? at) : null;
  return {
    board: { ...readable(board, at), outcome: 'board_gone', note, goneSince, goneToldAt },
    changes,
    closed: missed.filter(({ status }) => status === 'closed').sort(byId),
    reopened: [],
    ...(isTold && { gonePosting: last }),
  };
}

/** What a part of a list leaves open, the answers for single postings may tell; not while the board is held to be broken. */
function settle(
  part: Swept,
  { board, known }: Sweep,
  lacking: ReadonlyMap<string, Whereabouts>,
  absence: Absence,
): Swept {
  const { changes, closed, reopened } = part;
  for (const [id, whereabouts] of lacking) {
    const row = known.get(id);
    if (row === undefined) continue;
    if (whereabouts === 'open') {
      const found = foundRow(row, absence.at);
      changes.set(id, found);
      if (row.status === 'closed') reopened.push(samePosting(row, found, absence.at));
    }
    if (whereabouts === 'gone' && row.status !== 'closed' && board.collapse === null) {
      const missed = missedRow(row, absence);
      changes.set(id, missed);
      if (missed.status === 'closed') closed.push(missed);
    }
  }
  closed.sort(byId);
  reopened.sort((one, other) => byId(one.posting, other.posting));
  return part;
}

/** A closed posting in the list has reopened; it is itself the best evidence. */
function see(known: Sweep['known'], ads: Map<string, Posting>, at: Date): Pick<Swept, 'changes' | 'reopened'> {
  const changes = new Map<string, KnownPosting>();
  const reopened: Reopening[] = [];
  for (const ad of ads.values()) {
    const row = known.get(ad.id);
    if (row && row.status === 'open' && row.lastSeenAt === null && isAsKnown(row, ad)) continue;
    const now = seenRow(row, ad, at);
    changes.set(ad.id, now);
    if (row?.status === 'closed') reopened.push(samePosting(row, now, at));
  }
  return { changes, reopened: reopened.sort((one, other) => byId(one.posting, other.posting)) };
}

function miss(row: KnownPosting, verdict: GuardVerdict, absence: Absence): KnownPosting {
  if (verdict.kind === 'confirmed') return missedRow(row, { ...absence, confirmedSince: verdict.since });
  if (verdict.kind === 'good') return missedRow(row, absence);
  return row.lastSeenAt === null ? { ...row, lastSeenAt: absence.listedAt ?? row.firstSeenAt } : row;
}

function unchanged(board: BoardState): Swept {
  return { board, changes: new Map(), closed: [], reopened: [] };
}

/** Of two ads with one id the same one is taken whatever their order. */
function distinct(postings: readonly Posting[]): Map<string, Posting> {
  const ads = new Map<string, Posting>();
  for (const ad of postings) {
    const other = ads.get(ad.id);
    if (!other || JSON.stringify(ad) < JSON.stringify(other)) ads.set(ad.id, ad);
  }
  return ads;
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
