/** Whether, what and when to write to the contact after a rejection. */
import { REJECTABLE_STAGES, type RejectableStage, type Settings } from '@app/contracts';
import { addDuration, gapUntil, hasReasons, letterStop, nextInWindow, STOP_TEXT } from '@app/follow-ups';
import type { Planned } from './planned.js';

const TOO_LATE_AFTER = 'P14D';

export interface LetterContact {
  email: string | null;
  doNotContact: boolean;
  bouncedAt: Date | null;
  timezone: string | null;
  country: string | null;
  lastMailInAt: Date | null;
  lastManualMailOutAt: Date | null;
  /** A letter to them, for whichever application, has not gone yet. */
  hasPendingLetter: boolean;
  lastUnansweredLetterAt: Date | null;
}

export interface RejectionFacts {
  receivedAt: Date;
  stage: RejectableStage;
  reasonCategory: string | null;
  reasonWords: string | null;
}

export interface LetterFacts {
  rejection: RejectionFacts;
  contact: LetterContact | null;
  acceptedOffer: boolean;
  settings: Settings;
  now: Date;
  /** Leads to the same moment inside the window each time. */
  spreadKey: string;
}

export function isTooLate(receivedAt: Date, now: Date): boolean {
  return addDuration(receivedAt, TOO_LATE_AFTER, 'UTC') < now;
}

export function planLetter(facts: LetterFacts): Planned {
  const { rejection, contact, settings, now } = facts;
  const kind = hasReasons(rejection) ? 'thank_you' : 'feedback_request';
  const dueAt = letterDueAt(facts);
  const letter = { kind, audience: 'contact', dueAt } as const;
  const skip = (code: string, why: string): Planned => ({ ...letter, state: 'skipped', why: `${code}: ${why}` });

  if (isTooLate(rejection.receivedAt, now)) {
    return skip('too_late', 'The rejection came more than 14 days ago; a letter now would seem odd.');
  }
  if (!settings.feedbackRequest.enabled)
    return skip('disabled', 'Letters after a rejection are switched off in the settings.');
  if (rank(rejection.stage) < rank(settings.feedbackRequest.minStage)) {
    return skip(
      'no_human_contact',
      `Turned down at "${rejection.stage}", before a person was involved; there is nobody to ask.`,
    );
  }
  if (!contact) return skip('no_address', STOP_TEXT.no_address);
  const stop = letterStop({
    kind,
    since: rejection.receivedAt,
    contact,
    application: { stage: 'rejected', hasReasons: hasReasons(rejection) },
    candidate: { looking: settings.looking, acceptedOffer: facts.acceptedOffer },
  });
  if (stop) return skip(stop, STOP_TEXT[stop]);
  if (contact.hasPendingLetter)
    return skip('already_pending', 'Another letter to this contact has not gone yet; one is enough.');

  const gap = gapUntil({
    lastUnansweredLetterAt: contact.lastUnansweredLetterAt,
    contactGap: settings.contactGap,
    timezone: settings.timezone,
    now,
  });
  const why =
    kind === 'thank_you'
      ? 'They gave their reasons: a thank-you.'
      : 'Turned down after talking to a person: one polite question.';
  if (settings.approval === 'review') return { ...letter, state: 'draft', why };
  if (gap && gap > dueAt) {
    return { ...letter, state: 'held', heldWhy: 'contact_gap', heldUntil: gap, dueAt: inWindow(facts, gap), why };
  }
  return { ...letter, state: 'waiting', why };
}

function letterDueAt(facts: LetterFacts): Date {
  const { rejection, settings, now } = facts;
  const asked = addDuration(rejection.receivedAt, settings.feedbackRequest.delay, zoneOf(facts));
  return inWindow(facts, asked < now ? now : asked);
}

function inWindow(facts: LetterFacts, from: Date): Date {
  return nextInWindow({
    from,
    window: facts.settings.sendingWindow,
    timezone: zoneOf(facts),
    country: facts.contact?.country ?? null,
    spreadKey: facts.spreadKey,
  });
}

const zoneOf = ({ contact, settings }: LetterFacts): string => contact?.timezone ?? settings.timezone;
const rank = (stage: RejectableStage): number => REJECTABLE_STAGES.indexOf(stage);
