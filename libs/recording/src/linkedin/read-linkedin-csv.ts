import { type Facts, type ImportProblem, refusal } from '@app/contracts';
import { RuleViolation } from '@app/platform';
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type CsvRecord, eachRecord } from './csv-records.js';
import {
  type Circumstances,
  type Header,
  headerOf,
  type ImportedApplication,
  malformedRow,
  rowOf,
  unknownFormat,
} from './linkedin-row.policy.js';

/** More of them are counted and not told. */
export const PROBLEMS_TOLD = 100;

export interface Reading {
  rows: number;
  applications: ImportedApplication[];
  /** Rows that repeat another one of this file. */
  repeated: number;
  problems: ImportProblem[];
  problemCount: number;
}

/** `most`: of rows that are no more than that the whole file is read, else nothing. */
export async function readLinkedInCsv(
  file: Uint8Array,
  { most, ...circumstances }: Circumstances & { most: number },
): Promise<Reading> {
  const applications = new Map<string, ImportedApplication>();
  const problems: ImportProblem[] = [];
  let [rows, problemCount] = [0, 0];
  await eachRow(file, (record, header) => {
    rows += 1;
    if (rows > most) return false;
    const read = Array.isArray(record) ? rowOf(record, header, circumstances) : malformedRow(record.broken);
    if ('key' in read) {
      if (!applications.has(read.key)) applications.set(read.key, read);
      return true;
    }
    problemCount += 1;
    if (problems.length < PROBLEMS_TOLD) problems.push({ row: rows, ...read, facts: readable(read.facts) });
    return true;
  });
  if (rows > most) throw tooManyRows(most);
  const repeated = rows - problemCount - applications.size;
  return { rows, applications: [...applications.values()], repeated, problems, problemCount };
}

/** Whether it is such a file at all, as its first line tells. What may have more rows than `most`, by its lines, is counted as well. */
export async function requireLinkedInCsv(file: Uint8Array, { most }: { most: number }): Promise<void> {
  const isCounted = hasMoreLines(file, most + 1);
  let rows = 0;
  await eachRow(file, () => {
    rows += 1;
    if (rows > most) throw tooManyRows(most);
    return isCounted;
  });
}

/** A row has one line at least. */
function hasMoreLines(file: Uint8Array, most: number): boolean {
  let lines = 1;
  for (const end of ['\n', '\r']) {
    const byte = end.charCodeAt(0);
    for (let at = file.indexOf(byte); at !== -1; at = file.indexOf(byte, at + 1)) {
      lines += 1;
      if (lines > most) return true;
    }
  }
  return false;
}

/** Of one length, because an address may be longer than an index takes. */
export const importKey = ({ key }: ImportedApplication): string => createHash('sha256').update(key).digest('hex');

/** What is quoted is the file's, cut anywhere; half a character or a null byte can neither be kept as JSON nor sent. */
const readable = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? storable(fact) : fact]),
  );
const storable = (text: string): string => text.toWellFormed().replaceAll(/\p{Cc}/gu, '\uFFFD');

async function eachRow(file: Uint8Array, take: (record: CsvRecord, header: Header) => boolean): Promise<void> {
  if (!isUtf8(file)) throw unknownFormat({ since: 'encoding' });
  let header: Header | undefined;
  await eachRecord(file, (record) => {
    if (header !== undefined) return take(record, header);
    header = headerOf(Array.isArray(record) ? record : []);
    return true;
  });
  if (header === undefined) headerOf([]);
}

function tooManyRows(most: number): RuleViolation {
  return new RuleViolation(refusal('too_many_rows', { most }), { kind: 'invalid' });
}
