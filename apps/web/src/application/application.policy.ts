/** What an application's page opens with, and which steps lie ahead. */
import { type Audience, INTERVIEW_STAGES, REJECTABLE_STAGES, type ShownState, type Stage } from '@app/contracts/words';
import { type Addressed, type Whom, whomOf } from '../follow-up/whom.policy.js';

const BEHIND = new Set<ShownState>(['sent', 'answered', 'bounced', 'failed', 'cancelled', 'skipped', 'done']);

interface Step extends Addressed {
  state: ShownState;
  audience: Audience;
  dueAt: string;
}

export const canBeRejected = ({ stage }: { stage: Stage }): boolean =>
  (REJECTABLE_STAGES as readonly Stage[]).includes(stage);

const canTalk = ({ stage }: { stage: Stage }): boolean => (INTERVIEW_STAGES as readonly Stage[]).includes(stage);

/** What is true where nothing lies ahead. `steps`: how many there were. */
export function emptyPlanOf(
  application: { stage: Stage },
  steps: number,
): 'nothing' | 'nothing_left' | 'a_no_would_plan' {
  if (steps > 0) return 'nothing_left';
  return application.stage === 'saved' || canBeRejected(application) ? 'a_no_would_plan' : 'nothing';
}

/** In the order in which they come. */
export function stepsOf<T extends Step>(steps: readonly T[]): { ahead: T[]; behind: T[] } {
  const isBehind = ({ state }: Step) => BEHIND.has(state);
  const inOrder = steps.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return { ahead: inOrder.filter((step) => !isBehind(step)), behind: inOrder.filter(isBehind) };
}

/** How the letter that lies ahead stands. */
type Standing = 'draft' | 'held' | 'waiting' | 'on_its_way' | 'unsure';

export type Opening =
  | { kind: 'at_stage'; stage: Stage; appliedAt: string | null }
  | { kind: 'interview'; at: string }
  | { kind: 'no_and_letter'; at: string; letter: Standing; letterAt: string; to: Whom }
  | { kind: 'no_and_reminder'; at: string; next: string }
  | { kind: 'no_and_nothing'; at: string };

interface Facts {
  stage: Stage;
  appliedAt: string | null;
  rejection: { receivedAt: string } | null;
  interviews: readonly { scheduledAt: string }[];
  contact: Whom;
}

/** The one true sentence, as facts. `ahead` as `stepsOf` gives them. */
export function openingOf(application: Facts, ahead: readonly Step[], now: Date): Opening {
  const { stage, appliedAt, rejection, interviews, contact } = application;
  if (rejection !== null && stage === 'rejected') {
    const at = rejection.receivedAt;
    const letter = ahead.find(({ audience }) => audience === 'contact');
    if (letter) {
      const to = whomOf(letter, contact);
      return { kind: 'no_and_letter', at, letter: standingOf(letter), letterAt: letter.dueAt, to };
    }
    const [next] = ahead;
    return next ? { kind: 'no_and_reminder', at, next: next.dueAt } : { kind: 'no_and_nothing', at };
  }
  const interview = canTalk(application) && interviews.find(({ scheduledAt }) => new Date(scheduledAt) > now);
  return interview ? { kind: 'interview', at: interview.scheduledAt } : { kind: 'at_stage', stage, appliedAt };
}

function standingOf({ state }: Step): Standing {
  if (state === 'draft' || state === 'held') return state;
  if (state === 'unconfirmed') return 'unsure';
  return state === 'waiting' || state === 'retrying' ? 'waiting' : 'on_its_way';
}
