/** What reasons are decided from, and what they are. */
import type { Facts, FollowUpKind, ReasonCode, Settings, Stage, VacancyStatus } from '@app/contracts';
import type { SenderLack } from '../sender.policy.js';

/**
 * `ends`: it cannot pass. `holds`: it may pass, at `until` or when something changes. `asks`: the candidate's yes is wanted.
 * What makes a letter wait for minutes or days of its turn (window, cap, spacing) is decided where it is sent.
 */
export interface Reason {
  code: ReasonCode;
  effect: 'ends' | 'holds' | 'asks';
  until: Date | null;
  facts: Facts;
}

/** What is asked about: a row, or what a policy is about to plan. */
export interface Asked {
  kind: FollowUpKind;
  contactId: string | null;
  rejectionId: string | null;
  interviewId: string | null;
  /** When the fact behind it happened: what came before it changes nothing. */
  since: Date;
  /** When it would go if nothing held it. */
  dueAt: Date;
  /** An earlier version planned it, by rules of its own for what they said. */
  isOfEarlierVersion: boolean;
  /** The close that it tells of, ISO 8601: a close is its timestamp. */
  closedAt: string | null;
  /** The hour of the interview that it speaks of, ISO 8601. */
  interviewAt: string | null;
  chosenAt: Date | null;
  approvedAt: Date | null;
  despiteNotLooking: boolean;
  despiteNoLetters: boolean;
}

export interface ContactNow {
  email: string | null;
  doNotContact: boolean;
  isBounced: boolean;
  isUnread: boolean;
  lastMailInAt: Date | null;
  /** By the candidate's own hand; letters sent from here do not count. */
  lastManualMailOutAt: Date | null;
  /** To them or to their address, sent or perhaps sent, and no mail from whoever has or had it since. */
  lastUnansweredLetterAt: Date | null;
  /** An application with them is rejected, and there is a touch to count from. */
  isKeptWarm: boolean;
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
  /** When a letter went, or may have gone, to one of its readers about what may be this rejection, before a deletion. */
  writtenBeforeAt: Date | null;
  /** What is missing for a letter, or for a reminder, to have somebody it is from. */
  senderMissing: SenderLack | null;
  /** The mail server refuses what we send, or did so with this mail a short while ago. */
  isMailRefused: boolean;
  settings: Settings;
  now: Date;
}
