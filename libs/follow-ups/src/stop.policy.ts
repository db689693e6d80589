/** Why a follow-up must not happen any more: asked when it is planned and again the moment before it goes. */
import { type LetterKind, REJECTABLE_STAGES, type ReminderKind, type Stage, type VacancyStatus } from '@app/contracts';
import { addDuration } from './duration.policy.js';

export const STOP_TEXT = {
  no_address: 'The contact has no e-mail address.',
  do_not_contact: 'The contact is marked as do not contact.',
  address_bounced: "The contact's address does not take mail: an earlier letter came back.",
  contact_wrote: 'The contact wrote to you in the meantime.',
  candidate_wrote: 'You wrote to the contact yourself in the meantime.',
  reasons_given: 'They gave their reasons; no need to ask.',
  no_longer_rejected: 'The application is no longer rejected.',
  no_longer_interview: 'The application is no longer in the interview stage.',
  no_longer_in_process: 'The application is no longer in process.',
  seen_open: 'The vacancy was seen open again.',
  no_warm_contact: 'No contact at the company is warm any more.',
  roles_gone: 'None of the new roles is there any more.',
  offer_accepted: 'You accepted an offer.',
  not_looking: 'You are not looking for work at the moment.',
} as const;

export type StopWhy = keyof typeof STOP_TEXT;

interface Application {
  stage: Stage;
}

/** Sent, and neither decided nor given up. */
export function isInProcess(stage: Stage | undefined): boolean {
  return (REJECTABLE_STAGES as readonly (Stage | undefined)[]).includes(stage);
}

interface Candidate {
  looking: boolean;
  acceptedOffer: boolean;
}

export interface LetterStopFacts {
  kind: LetterKind;
  /** When the fact behind the letter happened; mail before it changes nothing. */
  since: Date;
  contact: {
    email: string | null;
    doNotContact: boolean;
    bouncedAt: Date | null;
    lastMailInAt: Date | null;
    lastManualMailOutAt: Date | null;
  };
  /** `hasReasons`: of the rejection that stands. */
  application: (Application & { hasReasons: boolean }) | null;
  candidate: Candidate;
}

/** Whether they said why; that they did not know is no reason. */
export function hasReasons({
  reasonCategory,
  reasonWords,
}: {
  reasonCategory: string | null;
  reasonWords: string | null;
}): boolean {
  return reasonWords !== null || (reasonCategory !== null && reasonCategory !== 'unknown');
}

export function letterStop({ kind, since, contact, application, candidate }: LetterStopFacts): StopWhy | null {
  const isSince = (at: Date | null) => at !== null && at > since;
  if (contact.email === null) return 'no_address';
  if (contact.doNotContact) return 'do_not_contact';
  if (contact.bouncedAt !== null) return 'address_bounced';
  if (isSince(contact.lastMailInAt)) return 'contact_wrote';
  if (isSince(contact.lastManualMailOutAt)) return 'candidate_wrote';
  if (application?.stage !== 'rejected') return 'no_longer_rejected';
  if (kind === 'feedback_request' && application.hasReasons) return 'reasons_given';
  if (candidate.acceptedOffer) return 'offer_accepted';
  if (kind === 'reopened_outreach' && !candidate.looking) return 'not_looking';
  return null;
}

export interface ReminderStopFacts {
  kind: ReminderKind;
  contact: { doNotContact: boolean } | null;
  application: Application | null;
  /** Of the application. */
  vacancy: { status: VacancyStatus; closedAt: Date | null } | null;
  /** The close that the reminder tells of: a close is its timestamp. */
  closedAt: string | null;
  /** Of a reminder of new roles. */
  newRoles: { contactNames: readonly string[]; total: number } | null;
  candidate: Candidate;
}

export function reminderStop(facts: ReminderStopFacts): StopWhy | null {
  const { kind, contact, application, vacancy, closedAt, newRoles, candidate } = facts;
  switch (kind) {
    case 'reflection':
    case 'find_contact':
      return application?.stage === 'rejected' ? null : 'no_longer_rejected';
    case 'check_in':
      return contact?.doNotContact ? 'do_not_contact' : null;
    case 'half_year':
      if (contact?.doNotContact) return 'do_not_contact';
      return candidate.looking ? null : 'not_looking';
    case 'reopened':
      if (application?.stage !== 'rejected') return 'no_longer_rejected';
      return candidate.looking ? null : 'not_looking';
    case 'interview_prep':
      return application?.stage === 'interview' ? null : 'no_longer_interview';
    case 'vacancy_closed':
      if (!isInProcess(application?.stage)) return 'no_longer_in_process';
      return vacancy?.status === 'closed' && vacancy.closedAt?.toISOString() === closedAt ? null : 'seen_open';
    case 'new_roles':
      if (!candidate.looking) return 'not_looking';
      if (!newRoles?.contactNames.length) return 'no_warm_contact';
      return newRoles.total > 0 ? null : 'roles_gone';
    case 'streak':
      return null;
  }
}

interface Gap {
  lastUnansweredLetterAt: Date | null;
  contactGap: string;
  timezone: string;
  now: Date;
}

/** Until when a contact is left in peace after a letter they have not answered; null when they may be written to. */
export function gapUntil({ lastUnansweredLetterAt, contactGap, timezone, now }: Gap): Date | null {
  if (lastUnansweredLetterAt === null) return null;
  const until = addDuration(lastUnansweredLetterAt, contactGap, timezone);
  return until > now ? until : null;
}
