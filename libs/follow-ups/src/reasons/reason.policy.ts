/** Why a follow-up must not go, must wait or must change: the one place that decides it, whoever asks. */
import type { HeldWhy, StoredState } from '@app/contracts';
import { letterReasons } from './letter-reasons.policy.js';
import { reminderReasons } from './reminder-reasons.policy.js';
import type { Reason, Situation } from './situation.js';

/** They come in order of weight: the first one decides. */
export function reasonsOf(situation: Situation): Reason[] {
  const { kind } = situation.asked;
  switch (kind) {
    case 'feedback_request':
    case 'thank_you':
    case 'reopened_outreach':
      return letterReasons(situation);
    default:
      return reminderReasons(situation);
  }
}

export const heldWhyOf = ({ code }: Reason): HeldWhy => code as HeldWhy;

type Standing = { state: StoredState; heldWhy: HeldWhy | null };

/** What ends it as it stands. It is never too late for what waits for a word of the candidate: that is their moment. */
export function endOf(standing: Standing, reasons: readonly Reason[]): Reason | undefined {
  return reasons.find(({ effect, code }) => effect === 'ends' && !(code === 'too_late' && waitsForAWord(standing)));
}

function waitsForAWord({ state, heldWhy }: Standing): boolean {
  return state === 'draft' || (state === 'held' && heldWhy === 'by_candidate');
}
