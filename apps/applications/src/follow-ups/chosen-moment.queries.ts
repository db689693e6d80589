import type { Settings } from '@app/contracts';
import type { FollowUp } from '@app/database';
import type { EntityManager } from 'typeorm';
import { requireBeforeInterview, requireDueTime } from './follow-up.policy.js';
import { inSendingWindow } from './letter.queries.js';

interface Standing {
  tx: EntityManager;
  followUp: FollowUp;
  settings: Settings;
  now: Date;
}

/** To the moment that the candidate chose, or the next one in the window; `pointer`: where they said it. */
export async function movedTo({ tx, followUp, settings, now }: Standing, to: string, pointer: string) {
  const chosen = new Date(to);
  requireDueTime(chosen, now, pointer);
  const { interviewAt = null } = (followUp.details ?? {}) as { interviewAt?: string };
  requireBeforeInterview(chosen, interviewAt, pointer);
  const isLetter = followUp.audience === 'contact';
  const dueAt = isLetter ? await inSendingWindow(tx, followUp, settings, chosen) : chosen;
  return { dueAt, chosenAt: dueAt, atOnce: false, queuedSince: null };
}
