/** A row of LinkedIn's `Job Applications.csv`, exactly as it is exported: an application, or a problem for a bad row. */
import { httpUrl, type ImportProblem, line, refusal, type RuleSentences } from '@app/contracts';
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

export function rowOf(
  cells: readonly string[],
  { width, indexes }: Header,
  circumstances: Circumstances,
): ImportedApplication | Complaint {
  if (cells.length !== width) {
    return complaint(null, 'malformed_row', `The row has ${cells.length} cells, the header has ${width}.`);
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
    if (error) return complaint(column, 'invalid_value', `${column} ${error.issues[0]!.message}.`);
  }
  const written = cell('Application Date');
  const local = linkedInDate(written);
  if (local === null) {
    const detail = `"${written.slice(0, 40)}" is not a date such as 11/13/23, 9:42 AM.`;
    return complaint('Application Date', 'invalid_date', detail);
  }
  const appliedAt = instantIn(timezone, local);
  if (appliedAt > now) {
    const hint = `The time lies in the future in ${timezone}. Check the time zone in /settings.`;
    return complaint('Application Date', 'in_the_future', hint);
  }
  const [companyName, title, url] = [cell('Company Name'), cell('Job Title'), cell('Job Url')];
  const key = `linkedin ${local.toString()} ${url || `${companyName}\n${title}`}`;
  return { companyName, title, url: url || null, appliedAt, key };
}

const complaint = (column: Column | null, code: ImportProblem['code'], detail: string): Complaint => {
  return { column, code, detail };
};

export function unknownFormat(facts: RuleSentences['unknown_format']): RuleViolation {
  return new RuleViolation(refusal('unknown_format', facts), { kind: 'invalid' });
}
