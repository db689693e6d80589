/** Whether, what and when to write to the contact after a rejection. */
import { type LetterKind, namesReason, REJECTABLE_STAGES, type RejectableStage, type Settings } from '@app/contracts';
import { addDuration, heldWhyOf, lapsesAt, nextInWindow, type Reason, reasonText } from '@app/follow-ups';
import type { Planned } from '../plan-rows/planned.policy.js';

const TOO_LATE_AFTER = 'P14D';

export interface RejectionFacts {
  receivedAt: Date;
  stage: RejectableStage;
  reasonCategory: string | null;
  reasonWords: string | null;
}

/** Where and when mail may reach somebody. */
export interface LetterPlace {
  contact: { timezone: string | null; country: string | null; region: string | null } | null;
  settings: Settings;
  /** Leads to the same moment inside the window each time. */
  spreadKey: string;
}

export interface LetterFacts extends LetterPlace {
  rejection: RejectionFacts;
  /** Why such a letter to this contact must not go, or must wait. */
  reasons: readonly Reason[];
  /** A letter to them, for whichever application, has not gone yet. */
  hasPendingLetter: boolean;
  /** When it is planned, for the first time or anew. */
  now: Date;
}

export function isTooLate(receivedAt: Date, now: Date): boolean {
  return addDuration(receivedAt, TOO_LATE_AFTER, 'UTC') < now;
}

export const letterKindFor = (rejection: Pick<RejectionFacts, 'reasonCategory'>): LetterKind =>
  namesReason(rejection.reasonCategory) ? 'thank_you' : 'feedback_request';

export function planLetter(facts: LetterFacts): Planned {
  const { rejection, settings, now } = facts;
  const kind = letterKindFor(rejection);
  const dueAt = letterDueAt(facts, rejection, now);
  const letter = { kind, audience: 'contact', dueAt, plannedDueAt: dueAt } as const;
  const skip = (code: string, why: string): Planned => ({ ...letter, state: 'skipped', why: `${code}: ${why}` });

  if (isTooLate(rejection.receivedAt, now)) return skip('too_late', TOO_LATE);
  if (!settings.feedbackRequest.enabled) return skip('disabled', reasonText({ code: 'disabled' }));
  if (rank(rejection.stage) < rank(settings.feedbackRequest.minStage)) {
    return skip(
      'no_human_contact',
      `Turned down at "${rejection.stage}", before a person was involved; there is nobody to ask.`,
    );
  }
  const end = facts.reasons.find(({ effect }) => effect === 'ends');
  if (end) return skip(end.code, reasonText(end));
  if (facts.hasPendingLetter) {
    return skip('already_pending', 'Another letter to this contact has not gone yet; one is enough.');
  }
  const why = whyOf(kind, rejection);
  const before = facts.reasons.find(({ code }) => code === 'written_before');
  if (before) return { ...letter, state: 'draft', why: reasonText(before) };
  if (settings.approval === 'review') return { ...letter, state: 'draft', why };
  const hold = facts.reasons.find(({ effect }) => effect === 'holds');
  const until = hold?.until ?? null;
  const goesAt = until === null || until <= dueAt ? dueAt : inWindow(facts, until);
  const lapses = lapsesAt({ since: rejection.receivedAt, chosenAt: null }, settings);
  if (goesAt > lapses) return skip('too_late', 'By the time it could go, a letter would seem odd.');
  if (!hold) return { ...letter, state: 'waiting', why };
  const held = {
    heldWhy: heldWhyOf(hold),
    heldFor: reasonText(hold),
    ...(until && { heldUntil: until }),
    lapsesAt: lapses,
  };
  return { ...letter, ...held, state: 'held', dueAt: goesAt, why };
}

const TOO_LATE = 'The rejection came more than 14 days ago; a letter now would seem odd.';

function whyOf(kind: LetterKind, { reasonWords }: RejectionFacts): string {
  if (kind === 'thank_you') return 'They gave their reasons: a thank-you.';
  const asked = 'Turned down after talking to a person: one polite question.';
  return reasonWords?.trim()
    ? `${asked} They wrote something, and no reason is named yet; name one, and it becomes a thank-you.`
    : asked;
}

/** When it goes if nothing holds it: some time after the rejection, not before it was planned, and in the window. */
export function letterDueAt(place: LetterPlace, rejection: Pick<RejectionFacts, 'receivedAt'>, plannedAt: Date): Date {
  const asked = addDuration(rejection.receivedAt, place.settings.feedbackRequest.delay, zoneOf(place));
  return inWindow(place, asked < plannedAt ? plannedAt : asked);
}

export function inWindow(place: LetterPlace, from: Date): Date {
  return nextInWindow({
    from,
    window: place.settings.sendingWindow,
    timezone: zoneOf(place),
    country: place.contact?.country ?? null,
    region: place.contact?.region ?? null,
    spreadKey: place.spreadKey,
  });
}

const zoneOf = ({ contact, settings }: LetterPlace): string => contact?.timezone ?? settings.timezone;
const rank = (stage: RejectableStage): number => REJECTABLE_STAGES.indexOf(stage);
