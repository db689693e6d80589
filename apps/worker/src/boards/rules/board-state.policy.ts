/** What one sweep makes of the board's own row: its outcome, what that means, and when it is asked again. */
import { because, ofBoard } from '@app/contracts';
import type { GuardVerdict } from './collapse.policy.js';
import { isLongGone } from './gone-board.policy.js';
import type { BoardState } from './known-posting.js';
import type { Reading } from './posting.js';
import { nextSweepAt } from './sweep-schedule.policy.js';

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
    goneSince: null,
    goneToldAt: null,
  };
}

export function readable(board: BoardState, at: Date): BoardState {
  const due = nextSweepAt({ key: board.key, at, failures: 0, retryAfterSeconds: null });
  const well = { failures: 0, failingSince: null, goneSince: null, goneToldAt: null };
  return { ...board, sweptAt: at, note: null, nextSweepAt: due, ...well };
}

type NoAnswer = Extract<Reading, { outcome: 'failed' | 'board_gone' }>;

/** Who could not be asked is not missing: no row changes. */
export function unreadable(board: BoardState, reading: NoAnswer, at: Date): BoardState {
  const failures = board.failures + 1;
  const failingSince = board.failingSince ?? at;
  const retryAfterSeconds = reading.outcome === 'failed' ? reading.retryAfterSeconds : null;
  const due = nextSweepAt({ key: board.key, at, failures, retryAfterSeconds });
  const isGone = reading.outcome === 'board_gone';
  const since = failures === 1 ? null : failingSince.toISOString();
  const told = { times: failures, since, nextAt: due.toISOString() };
  const note = because(ofBoard(isGone ? 'not_there' : 'not_read', told), reading.why);
  const goneSince = isGone ? (board.goneSince ?? at) : board.goneSince;
  const asked = { sweptAt: at, outcome: reading.outcome, note, nextSweepAt: due, failures, failingSince, goneSince };
  const state: BoardState = { ...board, ...asked };
  return isLongGone(state) ? { ...state, goneToldAt: at } : state;
}

/** It answers, and no posting was ever seen: a page without markup, a wrong name, or an employer without a vacancy. */
export function neverRead(board: BoardState, reading: Reading, at: Date, isPage: boolean): BoardState {
  const isEmpty = reading.outcome !== 'failed';
  const why = isEmpty ? ofBoard(isPage ? 'says_closed' : 'empty_list') : reading.why;
  const note = because(ofBoard('never_read'), why);
  // What an empty list shows later is new.
  const listed = reading.outcome === 'ok' && { baselineAt: board.baselineAt ?? at, listedAt: at, lastGoodCount: 0 };
  const state = isEmpty ? { ...readable(board, at), ...listed } : unreadable(board, reading, at);
  return { ...state, outcome: 'never_read', note };
}

export function counted(read: BoardState, verdict: GuardVerdict, count: number, at: Date): BoardState {
  const baselineAt = read.baselineAt ?? at;
  if (verdict.kind !== 'held') return { ...read, baselineAt, lastGoodCount: count, collapse: null };
  const note = ofBoard('fewer_postings', { count, before: read.lastGoodCount ?? 0 });
  return { ...read, baselineAt, outcome: 'collapsed', note, collapse: verdict.collapse };
}
