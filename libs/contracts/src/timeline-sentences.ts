/** What the story of an application tells: the kind of each happening is the code of its sentence. */
import type { Direction, FollowUpKind, ReasonCategory, Stage, TouchKind } from './words.js';

type Moment = string;
type None = Readonly<Record<never, never>>;

export interface TimelineSentences {
  recorded: { to: Stage };
  stage_changed: { from: Stage; to: Stage; scheduledAt: Moment | null };
  interview_scheduled: { scheduledAt: Moment };
  interview_moved: { from: Moment; scheduledAt: Moment };
  interview_cancelled: { scheduledAt: Moment };
  rejected: { stage: Stage; category: ReasonCategory | null; words: string | null; revoked: boolean };
  touch: { kind: TouchKind; direction: Direction | null; contactName: string; text: string | null };
  /** The sentences within: `what` was done, and `why`. */
  follow_up: { kind: FollowUpKind; contactName: string | null };
  vacancy_closed: None;
  vacancy_reopened: None;
}
export type TimelineCode = keyof TimelineSentences;
