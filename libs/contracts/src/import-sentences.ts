/** What is wrong with a row of a file: each code, and the facts that belong to it. */
import type { RuleCode } from './rule-words.js';

export interface ImportProblemSentences {
  /** `said`: what whoever reads such files says of it. */
  malformed_row:
    | { since: 'cells'; cells: number; header: number }
    | { since: 'syntax'; said: string }
    | { since: 'stray_quotes'; most: number }
    | { since: 'length'; kib: number };
  invalid_value: { column: string; rule: RuleCode } | { column: string; rule: 'too_big'; maximum: number };
  invalid_date: { written: string };
  in_the_future: { timezone: string };
}
export type ImportProblemCode = keyof ImportProblemSentences;

export const IMPORT_PROBLEMS = [
  'malformed_row',
  'invalid_value',
  'invalid_date',
  'in_the_future',
] as const satisfies readonly ImportProblemCode[];
