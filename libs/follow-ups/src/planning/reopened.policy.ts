/** What follows when a vacancy that turned the candidate down is open again. */
import { type MessageData, say, type Settings } from '@app/contracts';
import { addDuration } from '../duration.policy.js';
import { type Reason } from '../reasons/index.js';
import { inWindow, type LetterPlace } from './letter-plan.policy.js';
import type { Planned } from './planned.policy.js';

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
  const alert = { kind: 'reopened', audience: 'candidate', dueAt: now, details } as const;
  const over = facts.reasons.find(({ code }) => code === 'closed_again');
  if (over) return [{ ...alert, state: 'skipped', why: over }];
  if (!settings.looking) {
    return [{ ...alert, state: 'skipped', why: say('not_looking') }];
  }
  return [
    { ...alert, state: 'waiting', why: say('open_again', { cooldownUntil: cooldownUntil?.toISOString() ?? null }) },
    { ...planDraft(facts), details },
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

function planDraft(facts: ReopenedFacts): Planned {
  const dueAt = inWindow(facts, facts.cooldownUntil ?? facts.now);
  const letter = { kind: 'reopened_outreach', audience: 'contact', dueAt, plannedDueAt: dueAt } as const;
  const end = facts.reasons.find(({ effect }) => effect === 'ends');
  if (end) return { ...letter, state: 'skipped', why: end };
  const why = say('draft_for_you', {
    cooldownUntil: facts.cooldownUntil?.toISOString() ?? null,
    wordsKept: facts.words !== null,
  });
  return { ...letter, ...facts.words, state: 'draft', why };
}

/** When the company's waiting time is over, counted from its latest rejection; null when it has passed. */
export function cooldownUntil(latestRejectionAt: Date, cooldown: string, timezone: string, now: Date): Date | null {
  const until = addDuration(latestRejectionAt, cooldown, timezone);
  return until > now ? until : null;
}
