/** LinkedIn's `Job Applications.csv`, exactly as it is exported: rows to applications, or a problem for a bad row. */
import { httpUrl, line } from '@app/contracts';
import { RuleViolation } from '@app/platform';
import { parse } from 'csv-parse/sync';
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

export interface RowProblem {
  /** Rows are counted from 1 below the header. */
  row: number;
  column: Column | null;
  code: 'malformed_row' | 'invalid_value' | 'invalid_date' | 'in_the_future';
  detail: string;
}

export interface Reading {
  rows: number;
  applications: ImportedApplication[];
  /** Rows that repeat another one of this file. */
  repeated: number;
  problems: RowProblem[];
}

interface Circumstances {
  timezone: string;
  now: Date;
}

export function readLinkedInCsv(file: Uint8Array, circumstances: Circumstances): Reading {
  const [header, ...rows] = records(decoded(file));
  const indexes = columnIndexes(header);
  const width = Array.isArray(header) ? header.length : 0;
  const applications = new Map<string, ImportedApplication>();
  const problems: RowProblem[] = [];
  rows.forEach((cells, index) => {
    const problem = (column: Column | null, code: RowProblem['code'], detail: string) =>
      void problems.push({ row: index + 1, column, code, detail });
    if (!Array.isArray(cells)) return problem(null, 'malformed_row', cells.broken);
    if (cells.length !== width) {
      return problem(null, 'malformed_row', `The row has ${cells.length} cells, the header has ${width}.`);
    }
    const application = applicationOf((column) => cells[indexes[column]]!.trim(), circumstances, problem);
    if (application) applications.set(application.key, applications.get(application.key) ?? application);
  });
  const repeated = rows.length - problems.length - applications.size;
  return { rows: rows.length, applications: [...applications.values()], repeated, problems };
}

type Complain = (column: Column, code: RowProblem['code'], detail: string) => void;

const VALUES = {
  'Company Name': line(300),
  'Job Title': line(500),
  'Job Url': httpUrl,
} as const;

function applicationOf(
  cell: (column: Column) => string,
  { timezone, now }: Circumstances,
  complain: Complain,
): ImportedApplication | void {
  for (const column of ['Company Name', 'Job Title', 'Job Url'] as const) {
    if (column === 'Job Url' && cell(column) === '') continue;
    const { error } = VALUES[column].safeParse(cell(column));
    if (error) return complain(column, 'invalid_value', `${column} ${error.issues[0]!.message}.`);
  }
  const written = cell('Application Date');
  const local = linkedInDate(written);
  if (local === null) {
    return complain(
      'Application Date',
      'invalid_date',
      `"${written.slice(0, 40)}" is not a date such as 11/13/23, 9:42 AM.`,
    );
  }
  const appliedAt = instantIn(timezone, local);
  if (appliedAt > now) {
    const hint = `The time lies in the future in ${timezone}. Check the time zone in /settings.`;
    return complain('Application Date', 'in_the_future', hint);
  }
  const [companyName, title, url] = [cell('Company Name'), cell('Job Title'), cell('Job Url')];
  const key = `linkedin ${local.toString()} ${url || `${companyName}\n${title}`}`;
  return { companyName, title, url: url || null, appliedAt, key };
}

type CsvRecord = string[] | { broken: string };

function records(text: string): CsvRecord[] {
  const found: CsvRecord[] = [];
  parse(text, {
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_record: (cells: string[]) => void found.push(cells),
    on_skip: (error) => void (error && found.push({ broken: `${error.message}.` })),
  });
  return found;
}

function decoded(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw unknownFormat('The file is not UTF-8 text');
  }
}

function columnIndexes(header: CsvRecord | undefined): Record<Column, number> {
  const names = Array.isArray(header) ? header.map((name) => name.trim()) : [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw unknownFormat(`The first line does not name the column ${missing.join(', ')}`);
  return Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
}

function unknownFormat(what: string): RuleViolation {
  const hint = `Send LinkedIn's "Job Applications.csv" as it is exported (Settings, Data privacy, Get a copy of your data).`;
  return new RuleViolation('unknown_format', `${what}. ${hint}`, { kind: 'invalid' });
}
