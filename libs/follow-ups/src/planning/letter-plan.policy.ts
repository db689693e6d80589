/** Whether, what and when to write to the contact after a rejection. */
import {
  type LetterKind,
  namesReason,
  REJECTABLE_STAGES,
  type RejectableStage,
  say,
  type Sentence,
  type Settings,
} from '@app/contracts';
import { addDuration } from '../duration.policy.js';
import { heldWhyOf, lapsesAt, type Reason } from '../reasons/index.js';
import { nextInWindow } from '../sending-window.policy.js';
import type { Planned } from './planned.policy.js';

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
  const skip = (why: Sentence): Planned => ({ ...letter, state: 'skipped', why });

  if (isTooLate(rejection.receivedAt, now)) return skip(say('too_late', { when: 'planned' }));
  if (!settings.feedbackRequest.enabled) return skip(say('disabled'));
  if (rank(rejection.stage) < rank(settings.feedbackRequest.minStage)) {
    return skip(say('no_human_contact', { stage: rejection.stage }));
  }
  const end = facts.reasons.find(({ effect }) => effect === 'ends');
  if (end) return skip(end);
  if (facts.hasPendingLetter) {
    return skip(say('already_pending'));
  }
  const why = whyOf(kind, rejection);
  const before = facts.reasons.find(({ code }) => code === 'written_before');
  if (before) return { ...letter, state: 'draft', why: before };
  if (settings.approval === 'review') return { ...letter, state: 'draft', why };
  const after = ({ until = null }: Partial<Reason> = {}) =>
    until === null || until <= dueAt ? dueAt : inWindow(facts, until);
  const holds = facts.reasons.filter(({ effect }) => effect === 'holds');
  const lapses = lapsesAt({ since: rejection.receivedAt, chosenAt: null }, settings);
  // What the candidate wants for a while they may take back; what a gap takes it past does not pass.
  if (after(holds.find(({ code }) => code !== 'no_letters_until')) > lapses) {
    return skip(say('too_late', { when: 'free' }));
  }
  const [hold] = holds;
  if (!hold) return { ...letter, state: 'waiting', why };
  const held = {
    heldWhy: heldWhyOf(hold),
    heldFor: hold,
    ...(hold.until && { heldUntil: hold.until }),
    lapsesAt: lapses,
  };
  return { ...letter, ...held, state: 'held', dueAt: after(hold), why };
}

function whyOf(kind: LetterKind, { reasonWords }: RejectionFacts): Sentence {
  return kind === 'thank_you' ? say('thanks') : say('one_question', { theyWrote: Boolean(reasonWords?.trim()) });
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

/** Where in a window its letter goes: known before the rejection was recorded where the id says so (version 8). */
export const spreadKeyOf = (rejectionId: string): string =>
  rejectionId[14] === '8' ? rejectionId.slice(14) : rejectionId;

const zoneOf = ({ contact, settings }: LetterPlace): string => contact?.timezone ?? settings.timezone;
const rank = (stage: RejectableStage): number => REJECTABLE_STAGES.indexOf(stage);
