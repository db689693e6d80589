/** The records of a CSV file one after the other, in slices: whoever else waits for the event loop comes in between. */
import type { ImportProblemSentences } from '@app/contracts';
import { parse } from 'csv-parse';
import { setImmediate } from 'node:timers/promises';

type Broken = ImportProblemSentences['malformed_row'];
export type CsvRecord = string[] | { broken: Broken };

/** So short that even rows of two bytes, the dearest there are, take milliseconds. */
const SLICE_BYTES = 2_048;
const SLICE_MS = 5;
/** A complaint quotes the cell that it is about. */
const LONGEST_COMPLAINT = 300;
const LONGEST_RECORD_KIB = 256;
/** Each costs the parser its cell once more. */
const STRAY_QUOTES = 100;

/**
 * Until `take` wants no more, or a record has no end: a quote that is never closed takes the rest of the file with it. The file is
 * UTF-8, a byte order mark before it or not.
 */
export async function eachRecord(file: Uint8Array, take: (record: CsvRecord) => boolean): Promise<void> {
  let goesOn = true;
  let thrown: unknown;
  let given = 0;
  const give = (record: CsvRecord): void => {
    if (!goesOn) return;
    given += 1;
    try {
      goesOn = take(record);
    } catch (error) {
      [goesOn, thrown] = [false, error];
    }
  };
  let broken: { line: number; times: number; why: Broken } | undefined;
  const giveBroken = (): void => {
    if (broken !== undefined) give({ broken: broken.why });
    broken = undefined;
  };
  const parser = parse({
    bom: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_record: (cells: string[]) => {
      giveBroken();
      give(cells);
    },
    on_skip: (error) => {
      if (!error) return undefined;
      // Every stray quote is a complaint of its own, and all of a line are one row's.
      const line = Number(error.lines);
      if (broken?.line === line) broken.times += 1;
      else {
        giveBroken();
        broken = { line, times: 1, why: { since: 'syntax', said: error.message.slice(0, LONGEST_COMPLAINT) } };
      }
      if (broken.times <= STRAY_QUOTES) return undefined;
      broken.why = { since: 'stray_quotes', most: STRAY_QUOTES };
      giveBroken();
      goesOn = false;
      return undefined;
    },
  });
  let since = performance.now();
  let [passed, passedAt] = [0, 0];
  for (let start = 0; goesOn && start < file.length; start += SLICE_BYTES) {
    parser.write(file.subarray(start, start + SLICE_BYTES));
    const past = given + parser.info.empty_lines;
    if (past > passed) [passed, passedAt] = [past, start];
    if (start - passedAt > LONGEST_RECORD_KIB * 1_024) {
      give({ broken: { since: 'length', kib: LONGEST_RECORD_KIB } });
      goesOn = false;
    }
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  if (goesOn) await new Promise<void>((resolve) => void parser.end(resolve));
  giveBroken();
  parser.destroy();
  if (thrown !== undefined) throw thrown;
}
