/** The story of an application, a sentence for each thing that happened. */
import type { Direction, FollowUpKind, ReasonCategory, Stage, TouchKind } from '@app/contracts';

export type Happening =
  | { type: 'recorded'; to: Stage }
  | { type: 'stage_changed'; from: Stage; to: Stage; scheduledAt: string | null }
  | { type: 'interview_scheduled' | 'interview_cancelled'; scheduledAt: string }
  | { type: 'interview_moved'; from: string; scheduledAt: string }
  | { type: 'rejected'; stage: Stage; category: ReasonCategory | null; words: string | null; revoked: boolean }
  | { type: 'touch'; kind: TouchKind; direction: Direction | null; contactName: string; text: string | null }
  | { type: 'follow_up'; kind: FollowUpKind; contactName: string | null; what: string; why: string | null }
  | { type: 'vacancy_closed' | 'vacancy_reopened' };

export function narrate(happening: Happening): string {
  switch (happening.type) {
    case 'recorded':
      return `Recorded as ${happening.to}`;
    case 'stage_changed':
      return `Moved from ${happening.from} to ${happening.to}${hour(happening.scheduledAt)}`;
    case 'interview_scheduled':
      return `Interview scheduled for ${happening.scheduledAt}`;
    case 'interview_moved':
      return `Interview moved from ${happening.from} to ${happening.scheduledAt}`;
    case 'interview_cancelled':
      return `Interview of ${happening.scheduledAt} taken away`;
    case 'rejected':
      return `Rejected at ${happening.stage}${reason(happening)}${happening.revoked ? ' (taken back later)' : ''}`;
    case 'touch':
      return `${title(happening.kind)}${between(happening)}${quoted(happening.text)}`;
    case 'follow_up':
      return `${title(happening.kind)}${to(happening.contactName)}: ${happening.what}${because(happening.why)}`;
    case 'vacancy_closed':
      return 'The vacancy closed';
    case 'vacancy_reopened':
      return 'The vacancy opened again';
  }
}

const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
const hour = (scheduledAt: string | null) => (scheduledAt === null ? '' : `, scheduled for ${scheduledAt}`);
const because = (why: string | null) => (why === null ? '' : ` — ${why}`);
const quoted = (text: string | null) => (text === null ? '' : `: ${text}`);
const to = (contactName: string | null) => (contactName === null ? '' : ` to ${contactName}`);

function reason({ category, words }: { category: ReasonCategory | null; words: string | null }): string {
  return `${category === null ? '' : `, ${category.replaceAll('_', ' ')}`}${quoted(words)}`;
}

function between({ direction, contactName }: { direction: Direction | null; contactName: string }): string {
  if (direction === null) return ` with ${contactName}`;
  return direction === 'in' ? ` from ${contactName}` : ` to ${contactName}`;
}
