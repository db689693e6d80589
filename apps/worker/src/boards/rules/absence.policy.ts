/** Which absences count, and how many of them close a posting. */

/** Two looks within an hour, as by hand, are one. */
export const APART_MS = 6 * 3_600_000;
const SMALL_BELOW = 10;

export interface SweepRules {
  /** In how many complete sweeps running a posting has to be absent to count as closed. */
  absences: number;
  /** On a small board, where one broken answer is most of it. */
  absencesOnSmall: number;
}

export const SWEEP_RULES: SweepRules = { absences: 2, absencesOnSmall: 3 };

/** `size`: how many postings the last sweep that was believed showed. A page with one posting is no list. */
export function absencesNeeded(rules: SweepRules, size: number | null, isOnePosting: boolean): number {
  return isOnePosting || (size ?? 0) >= SMALL_BELOW ? rules.absences : rules.absencesOnSmall;
}

/** The first one always counts. Rows of earlier versions do not say when theirs did. */
export function countsAgain(
  row: { misses: number; missingSince: Date | null; missedAt: Date | null },
  at: Date,
): boolean {
  const last = row.missedAt ?? row.missingSince;
  return row.misses === 0 || last === null || at.getTime() - last.getTime() >= APART_MS;
}
