/** Which sentence opens the day, what is folded, and which row is the first to do. */
import type { Audience, FollowUpKind, ShownState } from '@app/contracts/words';

/** More than these are quieter ones. */
const MOST_REMINDERS = 7;
/** More than these go by themselves without being told apart. */
const MOST_GOING = 3;

export interface InDay {
  kind: FollowUpKind;
  audience: Audience;
  state: ShownState;
  /** ISO 8601. */
  dueAt: string;
  contact: { name: string; timezone: string | null } | null;
}

export interface Talk {
  /** ISO 8601. */
  scheduledAt: string;
  application: { companyName: string };
}

/** What waits for somebody, group by group. */
interface Waiting {
  questions: readonly InDay[];
  drafts: readonly InDay[];
  interviews: readonly Talk[];
  reminders: readonly InDay[];
}

interface Day extends Waiting {
  goesBySelf: readonly InDay[];
  /** The nearest that lies ahead, where nothing waits. */
  next: InDay | null;
}

export const isNobodyWaiting = ({ questions, drafts, interviews, reminders }: Waiting): boolean =>
  [questions, drafts, interviews, reminders].every((rows) => rows.length === 0);

export type First =
  | { kind: 'questions' | 'drafts' | 'reminders'; count: number; first: InDay }
  | { kind: 'interviews'; count: number; first: Talk }
  | { kind: 'nothing' };

export interface DaysOpening {
  /** The first talk, which the clock has fixed; null where there is none, or what comes first is that. */
  talk: Talk | null;
  first: First;
  /** The next that happens without a word; null where nothing is known to. */
  next: InDay | null;
}

/** What is answered by nobody else comes first, as the groups stand. */
export function openingOf(today: Day): DaysOpening {
  const first = firstOf(today);
  const isTalkSaid = first.kind === 'interviews';
  return {
    talk: isTalkSaid ? null : (today.interviews[0] ?? null),
    first,
    next: today.goesBySelf[0] ?? today.next,
  };
}

function firstOf({ questions, drafts, interviews, reminders }: Waiting): First {
  if (questions[0]) return { kind: 'questions', count: questions.length, first: questions[0] };
  if (drafts[0]) return { kind: 'drafts', count: drafts.length, first: drafts[0] };
  if (interviews[0]) return { kind: 'interviews', count: interviews.length, first: interviews[0] };
  if (reminders[0]) return { kind: 'reminders', count: reminders.length, first: reminders[0] };
  return { kind: 'nothing' };
}

/** The loudest first, as they come. */
export const loudest = <Row>(rows: readonly Row[]): { shown: readonly Row[]; quieter: readonly Row[] } => ({
  shown: rows.slice(0, MOST_REMINDERS),
  quieter: rows.slice(MOST_REMINDERS),
});

export const isFolded = (rows: readonly unknown[]): boolean => rows.length > MOST_GOING;
