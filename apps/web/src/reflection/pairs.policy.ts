/** What they asked for, line by line, and what stands beside it. */
import { keptPairs, type Pair } from './draft.policy.js';

const MOST_LINES = 20;
const LONGEST_LINE = 300;

const BULLET = /^\s*(?:[-–—*•·●▪◦]\s*|\d{1,2}[.)]\s+)/u;

/** The lines of what they ask for, without their bullets; a heading, or a page of prose, is none. */
export const requirementsIn = (text: string | null): string[] =>
  [
    ...new Set(
      (text ?? '')
        .split('\n')
        .map((line) => line.replace(BULLET, '').trim())
        .filter((line) => line !== '' && !line.endsWith(':') && line.length <= LONGEST_LINE),
    ),
  ].slice(0, MOST_LINES);

/** What is written already, then each line that nothing stands beside yet. */
export function pairsOf(written: readonly Pair[], requirements: readonly string[]): Pair[] {
  const known = new Set(written.map(({ requirement }) => requirement));
  return [
    ...written,
    ...requirements.filter((line) => !known.has(line)).map((requirement) => ({ requirement, mine: '' })),
  ];
}

export const withPair = (pairs: readonly Pair[], at: number, changed: Partial<Pair>): Pair[] =>
  pairs.map((pair, index) => (index === at ? { ...pair, ...changed } : pair));

/** Where one stands among those that are kept, as the API is told of them. */
export const placeOf = (pairs: readonly Pair[], at: number): number => keptPairs(pairs.slice(0, at)).length;
