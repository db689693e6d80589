/** What stands where on the page of today, and in which order. */
import type { Audience, FollowUpKind, HeldWhy, StoredState } from '@app/contracts';
import { dayBounds, type Reason } from '@app/follow-ups';

/** What failed, and what was said and not done, is asked about for so long. */
const REMEMBERED = 14 * 24 * 60 * 60 * 1000;
/** Whole days after this one, which carries a Friday over the weekend. */
const DAYS_AHEAD = 3;
/** Of each group. More than anybody reads in a morning. */
const MOST = 100;

export interface Spans {
  now: Date;
  rememberedSince: Date;
  /** Letters that go before then are told of. */
  goesUntil: Date;
  /** The end of tomorrow. */
  interviewsUntil: Date;
  /** The beginning of yesterday. */
  newsSince: Date;
}

/** Days are the candidate's: today ends at their midnight. */
export function spansOf(now: Date, timezone: string): Spans {
  const today = dayBounds(now, timezone);
  const dayAfter = ({ end }: { end: Date }) => dayBounds(end, timezone);
  const ahead = Array.from({ length: DAYS_AHEAD }).reduce<typeof today>(dayAfter, today);
  return {
    now,
    rememberedSince: new Date(now.getTime() - REMEMBERED),
    goesUntil: ahead.end,
    interviewsUntil: dayAfter(today).end,
    newsSince: dayBounds(new Date(today.start.getTime() - 1), timezone).start,
  };
}

export interface Row {
  id: string;
  kind: FollowUpKind;
  audience: Audience;
  state: StoredState;
  dueAt: Date;
  sentAt: Date | null;
  updatedAt: Date;
  heldWhy: HeldWhy | null;
}

export const GROUPS = ['questions', 'drafts', 'reminders', 'goesBySelf'] as const;
export type Group = (typeof GROUPS)[number];

/** Each group in its order. */
export function grouped<T extends Row>(rows: readonly T[], spans: Spans): Record<Group, T[]> {
  const groups = Map.groupBy(rows, (row) => groupOf(row, spans));
  const inOrder = (group: Group) => (groups.get(group) ?? []).sort(ORDER[group]);
  return {
    questions: inOrder('questions'),
    drafts: inOrder('drafts'),
    reminders: inOrder('reminders'),
    goesBySelf: inOrder('goesBySelf'),
  };
}

/** No more of each than is read; once what is settled is out. */
export const firstOf = <T>({ questions, drafts, reminders, goesBySelf }: Record<Group, T[]>): Record<Group, T[]> => ({
  questions: questions.slice(0, MOST),
  drafts: drafts.slice(0, MOST),
  reminders: reminders.slice(0, MOST),
  goesBySelf: goesBySelf.slice(0, MOST),
});

const groupOf = (row: Row, spans: Spans): Group | null =>
  row.audience === 'contact' ? groupOfLetter(row, spans) : groupOfReminder(row, spans);

function groupOfLetter({ state, heldWhy, dueAt, updatedAt }: Row, { rememberedSince, goesUntil }: Spans): Group | null {
  switch (state) {
    case 'unconfirmed':
      return 'questions';
    case 'failed':
    case 'bounced':
      return updatedAt >= rememberedSince ? 'questions' : null;
    case 'held':
      return heldWhy === 'sender_missing' ? 'questions' : null;
    case 'draft':
      return 'drafts';
    case 'waiting':
    case 'retrying':
    case 'sending':
      return dueAt < goesUntil ? 'goesBySelf' : null;
    default:
      return null;
  }
}

/** No mail can bring these; what they say is said here all the same. */
const UNDELIVERABLE = new Set<HeldWhy | null>(['sender_missing', 'mailbox_refused']);

function groupOfReminder(row: Row, { now, rememberedSince }: Spans): Group | null {
  // Preparations stand with their interviews.
  if (row.kind === 'interview_prep' || saidAt(row) < rememberedSince) return null;
  switch (row.state) {
    case 'sent':
    case 'failed':
      return 'reminders';
    case 'waiting':
    case 'retrying':
    case 'sending':
      return row.dueAt <= now ? 'reminders' : null;
    case 'held':
      return row.dueAt <= now && UNDELIVERABLE.has(row.heldWhy) ? 'reminders' : null;
    default:
      return null;
  }
}

const saidAt = ({ sentAt, dueAt }: Row): Date => sentAt ?? dueAt;

/** What spoils first comes first. */
const REMINDERS: readonly FollowUpKind[] = [
  'reopened',
  'vacancy_closed',
  'related_role',
  'new_roles',
  'streak',
  'reflection',
  'find_contact',
  'check_in',
  'half_year',
  'board_gone',
];
const QUESTIONS: readonly StoredState[] = ['unconfirmed', 'failed', 'bounced', 'held'];

type Comparison = (a: Row, b: Row) => number;
const byTime: Comparison = (a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1);
const first =
  (rank: (row: Row) => number): Comparison =>
  (a, b) =>
    rank(a) - rank(b) || byTime(a, b);

const ORDER: Record<Group, Comparison> = {
  questions: first(({ state }) => (state === 'bounced' ? QUESTIONS.indexOf('failed') : QUESTIONS.indexOf(state))),
  drafts: byTime,
  reminders: first(({ kind }) => REMINDERS.indexOf(kind)),
  goesBySelf: byTime,
};

/** What is known beside the row of what was said or tried. */
export interface Since {
  reasons: readonly Reason[];
  lastTouchAt: Date | null;
  /** Another letter about the same rejection went, or is to go. */
  isWrittenAnew: boolean;
}

/** The address is what is to be decided about. */
const ABOUT_THE_ADDRESS = new Set<string>(['address_bounced', 'unread_address']);

/** Nobody need say anything about it any more. */
export function isSettled(row: Row, { reasons, lastTouchAt, isWrittenAnew }: Since): boolean {
  const isEnded = reasons.some(({ effect, code }) => effect === 'ends' && !ABOUT_THE_ADDRESS.has(code));
  if (row.audience === 'candidate')
    return isEnded || (isHello(row) && lastTouchAt !== null && lastTouchAt > saidAt(row));
  return (row.state === 'failed' || row.state === 'bounced') && (isEnded || isWrittenAnew);
}

const isHello = ({ kind }: Row) => kind === 'check_in' || kind === 'half_year';
