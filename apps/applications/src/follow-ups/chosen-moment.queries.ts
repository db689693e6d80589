import type { Standing } from './deeds.service.js';
import { NO_HURRY } from './follow-up-changes.policy.js';
import { requireBeforeInterview, requireDueTime } from './follow-up.policy.js';
import { inSendingWindow } from './letter.queries.js';

/** To the moment that the candidate chose, or the next one in the window; `pointer`: where they said it. */
export async function movedTo({ tx, followUp, settings, now }: Standing, to: string, pointer: string) {
  const chosen = new Date(to);
  requireDueTime(chosen, now, pointer);
  const { interviewAt = null } = (followUp.details ?? {}) as { interviewAt?: string };
  requireBeforeInterview(chosen, interviewAt, pointer);
  const isLetter = followUp.audience === 'contact';
  const dueAt = isLetter ? await inSendingWindow(tx, followUp, settings, chosen) : chosen;
  return { ...NO_HURRY, dueAt, chosenAt: dueAt };
}
