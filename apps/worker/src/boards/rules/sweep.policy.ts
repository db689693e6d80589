/** What one sweep of a board changes: who is seen, who is missing, who is closed, who is back. */
import { guard, type GuardVerdict } from './collapse.policy.js';
import { heldOnePosting } from './gone-page.policy.js';
import type { BoardState, KnownPosting, Reopening } from './known-posting.js';
import { foundRow, isAsKnown, missedRow, seenRow, type Absence } from './known-posting.policy.js';
import type { Posting, Reading, Whereabouts } from './posting.js';
import { samePosting } from './posting-evidence.policy.js';
import { nextSweepAt } from './sweep-schedule.policy.js';

export interface SweepRules {
  /** In how many complete sweeps running a posting has to be absent to count as closed. */
  absences: number;
}

export const SWEEP_RULES: SweepRules = { absences: 2 };

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
}

export function newBoard(key: string): BoardState {
  return {
    key,
    sweptAt: null,
    outcome: null,
    note: null,
    nextSweepAt: null,
    baselineAt: null,
    listedAt: null,
    lastGoodCount: null,
    collapse: null,
    failures: 0,
    failingSince: null,
  };
}

/** The same sweep a second time, or one older than the last, changes nothing. */
export function applySweep(sweep: Sweep): Swept {
  const { board, known, reading, at, rules = SWEEP_RULES, lookedUp = new Map() } = sweep;
  if (board.sweptAt !== null && at <= board.sweptAt) return unchanged(board);
  const absence = { at, listedAt: board.listedAt, absences: rules.absences, confirmedSince: null };
  if (reading.outcome === 'board_gone' && sweep.isPage && heldOnePosting(known, board.listedAt)) {
    return withoutPage(sweep, reading.why, absence);
  }
  if (reading.outcome === 'failed' || reading.outcome === 'board_gone') {
    return unchanged(unreadable(board, reading, at));
  }
  const ads = reading.outcome === 'not_modified' ? null : distinct(reading.postings);
  const seen = ads ? see(known, ads, at) : { changes: new Map<string, KnownPosting>(), reopened: [] };
  const read = { ...readable(board, at), outcome: reading.outcome, listedAt: at };
  if (!ads && board.lastGoodCount === null) return unchanged({ ...read, listedAt: board.listedAt });
  if (reading.outcome === 'truncated') {
    const note = `Only a part could be read: ${reading.why}. New postings are seen; one that is not in it counts as missing only where the board says so of that posting.`;
    const lacking = [...lookedUp].filter(([id]) => !ads?.has(id));
    return settle({ board: { ...read, note }, ...seen, closed: [] }, sweep, new Map(lacking), absence);
  }
  // A server that answers "not modified" has compared: the list is the last one again, so who was absent is absent again.
  const isListed = (row: KnownPosting): boolean => (ads ? ads.has(row.id) : row.lastSeenAt === null);
  const verdict = guard(board, countIn(board, reading), at);
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
function withoutPage({ board, known, at }: Sweep, why: string, absence: Absence): Swept {
  const note = `The page is not there: ${why}. Its posting counts as absent, and as closed when that is so twice running.`;
  const missed = [...known.values()].filter(({ status }) => status !== 'closed').map((row) => missedRow(row, absence));
  return {
    board: { ...readable(board, at), outcome: 'board_gone', note },
    changes: new Map(missed.map((row) => [row.id, row])),
    closed: missed.filter(({ status }) => status === 'closed').sort(byId),
    reopened: [],
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

function counted(read: BoardState, verdict: GuardVerdict, count: number, at: Date): BoardState {
  const baselineAt = read.baselineAt ?? at;
  if (verdict.kind !== 'held') return { ...read, baselineAt, lastGoodCount: count, collapse: null };
  const note = `Shows ${count} postings where there were ${read.lastGoodCount}. Nothing counts as closed until three equal sweeps, 24 hours apart in all, agree.`;
  return { ...read, baselineAt, outcome: 'collapsed', note, collapse: verdict.collapse };
}

function readable(board: BoardState, at: Date): BoardState {
  const due = nextSweepAt({ key: board.key, at, failures: 0, retryAfterSeconds: null });
  return { ...board, sweptAt: at, note: null, nextSweepAt: due, failures: 0, failingSince: null };
}

/** Who could not be asked is not missing: no row changes. */
function unreadable(
  board: BoardState,
  reading: Extract<Reading, { outcome: 'failed' | 'board_gone' }>,
  at: Date,
): BoardState {
  const failures = board.failures + 1;
  const failingSince = board.failingSince ?? at;
  const retryAfterSeconds = reading.outcome === 'failed' ? reading.retryAfterSeconds : null;
  const due = nextSweepAt({ key: board.key, at, failures, retryAfterSeconds });
  const what = reading.outcome === 'failed' ? 'Could not be read' : 'Is not there any more';
  const times = failures === 1 ? '' : ` ${failures} times in a row since ${failingSince.toISOString()}`;
  const note = `${what}${times}: ${reading.why}. Nothing counts as closed; asked again at ${due.toISOString()}.`;
  return { ...board, sweptAt: at, outcome: reading.outcome, note, nextSweepAt: due, failures, failingSince };
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
