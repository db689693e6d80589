/** Recorded sweeps through the code that runs in the worker. */
import type { SweepOutcome } from '@app/contracts';
import type { SweepRules } from '../rules/absence.policy.js';
import { newBoard } from '../rules/board-state.policy.js';
import type { KnownPosting, Reopening } from '../rules/known-posting.js';
import { takeSweep } from '../rules/radar.policy.js';

import type { RecordedSweep } from './history.js';

export interface ReplayedSweep {
  at: Date;
  outcome: SweepOutcome | null;
  postings: number;
  reopened: Reopening[];
  similar: Reopening[];
}

export function replay(sweeps: readonly RecordedSweep[], rules: SweepRules): ReplayedSweep[] {
  const known = new Map<string, KnownPosting>();
  const validators = { etag: null, lastModified: null, digest: '' };
  let board = newBoard('replay');
  return sweeps.map(({ at, postings }) => {
    const reading = { outcome: 'ok' as const, postings, validators, problems: [] };
    const told = takeSweep({ board, known, reading, at, rules, watched: new Set(known.keys()) });
    board = told.board;
    for (const [id, row] of told.changes) known.set(id, row);
    const { reopened, similar } = told;
    return { at, outcome: board.outcome, postings: postings.length, reopened, similar };
  });
}

export interface Absence {
  id: string;
  /** Places in the list of sweeps: the first one without it, and the first one with it again (or their number). */
  from: number;
  to: number;
}

/** Every run of sweeps that a posting seen before is missing from, worked out from the lists alone. */
export function absencesIn(sweeps: readonly RecordedSweep[]): Absence[] {
  const lastSeen = new Map<string, number>();
  const absences: Absence[] = [];
  for (const [index, { postings }] of sweeps.entries()) {
    for (const { id } of postings) {
      const last = lastSeen.get(id);
      if (last !== undefined && last < index - 1) absences.push({ id, from: last + 1, to: index });
      lastSeen.set(id, index);
    }
  }
  for (const [id, last] of lastSeen) {
    if (last < sweeps.length - 1) absences.push({ id, from: last + 1, to: sweeps.length });
  }
  return absences;
}

export interface Stretch {
  from: number;
  to: number;
}

/** The sweeps in a row in which the guard believed no absence. */
export function heldStretches(replayed: readonly ReplayedSweep[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, { outcome }] of replayed.entries()) {
    if (outcome !== 'collapsed') continue;
    const last = stretches.at(-1);
    if (last?.to === index) last.to = index + 1;
    else stretches.push({ from: index, to: index + 1 });
  }
  return stretches;
}

/** The guard left too few of its missing sweeps to conclude from; the stretch that did. */
export function heldBackBy(absence: Absence, stretches: readonly Stretch[], rules: SweepRules): Stretch | undefined {
  const within = stretches.filter(({ from, to }) => from < absence.to && to > absence.from);
  const held = within.reduce((sum, { from, to }) => sum + Math.min(to, absence.to) - Math.max(from, absence.from), 0);
  return absence.to - absence.from - held < rules.absences ? within[0] : undefined;
}
