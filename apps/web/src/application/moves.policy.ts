/** Where an application can go from where it stands, and what leads back. */
import type { RejectableStage, Stage } from '@app/contracts/words';

const LADDER = ['saved', 'applied', 'screening', 'interview', 'offer', 'accepted'] as const satisfies readonly Stage[];
export type Rung = (typeof LADDER)[number];
/** `not_rejected`: the no was a mistake, and it is where it was before. */
export type Move = Rung | 'withdrawn' | 'not_rejected';

const rank = (stage: Stage) => (LADDER as readonly Stage[]).indexOf(stage);

interface Standing {
  stage: Stage;
  rejection: { stage: RejectableStage } | null;
}

interface Moves {
  /** The one to offer. */
  first: Move | null;
  others: Move[];
}

export function movesOf({ stage, rejection }: Standing): Moves {
  if (stage === 'withdrawn') return { first: null, others: [] };
  if (stage === 'rejected') {
    return { first: 'not_rejected', others: rejection === null ? [] : LADDER.slice(rank(rejection.stage) + 1) };
  }
  const at = rank(stage);
  const [first = null, ...further] = LADDER.slice(at + 1);
  const another = stage === 'interview' ? ([stage] as const) : [];
  return { first, others: [...another, ...further, ...LADDER.slice(Math.max(0, at - 1), at), 'withdrawn'] };
}

/** A step down corrects. */
export const isBack = (stage: Stage, to: Move): boolean =>
  to !== 'withdrawn' && to !== 'not_rejected' && rank(to) < rank(stage);

/** The steps that lead back, one at a time as the API takes them; null: none do. */
export function wayBack(from: Stage, to: Move): Rung[] | null {
  if (to === 'withdrawn' || to === 'not_rejected' || from === 'rejected' || from === 'withdrawn') return null;
  if (rank(from) >= rank(to)) return from === to ? [] : [from];
  return LADDER.slice(rank(from), rank(to)).toReversed();
}

/** A no is said again; of what nothing leads back from, the move asks first. */
export const isFinal = (from: Stage, to: Move): boolean => to !== 'not_rejected' && wayBack(from, to) === null;
