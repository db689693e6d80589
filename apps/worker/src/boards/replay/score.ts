/** How well the radar does on a recorded history: what it told against what there was to tell. */
import { absencesNeeded, SWEEP_RULES, type SweepRules } from '../rules/absence.policy.js';
import type { RecordedSweep, Truth } from './history.js';
import { absencesIn, heldBackBy, heldStretches, replay, type Absence, type Stretch } from './replay.js';

export interface Measure {
  what: string;
  /** Everything there was to tell, and how much of that fell to the guard. */
  truth: number;
  heldBack: number;
  told: number;
  right: number;
  precision: number;
  recall: number;
  need: { precision: number; recall: number };
}

export interface Score {
  measures: Measure[];
  stretches: string[];
  remarks: string[];
  isShort: boolean;
}

/** Weekly lines: one without a posting is an absence long enough. */
const WEEKLY: SweepRules = { absences: 1, absencesOnSmall: 1 };

export function scoreEvents(sweeps: readonly RecordedSweep[], truth: Truth): Score {
  const replayed = replay(sweeps, SWEEP_RULES);
  const stretches = heldStretches(replayed);
  const all = returns(sweeps);
  const sizeBefore = (from: number): number => sweeps[from - 1]!.postings.length;
  const due = all.filter(({ from, to }) => to - from >= absencesNeeded(SWEEP_RULES, sizeBefore(from), false));
  const measure = compare('same id', due.map(absenceKey), told(replayed), heldKeys(due, stretches, SWEEP_RULES), 0.99);
  const commits = truth.bounded_every_commit;
  const shorter = all.length - due.length;
  return score([measure], describe(stretches, replayed, due, SWEEP_RULES), [
    `${sweeps.length} sweeps, one every 12 hours; ${shorter} absences of a single sweep`,
    `at every commit: ${commits.close_events} closes, ${commits.reopen_same_id_events} reopenings with the same id, ${commits.reopen_same_id_events_gap_ge_24h} of them after 24 hours or more`,
  ]);
}

export function scoreSnapshots(sweeps: readonly RecordedSweep[], truth: Truth): Score {
  const replayed = replay(sweeps, WEEKLY);
  const stretches = heldStretches(replayed);
  const absences = absencesIn(sweeps);
  const listed = new Set(truth.same_id_reopenings.map(({ id, open_again }) => `${id} ${open_again}`));
  const day = (index: number): string => sweeps[index]?.at.toISOString().slice(0, 10) ?? 'the end';
  const due = absences.filter(({ id, to }) => listed.has(`${id} ${day(to)}`));
  const unknown = truth.same_id_reopenings.length - due.length;
  const sameId = compare('same id', due.map(absenceKey), told(replayed), heldKeys(due, stretches, WEEKLY), 0.99);

  const reposts = replayed.flatMap(({ reopened }) =>
    reopened.filter(({ posting, seenAs }) => posting.id !== seenAs.id),
  );
  const pairs = (rule: (name: string) => boolean): string[] =>
    truth.new_id_reopenings.filter((pair) => rule(pair.rule)).map(({ old_id, new_id }) => `${old_id} ${new_id}`);
  const firstSeen = firstSeenIn(sweeps);
  const isHeld = (pair: string): boolean => {
    const [oldId = '', newId = ''] = pair.split(' ');
    const at = firstSeen.get(newId) ?? 0;
    const absence = absences.find(({ id, from, to }) => id === oldId && from <= at && to >= at);
    // Once the new one is gone too, there is nobody left to tell of.
    const gone = absences.find(({ id }) => id === newId)?.from ?? sweeps.length;
    const together = absence && { ...absence, to: Math.min(absence.to, gone) };
    return together !== undefined && heldBackBy(together, stretches, WEEKLY) !== undefined;
  };
  const strict = pairs((rule) => rule === 'strict');
  const newId = compare('new id, strict', strict, reposts.map(pairKey), new Set(strict.filter(isHeld)), 0.95);
  newId.need.precision = 0;

  const siblings = new Set(truth.not_reopenings_sibling_still_open);
  const alerted = reposts.filter(({ seenAs }) => siblings.has(seenAs.id)).length;
  const yearly = pairs((rule) => rule !== 'strict');
  const similar = replayed.flatMap((sweep) => sweep.similar);
  const found = new Set(similar.map(pairKey));
  const again = replayed.flatMap(({ reopened }) => reopened).filter(({ toldBefore }) => toldBefore).length;
  const result = score([sameId, newId], describe(stretches, replayed, due, WEEKLY), [
    `${sweeps.length} sweeps, one a week`,
    `siblings alerted: ${alerted} of ${siblings.size} (must be 0)`,
    `similar role, reported apart: ${yearly.filter((pair) => found.has(pair)).length} of ${yearly.length} season-stripped pairs, ${similar.length} told in all`,
    `same id after the same close was told under a new id (one alert, not two): ${again}`,
    ...(unknown > 0 ? [`${unknown} same-id reopenings of the truth are not in the snapshots`] : []),
  ]);
  return { ...result, isShort: result.isShort || alerted > 0 || unknown > 0 };
}

function score(measures: Measure[], stretches: string[], remarks: string[]): Score {
  const isShort = measures.some(({ precision, recall, need }) => precision < need.precision || recall < need.recall);
  return { measures, stretches, remarks, isShort };
}

/** What the guard held back is left out on both sides. */
function compare(what: string, truth: string[], alerts: string[], held: ReadonlySet<string>, need: number): Measure {
  const due = new Set(truth.filter((key) => !held.has(key)));
  const counted = alerts.filter((key) => !held.has(key));
  const right = new Set(counted.filter((key) => due.has(key))).size;
  return {
    what,
    truth: truth.length,
    heldBack: held.size,
    told: counted.length,
    right,
    precision: counted.length === 0 ? 1 : right / counted.length,
    recall: due.size === 0 ? 1 : right / due.size,
    need: { precision: need, recall: need },
  };
}

const returns = (sweeps: readonly RecordedSweep[]): Absence[] =>
  absencesIn(sweeps).filter(({ to }) => to < sweeps.length);
const absenceKey = ({ id, to }: Absence): string => `${id} ${to}`;
const pairKey = ({ posting, seenAs }: { posting: { id: string }; seenAs: { id: string } }): string =>
  `${posting.id} ${seenAs.id}`;

function told(replayed: ReturnType<typeof replay>): string[] {
  return replayed.flatMap(({ reopened }, index) =>
    reopened.filter(({ posting, seenAs }) => posting.id === seenAs.id).map(({ posting }) => `${posting.id} ${index}`),
  );
}

function heldKeys(due: readonly Absence[], stretches: readonly Stretch[], rules: SweepRules): Set<string> {
  return new Set(due.filter((absence) => heldBackBy(absence, stretches, rules)).map(absenceKey));
}

function firstSeenIn(sweeps: readonly RecordedSweep[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, { postings }] of sweeps.entries()) {
    for (const { id } of postings) if (!first.has(id)) first.set(id, index);
  }
  return first;
}

function describe(
  stretches: readonly Stretch[],
  replayed: ReturnType<typeof replay>,
  due: readonly Absence[],
  rules: SweepRules,
): string[] {
  const minute = (index: number): string => replayed[index]!.at.toISOString().slice(0, 16);
  return stretches.map((stretch) => {
    const { from, to } = stretch;
    const counts = `${replayed[from - 1]?.postings ?? 0} -> ${replayed[from]!.postings} postings`;
    const held = due.filter((absence) => heldBackBy(absence, stretches, rules) === stretch).length;
    return `${minute(from)} .. ${minute(to - 1)}: ${to - from} sweeps, ${counts}, ${held} same-id reopenings held back`;
  });
}
