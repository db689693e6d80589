/** What a reminder can speak of, and how names, days and lists read in it. */
import type { MessageData, ReasonCategory, RejectableStage, Stage } from '@app/contracts';
import { properName } from './company-name.policy.js';
import type { PersonFacts } from './letter.policy.js';
import type { NewRoles } from './new-roles.policy.js';
import { titleOf } from './role-name.policy.js';

export interface ReminderFacts {
  /** Of the reminder. */
  id: string;
  applicationId?: string | null;
  candidateName: string | null;
  contact?: PersonFacts | null;
  /** Their address, where it is one that nobody reads. */
  unreadAddress?: string | null;
  /** They want no mail, so nobody is told to write to them. */
  contactOptedOut?: boolean;
  companyName?: string | null;
  title?: string | null;
  url?: string | null;
  requirements?: string | null;
  stage?: Stage | null;
  rejection?: { stage: RejectableStage; words: string | null; receivedAt: Date } | null;
  lastTouchAt?: Date | null;
  streak?: Streak | null;
  evidence?: Evidence | null;
  cooldownUntil?: Date | null;
  /** A letter about the opening waits for a yes; unknown counts as yes. */
  hasDraft?: boolean;
  interviewAt?: Date | null;
  closedAt?: Date | null;
  newRoles?: NewRoles | null;
  /** Another job that came in the place of the one that closed. */
  role?: { title: string; url: string | null } | null;
  board?: GoneBoard | null;
  /** For work; unknown counts as yes. */
  looking?: boolean;
  /** The moment it goes, or would: what is long ago is long before it. */
  at?: Date | null;
  timezone: string;
  /** Where the candidate opens Rekindle. */
  publicUrl: string;
}

export interface Streak {
  length: number;
  /** All rejections counted in `byStage` and `byReason`. */
  total: number;
  byStage: Record<string, number>;
  byReason: Record<string, number>;
}

/** A job board that is not there any more, and a vacancy that is watched on it. */
export interface GoneBoard {
  name: string;
  goneSince: Date;
  title: string;
}

export interface Evidence {
  grade: MessageData<'vacancy.reopened.v1'>['evidence']['grade'];
  matched: string[];
  daysAbsent: number;
  closedAt: Date;
  /** As the board shows them. */
  previousTitle?: string;
  title?: string;
}

/** Where it is another one than before. */
export function titleNow(evidence: Pick<Evidence, 'grade' | 'title'> | undefined): string | null {
  return evidence?.grade === 'another_title' ? (evidence.title ?? null) : null;
}

export const REASON_NAMES: Record<ReasonCategory, string> = {
  hard_skills: 'hard skills',
  soft_skills: 'soft skills',
  culture_fit: 'culture fit',
  experience: 'experience',
  language: 'language',
  compensation: 'compensation',
  position_closed: 'the position was closed',
  other_candidate: 'another candidate',
  unknown: 'unknown',
};

export function positionOf({ title, companyName }: ReminderFacts): string {
  const company = properName(companyName);
  const role = title ? titleOf({ title, companyName: company }) : null;
  if (role && company) return `${role} at ${company}`;
  return role ?? company ?? 'your application';
}

/** At their own company; an agency's recruiter is not at the one the vacancy is with. */
export function personOf({ contact, companyName }: ReminderFacts): string {
  if (!contact) return properName(companyName) ?? 'your contact';
  const company = properName(contact.companyName ?? (isOfAgency(contact) ? null : companyName));
  const isSaid = company === null || contact.name.toLowerCase().includes(company.toLowerCase());
  return isSaid ? contact.name : `${contact.name} at ${company}`;
}

export function isOfAgency(contact: PersonFacts | null | undefined): boolean {
  return contact?.role === 'agency_recruiter';
}

export function dayOf(at: Date, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: timezone }).format(at);
}

export function timeOf(at: Date, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: timezone }).format(at);
}

export function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** The largest first, each over the same denominator. */
export function shares(counts: Record<string, number>, total: number): string {
  const names: Record<string, string> = REASON_NAMES;
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return list(sorted.map(([key, count]) => `${names[key] ?? key}: ${count} of ${total}`));
}
