/** Why a follow-up must not go, must wait or must change: the one place that decides it, whoever asks. */
import type { FollowUpKind, HeldWhy, Settings, Stage, VacancyStatus } from '@app/contracts';
import { INTERVIEW_STAGES, REJECTABLE_STAGES } from '@app/contracts';
import { addDuration } from '../duration.policy.js';
import type { ReasonCode, ReasonFacts } from './reason-words.js';

/**
 * `ends`: it cannot pass. `holds`: it may pass, at `until` or when something changes. `asks`: the candidate's yes is wanted.
 * What makes a letter wait for minutes or days of its turn (window, cap, spacing) is decided where it is sent.
 */
export interface Reason {
  code: ReasonCode;
  effect: 'ends' | 'holds' | 'asks';
  until: Date | null;
  facts: ReasonFacts;
}

/** What is asked about: a row, or what a policy is about to plan. */
export interface Asked {
  kind: FollowUpKind;
  contactId: string | null;
  rejectionId: string | null;
  interviewId: string | null;
  /** When the fact behind it happened: what came before it changes nothing. */
  since: Date;
  dueAt: Date;
  /** The close that it tells of, ISO 8601: a close is its timestamp. */
  closedAt: string | null;
  /** The hour of the interview that it speaks of, ISO 8601. */
  interviewAt: string | null;
  chosenAt: Date | null;
  approvedAt: Date | null;
  despiteNotLooking: boolean;
}

export interface ContactNow {
  email: string | null;
  doNotContact: boolean;
  isBounced: boolean;
  isUnread: boolean;
  lastMailInAt: Date | null;
  /** By the candidate's own hand; letters sent from here do not count. */
  lastManualMailOutAt: Date | null;
  /** To them or to their address, sent or perhaps sent, and no mail from them since. */
  lastUnansweredLetterAt: Date | null;
}

export interface StandingRejection {
  id: string;
  reasonCategory: string | null;
}

export interface Situation {
  asked: Asked;
  /** Null: deleted, or there never was one. */
  application: { stage: Stage; contactId: string | null } | null;
  contact: ContactNow | null;
  /** Of the application's present contact, when it is another one or there is none. */
  rejection: StandingRejection | null;
  vacancy: { status: VacancyStatus; closedAt: Date | null } | null;
  /** Null: there is none, or it was taken away. */
  interview: { scheduledAt: Date } | null;
  /** Somebody with a working address is the application's contact. */
  hasReachableContact: boolean;
  newRoles: { contactNames: readonly string[]; total: number } | null;
  /** Of the acceptance that stands, the latest if there are several. */
  acceptedAt: Date | null;
  /** What is missing for a letter, or for a reminder, to have somebody it is from. */
  senderMissing: 'address' | 'name' | 'address and name' | null;
  settings: Settings;
  now: Date;
}

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

const ends = (code: ReasonCode, facts: ReasonFacts = {}): Reason => ({ code, effect: 'ends', until: null, facts });
const holds = (code: HeldWhy & ReasonCode, until: Date | null = null, facts: ReasonFacts = {}): Reason => ({
  code,
  effect: 'holds',
  until,
  facts,
});
const only = (reasons: (Reason | false)[]): Reason[] => reasons.filter((reason) => reason !== false);

const REASONS = new Set([
  'hard_skills',
  'soft_skills',
  'culture_fit',
  'experience',
  'language',
  'compensation',
  'position_closed',
]);

/** Whether they said why. That the choice fell on somebody else, or words that name no reason, leave the question open. */
export function hasReasons({ reasonCategory }: { reasonCategory: string | null }): boolean {
  return reasonCategory !== null && REASONS.has(reasonCategory);
}

/** Sent, and neither decided nor given up. */
export function isInProcess(stage: Stage | undefined): boolean {
  return (REJECTABLE_STAGES as readonly (Stage | undefined)[]).includes(stage);
}

function letterReasons(situation: Situation): Reason[] {
  const { asked, application, contact, settings, now } = situation;
  const isOutreach = asked.kind === 'reopened_outreach';
  return only([
    ...personReasons(situation),
    ...rejectionReasons(situation),
    wasAcceptedSince(situation) && ends('offer_accepted', { at: situation.acceptedAt!.toISOString() }),
    isOutreach && isClosedAgain(situation) && ends('closed_again'),
    !isOutreach && now > lapsesAt(asked, settings) && ends('too_late', { since: asked.since.toISOString() }),
    application !== null && !settings.looking && !asked.despiteNotLooking && holds('not_looking'),
    !isOutreach && !settings.feedbackRequest.enabled && holds('disabled'),
    situation.senderMissing !== null && holds('sender_missing', null, { missing: situation.senderMissing }),
    ...gapReason(asked, contact, settings, now),
    !isOutreach && settings.approval === 'review' && asked.approvedAt === null && NOT_APPROVED,
  ]);
}

const NOT_APPROVED: Reason = { code: 'not_approved', effect: 'asks', until: null, facts: {} };

function personReasons({ asked, application, contact }: Situation): (Reason | false)[] {
  const isSince = (at: Date | null) => at !== null && at > asked.since;
  return [
    application === null && ends('application_deleted'),
    application !== null &&
      asked.contactId !== null &&
      application.contactId !== asked.contactId &&
      ends('contact_changed'),
    (contact === null || contact.email === null) && ends('no_address'),
    contact?.doNotContact === true && ends('do_not_contact'),
    contact?.isBounced === true && ends('address_bounced'),
    contact?.isUnread === true && ends('unread_address', { address: contact.email }),
    isSince(contact?.lastMailInAt ?? null) && ends('contact_wrote'),
    isSince(contact?.lastManualMailOutAt ?? null) && ends('candidate_wrote'),
  ];
}

function rejectionReasons({ asked, application, rejection }: Situation): (Reason | false)[] {
  const isAnother = asked.rejectionId !== null && rejection !== null && rejection.id !== asked.rejectionId;
  const given = rejection !== null && hasReasons(rejection);
  return [
    application !== null && (application.stage !== 'rejected' || isAnother) && ends('no_longer_rejected'),
    asked.kind === 'feedback_request' && given && ends('reasons_given'),
    asked.kind === 'thank_you' && rejection !== null && !given && ends('reasons_taken_back'),
  ];
}

/** An acceptance is a moment: what happened after it has nothing to do with it. */
function wasAcceptedSince({ asked, acceptedAt }: Situation): boolean {
  return acceptedAt !== null && acceptedAt > asked.since;
}

function isClosedAgain({ asked, vacancy }: Situation): boolean {
  if (vacancy === null || asked.closedAt === null) return false;
  if (vacancy.status === 'closed') return true;
  return vacancy.closedAt !== null && vacancy.closedAt.toISOString() !== asked.closedAt;
}

const FIRST_GO_GRACE = 'P20D';
const CHOSEN_GRACE = 'P7D';

/** From when on an answer to a rejection would seem odd, unless the candidate let it go or chose a moment lately. */
export function lapsesAt(
  { since, chosenAt }: Pick<Asked, 'since' | 'chosenAt'>,
  { feedbackRequest }: Pick<Settings, 'feedbackRequest'>,
): Date {
  const first = addDuration(addDuration(since, feedbackRequest.delay, 'UTC'), FIRST_GO_GRACE, 'UTC');
  const chosen = chosenAt && addDuration(chosenAt, CHOSEN_GRACE, 'UTC');
  return chosen !== null && chosen > first ? chosen : first;
}

function gapReason(asked: Asked, contact: ContactNow | null, settings: Settings, now: Date): Reason[] {
  const { contactGap, timezone } = settings;
  const lastUnansweredLetterAt = contact?.lastUnansweredLetterAt ?? null;
  const until = gapUntil({ lastUnansweredLetterAt, contactGap, timezone, now });
  return until !== null && until > asked.dueAt ? [holds('contact_gap', until)] : [];
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

function reminderReasons(situation: Situation): Reason[] {
  const { senderMissing } = situation;
  const isNowhere = senderMissing === 'address' || senderMissing === 'address and name';
  return only([...reminderEnds(situation), isNowhere && holds('sender_missing', null, { missing: 'address' })]);
}

function reminderEnds(situation: Situation): (Reason | false)[] {
  const { asked, application, contact, vacancy, newRoles, rejection, settings } = situation;
  const isAnother = asked.rejectionId !== null && rejection !== null && rejection.id !== asked.rejectionId;
  const isOver = (application?.stage !== 'rejected' || isAnother) && ends('no_longer_rejected');
  const isQuiet = !settings.looking && ends('not_looking');
  const isOptedOut = contact?.doNotContact === true && ends('do_not_contact');
  const isDeleted = application === null && ends('application_deleted');
  switch (asked.kind) {
    case 'reflection':
      return [isDeleted, isOver];
    case 'find_contact':
      return [isDeleted, isOver, situation.hasReachableContact && ends('contact_found')];
    case 'check_in':
      return [isOptedOut];
    case 'half_year':
      return [isOptedOut, isQuiet];
    case 'reopened':
      return [isDeleted, isOver, isClosedAgain(situation) && ends('closed_again'), isQuiet];
    case 'interview_prep':
      return [isDeleted, ...preparationEnds(situation)];
    case 'vacancy_closed':
      return [isDeleted, !isInProcess(application?.stage) && ends('no_longer_in_process'), isSeenOpen(asked, vacancy)];
    case 'new_roles':
      return [
        isQuiet,
        !newRoles?.contactNames.length && ends('no_warm_contact'),
        !newRoles?.total && ends('roles_gone'),
      ];
    default:
      return [];
  }
}

function preparationEnds({ asked, application, interview, now }: Situation): (Reason | false)[] {
  const isAhead = application !== null && (INTERVIEW_STAGES as readonly Stage[]).includes(application.stage);
  return [
    application !== null && !isAhead && ends('no_longer_interview'),
    asked.interviewId !== null && interview === null && ends('interview_gone'),
    interview !== null && interview.scheduledAt.toISOString() !== asked.interviewAt && ends('interview_moved'),
    interview !== null && interview.scheduledAt <= now && ends('interview_over'),
  ];
}

function isSeenOpen({ closedAt }: Asked, vacancy: Situation['vacancy']): Reason | false {
  const stands = vacancy?.status === 'closed' && vacancy.closedAt?.toISOString() === closedAt;
  return !stands && ends('seen_open');
}
