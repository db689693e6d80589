/** What the board shows where, and what becomes of a card that is dropped. */
import type { RejectableStage, Stage } from '@app/contracts/words';
import { canBeRejected } from '../application.policy.js';
import { type Move, movesOf } from '../moves.policy.js';
import { CLOSED, COLUMNS } from './columns.policy.js';

interface Standing {
  stage: Stage;
  rejection: { stage: RejectableStage } | null;
}

export type Why = 'stays_withdrawn' | 'further_than_the_no' | 'no_is_recorded_from_open' | 'one_back';
export type Drop = { kind: 'stays' } | { kind: 'no' } | { kind: 'move'; to: Move } | { kind: 'refused'; why: Why };

/** On a column, or on a part of *Closed*. */
export function dropOn(standing: Standing, target: Stage): Drop {
  const { stage, rejection } = standing;
  if (target === stage) return { kind: 'stays' };
  if (target === 'rejected') {
    return canBeRejected(standing)
      ? { kind: 'no' }
      : { kind: 'refused', why: whyNot(stage, 'no_is_recorded_from_open') };
  }
  // Where it stood before the no, the no is what was a mistake.
  if (stage === 'rejected' && rejection?.stage === target) return { kind: 'move', to: 'not_rejected' };
  const { first, others } = movesOf(standing);
  if (first === target || others.includes(target)) return { kind: 'move', to: target };
  return { kind: 'refused', why: whyNot(stage, 'one_back') };
}

/** Whether a place takes what is dragged; undefined while nothing is, and where it stands already. */
export function takes(dragged: Standing | null, target: Stage): boolean | undefined {
  if (dragged === null || dragged.stage === target) return undefined;
  return dropOn(dragged, target).kind !== 'refused';
}

function whyNot(stage: Stage, otherwise: Why): Why {
  if (stage === 'withdrawn') return 'stays_withdrawn';
  return stage === 'rejected' ? 'further_than_the_no' : otherwise;
}

/** Where a card stands once it has moved. */
export const stageAfter = ({ stage, rejection }: Standing, to: Move): Stage =>
  to === 'not_rejected' ? (rejection?.stage ?? stage) : to;

interface Placed<Row> {
  application: Row;
  /** Where it is shown meanwhile. */
  stage: Stage;
}

/** The rows of a column while one card is on its way from somewhere to somewhere. */
export function withPlaced<Row extends { id: string }>(
  rows: readonly Row[],
  stages: readonly Stage[],
  placed: Placed<Row> | null,
): readonly Row[] {
  if (placed === null) return rows;
  const others = rows.filter(({ id }) => id !== placed.application.id);
  return stages.includes(placed.stage) ? [placed.application, ...others] : others;
}

interface Page<Row> {
  data: Row[];
  counts: Record<Stage, number>;
}

/** A column's answer after a move: the card is where it went, and counted there. */
export function afterMove<Row extends { id: string; stage: Stage }>(
  pages: readonly Page<Row>[],
  stages: readonly Stage[],
  { application, from }: { application: Row; from: Stage },
): Page<Row>[] {
  return pages.map(({ data, counts, ...rest }, index) => {
    const others = data.filter(({ id }) => id !== application.id);
    const isFirst = index === 0 && stages.includes(application.stage);
    return Object.assign(rest, {
      data: isFirst ? [application, ...others] : others,
      counts: Object.assign({}, counts, {
        [from]: counts[from] - 1,
        [application.stage]: counts[application.stage] + (from === application.stage ? 0 : 1),
        ...(from === application.stage && { [from]: counts[from] }),
      }),
    });
  });
}

/** In a narrow window one stage is shown: the one that is asked for, or the first that has any. */
export const stageShown = (asked: Stage | undefined, counts: Record<Stage, number>): Stage =>
  asked ?? COLUMNS.find((stage) => counts[stage] > 0) ?? CLOSED.find((stage) => counts[stage] > 0) ?? 'applied';
