/** What a sweep leaves behind for the board itself: its state, its next hour, and a line in its history. */
import type { Facts, Sentence } from '@app/contracts';
import { Board, Sweep } from '@app/database';
import type { EntityManager } from 'typeorm';
import type { BoardState } from '../rules/known-posting.js';
import type { Reading } from '../rules/posting.js';

const SWEEPS_KEPT = 200;
const CLOSED_KEPT = '2 years';
const FACT_CHARACTERS = 1_000;
const NEVER_IDLE_MS = 12 * 3_600_000;

export interface Finished {
  reading: Reading;
  at: Date;
  ms: number;
  openPostings: number;
  /** Watched postings that the board never showed; null: this reading does not tell. */
  neverSeen: string[] | null;
  /** Readings in a row that began and never ended. */
  unfinished: number;
}

export async function saveSweep(
  tx: EntityManager,
  board: Board,
  state: BoardState,
  { reading, at, ms, openPostings, neverSeen, unfinished }: Finished,
): Promise<void> {
  const [whyCode, whyFacts] = [state.note?.code ?? null, state.note === null ? {} : storable(state.note)];
  // Whatever was decided, a board that was just swept is not due.
  const due = state.nextSweepAt !== null && state.nextSweepAt > at;
  const nextSweepAt = due ? state.nextSweepAt : new Date(at.getTime() + NEVER_IDLE_MS);
  await tx.update(
    Board,
    { id: board.id },
    {
      nextSweepAt,
      notBefore: peaceUntil(reading, at),
      lastSweepAt: at,
      lastOutcome: state.outcome,
      lastWhyCode: whyCode,
      lastWhyFacts: whyFacts,
      openPostings,
      ...(neverSeen && { neverSeen }),
      baselineAt: state.baselineAt,
      listedAt: state.listedAt,
      lastGoodCount: state.lastGoodCount,
      collapse: state.collapse && {
        ...state.collapse,
        since: state.collapse.since.toISOString(),
        countedAt: state.collapse.countedAt.toISOString(),
      },
      validators: validatorsAfter(board, reading),
      failures: state.failures,
      failingSince: state.failingSince,
      unfinishedReadings: unfinished,
      goneSince: state.goneSince,
      goneToldAt: state.goneToldAt,
      leaseToken: null,
      leaseUntil: null,
    },
  );
  const postings = 'postings' in reading ? reading.postings.length : null;
  await tx.insert(Sweep, {
    boardId: board.id,
    at,
    outcome: state.outcome ?? 'failed',
    postings,
    ms,
    whyCode,
    whyFacts,
  });
  await tx.query(
    `delete from sweeps where board_id = $1 and id <= (select id from sweeps where board_id = $1
       order by id desc offset $2 limit 1)`,
    [board.id, SWEEPS_KEPT],
  );
  await tx.query(
    `delete from postings where board_id = $1 and status = 'closed' and closed_at < $2::timestamptz - $3::interval`,
    [board.id, at, CLOSED_KEPT],
  );
}

function peaceUntil(reading: Reading, at: Date): Date | null {
  const seconds = reading.outcome === 'failed' ? reading.retryAfterSeconds : null;
  return seconds === null ? null : new Date(at.getTime() + seconds * 1_000);
}

/** Of a list that was read in part only, or was gone in between, "not modified" would say the wrong thing. */
function validatorsAfter(board: Board, reading: Reading): Board['validators'] {
  if (reading.outcome === 'ok') return reading.validators;
  return reading.outcome === 'truncated' || reading.outcome === 'board_gone' ? null : board.validators;
}

/** Some of it a stranger's server said: Postgres stores neither NUL nor half a character. */
function storable({ facts }: Sentence): Facts {
  const short = (fact: Facts[string]) =>
    typeof fact === 'string' ? fact.slice(0, FACT_CHARACTERS).replaceAll('\0', '\uFFFD').toWellFormed() : fact;
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, short(fact)]));
}
