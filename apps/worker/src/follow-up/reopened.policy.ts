/** What follows when a vacancy that turned the candidate down is open again. */
import type { MessageData, Settings } from '@app/contracts';
import { addDuration, type Reason, reasonText } from '@app/follow-ups';
import { inWindow, type LetterPlace } from './letter-plan.policy.js';
import type { Planned } from '../plan-rows/planned.policy.js';

export interface ReopenedFacts {
  reopening: MessageData<'vacancy.reopened.v1'>;
  /** This close was told of before: one alert per application and close. */
  alreadyTold: boolean;
  /** When the company's waiting time is over, where that lies ahead. */
  cooldownUntil: Date | null;
  contact: LetterPlace['contact'];
  /** Why a letter about it must not go to them. */
  reasons: readonly Reason[];
  /** Words that the candidate wrote for the draft of an earlier reopening. */
  words: { subject: string | null; body: string | null; editedAt: Date } | null;
  settings: Settings;
  now: Date;
  spreadKey: string;
}

export function planReopened(facts: ReopenedFacts): Planned[] {
  if (facts.alreadyTold) return [];
  const { reopening, settings, now, cooldownUntil } = facts;
  const details = detailsOf(reopening, cooldownUntil);
  const wait = cooldownUntil ? ` Their cooldown runs until ${cooldownUntil.toISOString().slice(0, 10)}.` : '';
  const alert = { kind: 'reopened', audience: 'candidate', dueAt: now, details } as const;
  const over = facts.reasons.find(({ code }) => code === 'closed_again');
  if (over) return [{ ...alert, state: 'skipped', why: `${over.code}: ${reasonText(over)}` }];
  if (!settings.looking) {
    return [{ ...alert, state: 'skipped', why: `not_looking: ${reasonText({ code: 'not_looking' })}` }];
  }
  return [
    { ...alert, state: 'waiting', why: `The vacancy is open again.${wait}` },
    { ...planDraft(facts, wait), details },
  ];
}

export function detailsOf(reopening: ReopenedFacts['reopening'], cooldownUntil: Date | null): object {
  return {
    evidence: { ...reopening.evidence, closedAt: reopening.closedAt },
    closedAt: reopening.closedAt,
    url: reopening.url,
    cooldownUntil: cooldownUntil?.toISOString() ?? null,
  };
}

function planDraft(facts: ReopenedFacts, wait: string): Planned {
  const dueAt = inWindow(facts, facts.cooldownUntil ?? facts.now);
  const letter = { kind: 'reopened_outreach', audience: 'contact', dueAt } as const;
  const end = facts.reasons.find(({ effect }) => effect === 'ends');
  if (end) return { ...letter, state: 'skipped', why: `${end.code}: ${reasonText(end)}` };
  const kept = facts.words ? ' The words that you wrote for the earlier one are kept.' : '';
  const why = `A draft to the same contact, for you to approve.${wait}${kept}`;
  return { ...letter, ...facts.words, state: 'draft', why };
}

/** When the company's waiting time is over, counted from its latest rejection; null when it has passed. */
export function cooldownUntil(latestRejectionAt: Date, cooldown: string, timezone: string, now: Date): Date | null {
  const until = addDuration(latestRejectionAt, cooldown, timezone);
  return until > now ? until : null;
}
