/** What has been, in the order in which it was: the happenings, and the steps that are over, each once. */
interface Happening {
  type: string;
  at: string;
}

interface Over {
  sentAt: string | null;
  updatedAt: string;
}

export type Past<H, S> = { at: string } & ({ kind: 'happening'; item: H } | { kind: 'step'; step: S });

/** What was done to a step on its way stands in its own ledger. */
export function pastOf<H extends Happening, S extends Over>(items: readonly H[], steps: readonly S[]): Past<H, S>[] {
  const happened = items
    .filter(({ type }) => type !== 'follow_up')
    .map((item) => ({ kind: 'happening' as const, at: item.at, item }));
  const over = steps.map((step) => ({ kind: 'step' as const, at: step.sentAt ?? step.updatedAt, step }));
  return [...happened, ...over].toSorted((one, other) => one.at.localeCompare(other.at));
}

/** What is put on paper of what was, so that it stays one page. */
const MOST_ON_PAPER = 8;

/** How many of the oldest are only counted there. */
export const farBackOf = (count: number): number => Math.max(0, count - MOST_ON_PAPER);
