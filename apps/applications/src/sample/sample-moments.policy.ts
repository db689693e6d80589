/** When what the sample tells of happened, by the candidate's day. */
import type { Chapter } from './story.words.js';

export interface Moments {
  appliedAt: Date;
  rejectedAt: Date | null;
  sentAt: Date | null;
  answeredAt: Date | null;
  interviewAt: Date | null;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MORNING = 9 * HOUR;

/** `today`: from its first moment to that of tomorrow. Whatever happened today happened as it began. */
export function momentsOf(chapter: Chapter, today: { start: Date; end: Date }): Moments {
  const ago = (days: number | undefined) =>
    days === undefined ? null : new Date(today.start.getTime() - days * DAY + (days === 0 ? 0 : MORNING));
  const letter = typeof chapter.letter === 'object' ? chapter.letter : null;
  return {
    appliedAt: ago(chapter.appliedAgo)!,
    rejectedAt: ago(chapter.rejectedAgo),
    sentAt: ago(letter?.sentAgo),
    answeredAt: ago(letter?.answeredAgo),
    interviewAt: chapter.hasInterviewTomorrow ? new Date(today.end.getTime() + MORNING + HOUR) : null,
  };
}
