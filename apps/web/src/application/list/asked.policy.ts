/** What is asked of the list, as its address says it. */
import { type Stage, STAGES } from '@app/contracts/words';

export const SORTS = ['-updatedAt', '-appliedAt', 'nextStep'] as const;
export type Sort = (typeof SORTS)[number];
/** What the API takes where nothing is said. */
const FIRST_SORT: Sort = '-updatedAt';

export interface Asked {
  q?: string | undefined;
  stage?: Stage | undefined;
  /** Undefined: what changed last first. */
  sort?: Sort | undefined;
  /** Undefined: as a list. */
  view?: 'board' | undefined;
}

/** Whatever else stands in the address is not asked. */
export function askedIn({ q, stage, sort, view }: Record<string, unknown>): Asked {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim() : '';
  const order = SORTS.find((one) => one === sort);
  return {
    q: words === '' ? undefined : words,
    stage: STAGES.find((one) => one === stage),
    sort: order === FIRST_SORT ? undefined : order,
    view: view === 'board' ? view : undefined,
  };
}

/** By what they are: to be done something about, or decided. */
export function sumsOf(counts: Record<Stage, number>): { saved: number; open: number; decided: number; all: number } {
  const { saved, applied, screening, interview, offer, accepted, rejected, withdrawn } = counts;
  const [open, decided] = [applied + screening + interview + offer, accepted + rejected + withdrawn];
  return { saved, open, decided, all: saved + open + decided };
}
