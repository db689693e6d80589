/** What an application's page opens with, and which steps lie ahead. */
import type { Audience, ShownState, Stage } from '@app/contracts/words';

const BEHIND = new Set<ShownState>(['sent', 'answered', 'bounced', 'failed', 'cancelled', 'skipped', 'done']);

interface Step {
  state: ShownState;
  audience: Audience;
  dueAt: string;
}

/** In the order in which they come. */
export function stepsOf<T extends Step>(steps: readonly T[]): { ahead: T[]; behind: T[] } {
  const isBehind = ({ state }: Step) => BEHIND.has(state);
  const inOrder = steps.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return { ahead: inOrder.filter((step) => !isBehind(step)), behind: inOrder.filter(isBehind) };
}

export type Opening =
  | { kind: 'at_stage'; stage: Stage; appliedAt: string | null }
  | { kind: 'interview'; at: string }
  | { kind: 'no_and_letter'; at: string; contactName: string | null; letterAt: string }
  | { kind: 'no_and_draft'; at: string; contactName: string | null }
  | { kind: 'no_and_held'; at: string; contactName: string | null }
  | { kind: 'no_and_reminder'; at: string; next: string }
  | { kind: 'no_and_nothing'; at: string };

interface Facts {
  stage: Stage;
  appliedAt: string | null;
  contactName: string | null;
  rejection: { receivedAt: string } | null;
  interviews: readonly { scheduledAt: string }[];
}

/** The one true sentence, as facts. `ahead` as `stepsOf` gives them. */
export function openingOf(application: Facts, ahead: readonly Step[], now: Date): Opening {
  const { stage, appliedAt, contactName, rejection, interviews } = application;
  if (rejection !== null && stage === 'rejected') {
    const at = rejection.receivedAt;
    const letter = ahead.find(({ audience }) => audience === 'contact');
    if (letter?.state === 'draft') return { kind: 'no_and_draft', at, contactName };
    if (letter?.state === 'held') return { kind: 'no_and_held', at, contactName };
    if (letter) return { kind: 'no_and_letter', at, contactName, letterAt: letter.dueAt };
    const [next] = ahead;
    return next ? { kind: 'no_and_reminder', at, next: next.dueAt } : { kind: 'no_and_nothing', at };
  }
  const interview = interviews.find(({ scheduledAt }) => new Date(scheduledAt) > now);
  return interview ? { kind: 'interview', at: interview.scheduledAt } : { kind: 'at_stage', stage, appliedAt };
}
