/** What a reminder can speak of, and how names, days and lists read in it. */
import type { MessageData, ReasonCategory, RejectableStage, Stage } from '@app/contracts';
import type { NewRoles } from './new-roles.policy.js';

export interface ReminderFacts {
  candidateName: string | null;
  contactName?: string | null;
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
  interviewAt?: Date | null;
  closedAt?: Date | null;
  newRoles?: NewRoles | null;
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

export interface Evidence {
  grade: MessageData<'vacancy.reopened.v1'>['evidence']['grade'];
  matched: string[];
  daysAbsent: number;
  closedAt: Date;
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
  if (title && companyName) return `${title} at ${companyName}`;
  return title ?? companyName ?? 'your application';
}

export function personOf({ contactName, companyName }: ReminderFacts): string {
  if (contactName && companyName) return `${contactName} at ${companyName}`;
  return contactName ?? companyName ?? 'your contact';
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
