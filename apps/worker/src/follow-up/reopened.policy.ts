/** What follows when a vacancy that turned the candidate down is open again. */
import type { MessageData, Settings } from '@app/contracts';
import { addDuration, letterStop, nextInWindow, STOP_TEXT } from '@app/follow-ups';
import type { LetterContact } from './letter-plan.policy.js';
import type { Planned } from './planned.js';

export interface ReopenedFacts {
  reopening: MessageData<'vacancy.reopened.v1'>;
  /** This close was told of before: one alert per application and close. */
  alreadyTold: boolean;
  /** The company's latest rejection, from which its cooldown runs. */
  latestRejectionAt: Date;
  /** The company's own, ISO 8601; null: the candidate's default. */
  companyCooldown: string | null;
  contact: LetterContact | null;
  acceptedOffer: boolean;
  settings: Settings;
  now: Date;
  spreadKey: string;
}

export function planReopened(facts: ReopenedFacts): Planned[] {
  if (facts.alreadyTold) return [];
  const { reopening, settings, now } = facts;
  const cooldownUntil = addDuration(
    facts.latestRejectionAt,
    facts.companyCooldown ?? settings.cooldown,
    settings.timezone,
  );
  const cooling = cooldownUntil > now ? cooldownUntil : null;
  const details = {
    evidence: { ...reopening.evidence, closedAt: reopening.closedAt },
    closedAt: reopening.closedAt,
    url: reopening.url,
    cooldownUntil: cooling?.toISOString() ?? null,
  };
  const wait = cooling ? ` Their cooldown runs until ${cooling.toISOString().slice(0, 10)}.` : '';
  const alert = { kind: 'reopened', audience: 'candidate', dueAt: now, details } as const;
  if (!settings.looking) {
    return [{ ...alert, state: 'skipped', why: `not_looking: ${STOP_TEXT.not_looking}` }];
  }
  return [
    { ...alert, state: 'waiting', why: `The vacancy is open again.${wait}` },
    { ...planDraft(facts, cooling ?? now, wait), details },
  ];
}

function planDraft(facts: ReopenedFacts, from: Date, wait: string): Planned {
  const { contact, settings, reopening } = facts;
  const dueAt = nextInWindow({
    from,
    window: settings.sendingWindow,
    timezone: contact?.timezone ?? settings.timezone,
    country: contact?.country ?? null,
    spreadKey: facts.spreadKey,
  });
  const letter = { kind: 'reopened_outreach', audience: 'contact', dueAt } as const;
  const stop = contact
    ? letterStop({
        kind: 'reopened_outreach',
        since: new Date(reopening.observedAt),
        contact,
        application: { stage: 'rejected', hasReasons: false },
        candidate: { looking: settings.looking, acceptedOffer: facts.acceptedOffer },
      })
    : 'no_address';
  if (stop) return { ...letter, state: 'skipped', why: `${stop}: ${STOP_TEXT[stop]}` };
  return { ...letter, state: 'draft', why: `A draft to the same contact, for you to approve.${wait}` };
}
