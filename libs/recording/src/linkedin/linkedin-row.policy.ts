/** A row of LinkedIn's `Job Applications.csv`, exactly as it is exported: an application, or a problem for a bad row. */
import {
  httpUrl,
  type ImportProblem,
  type ImportProblemCode,
  type ImportProblemSentences,
  line,
  refusal,
  type RuleCode,
  ruleOf,
  type RuleSentences,
} from '@app/contracts';
import { RuleViolation } from '@app/platform';
import { instantIn, linkedInDate } from './linkedin-date.policy.js';

/** What is read; phone, address, resume and answers are the candidate's private data and stay in the file. */
const COLUMNS = ['Application Date', 'Company Name', 'Job Title', 'Job Url'] as const;
type Column = (typeof COLUMNS)[number];

export interface ImportedApplication {
  companyName: string;
  title: string;
  url: string | null;
  appliedAt: Date;
  /** The same for the same URL and date as written, in whatever zone the file is read. */
  key: string;
}

export interface Circumstances {
  timezone: string;
  now: Date;
}

export interface Header {
  width: number;
  indexes: Record<Column, number>;
}

export function headerOf(first: readonly string[]): Header {
  const names = first.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw unknownFormat({ since: 'columns', missing: missing.join(', ') });
  const indexes = Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)]));
  return { width: first.length, indexes: indexes as Record<Column, number> };
}

type Complaint = Omit<ImportProblem, 'row'>;
/** So much of a cell is told that is no date. */
const LONGEST_TOLD = 40;

export function rowOf(
  cells: readonly string[],
  { width, indexes }: Header,
  circumstances: Circumstances,
): ImportedApplication | Complaint {
  if (cells.length !== width) {
    return malformedRow({ since: 'cells', cells: cells.length, header: width });
  }
  return applicationOf((column) => cells[indexes[column]]!.trim(), circumstances);
}

const VALUES = {
  'Company Name': line(300),
  'Job Title': line(500),
  'Job Url': httpUrl,
} as const;

function applicationOf(
  cell: (column: Column) => string,
  { timezone, now }: Circumstances,
): ImportedApplication | Complaint {
  for (const column of ['Company Name', 'Job Title', 'Job Url'] as const) {
    if (column === 'Job Url' && cell(column) === '') continue;
    const { error } = VALUES[column].safeParse(cell(column));
    if (error) return complaint(column, 'invalid_value', { column, ...ruleThatRefused(error.issues[0]!) });
  }
  const written = cell('Application Date');
  const local = linkedInDate(written);
  if (local === null) {
    return complaint('Application Date', 'invalid_date', { written: written.slice(0, LONGEST_TOLD) });
  }
  const appliedAt = instantIn(timezone, local);
  if (appliedAt > now) return complaint('Application Date', 'in_the_future', { timezone });
  const [companyName, title, url] = [cell('Company Name'), cell('Job Title'), cell('Job Url')];
  const key = `linkedin ${local.toString()} ${url || `${companyName}\n${title}`}`;
  return { companyName, title, url: url || null, appliedAt, key };
}

/** Beside the rules of the shapes a value has a length, which zod counts. */
function ruleThatRefused(issue: Issue): { rule: RuleCode } | { rule: 'too_big'; maximum: number } {
  return 'maximum' in issue ? { rule: 'too_big', maximum: Number(issue.maximum) } : { rule: ruleOf(issue.message)! };
}
type Issue = { message: string } | { message: string; maximum: unknown };

export const malformedRow = (facts: ImportProblemSentences['malformed_row']): Complaint =>
  complaint(null, 'malformed_row', facts);

function complaint<C extends ImportProblemCode>(
  column: Column | null,
  code: C,
  facts: ImportProblemSentences[C],
): Complaint {
  return { column, code, facts: { ...facts } };
}

export function unknownFormat(facts: RuleSentences['unknown_format']): RuleViolation {
  return new RuleViolation(refusal('unknown_format', facts), { kind: 'invalid' });
}
