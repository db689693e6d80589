/** Which reminders go to the candidate as one mail, and what that mail is called. */
import type { FollowUpKind } from '@app/contracts';

/** The rest is said by itself: an alert, an evening's preparation, and what follows at once from something that happened. */
export const TOGETHER = [
  'reflection',
  'check_in',
  'half_year',
  'vacancy_closed',
  'new_roles',
  'related_role',
  'board_gone',
] as const satisfies readonly FollowUpKind[];

export function mayGoTogether(kind: FollowUpKind): boolean {
  return (TOGETHER as readonly FollowUpKind[]).includes(kind);
}

/** `localDate` as YYYY-MM-DD; `used` are the Message-IDs that the candidate's reminders bear. The left part of the next one. */
export function nextDigestName(candidateId: string, localDate: string, used: readonly string[]): string {
  const first = `digest-${candidateId}-${localDate}`;
  const numbers = used.flatMap((messageId) => {
    const [, name, number] = /^<(digest-.+?-\d{4}-\d\d-\d\d)(?:-(\d+))?@/.exec(messageId) ?? [];
    return name === first ? [Number(number ?? 1)] : [];
  });
  const number = Math.max(0, ...numbers) + 1;
  return number === 1 ? first : `${first}-${number}`;
}

/** The day that a digest is of, as its Message-ID says it; null for a reminder that goes by itself. */
export function digestDate(messageId: string): string | null {
  return /^<digest-.+?-(\d{4}-\d\d-\d\d)(?:-\d+)?@/.exec(messageId)?.[1] ?? null;
}
