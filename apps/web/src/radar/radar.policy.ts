/** Which sentence opens the radar, which lines of a draft are shown, and what came of a reading that was asked for. */
import type { ShownState, VacancyStatus } from '@app/contracts/words';

export interface Door {
  letters: readonly { state: ShownState }[];
}

export interface Opening {
  doors: number;
  /** Of the doors that are shown. */
  drafts: number;
  watched: number;
}

export const openingOf = (doors: readonly Door[], counts: Record<VacancyStatus, number>, watched: number): Opening => ({
  doors: counts.reopened,
  drafts: doors.flatMap(({ letters }) => letters).filter(({ state }) => state === 'draft').length,
  watched,
});

interface Drafted {
  letters: readonly { id: string; state: ShownState; dueAt: string }[];
}

/** The draft that would go first. */
export function firstToDo(doors: readonly Drafted[]): string | null {
  const drafts = doors.flatMap(({ letters }) => letters).filter(({ state }) => state === 'draft');
  const [first] = drafts.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return first?.id ?? null;
}

export const sumOf = (counts: Record<VacancyStatus, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const LINES = 3;

/** Behind the greeting, as far as one reads at a glance. */
export function firstLines(body: string): { lines: string[]; hasMore: boolean } {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return { lines: lines.slice(0, LINES), hasMore: lines.length > LINES };
}

interface Read {
  sweeping: boolean;
  lastSweepAt: string | null;
}

export type Reading = 'under_way' | 'read' | null;

/** `before`: when it had been read last, as it was asked for; undefined: nobody asked here. */
export function readingOf({ sweeping, lastSweepAt }: Read, before: string | null | undefined): Reading {
  if (before !== undefined) return lastSweepAt === before ? 'under_way' : 'read';
  return sweeping ? 'under_way' : null;
}
