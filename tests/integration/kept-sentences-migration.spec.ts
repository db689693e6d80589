/** What was kept in words beside follow-ups reads as it did, and is ours to say in another language. */
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type FormerDatabase, formerDatabase, SCHEMA_0014 } from '../support/former-version.js';
import { columnsOf, contentsOf } from '../support/stored-rows.js';
import { FORMER_FAILURES, FORMER_PROBLEMS } from '../support/upgrade/former-kept-sentences.js';

jest.setTimeout(180_000);

/** Of another version, or of nobody. */
const UNKNOWN = 'Nobody of us said this: 日本語.';

let db: FormerDatabase;
let before: Record<string, object[]>;
let after: Record<string, object[]>;
beforeAll(async () => {
  db = await formerDatabase(SCHEMA_0014);
  await failedImports();
  const columns = await columnsOf(db);
  before = await read(columns);
  await db.upgrade();
  after = await read(columns);
});
afterAll(() => db.drop());

async function read(columns: Record<string, string[]>): Promise<Record<string, object[]>> {
  const contents = await contentsOf(db, columns);
  return Object.fromEntries(
    Object.entries(contents).map(([table, { rows }]) => [table, rows.map((row) => JSON.parse(row) as object)]),
  );
}

async function failedImports(): Promise<void> {
  const problems = [...FORMER_PROBLEMS, ['invalid_value', 'Job Title', UNKNOWN] as const];
  const told = problems.map(([code, column, detail], row) => ({ row: row + 1, column, code, detail }));
  const failures = [...FORMER_FAILURES, ['company_exists', UNKNOWN] as const, ['too_many_rows', UNKNOWN] as const];
  for (const [code, why] of failures) {
    await db.query(
      `insert into imports (id, candidate_id, format, state, timezone, why_code, why, problems, problem_count, ended_at)
       values ($1, $2, 'linkedin', 'failed', 'UTC', $3, $4, $5, $6, now())`,
      [randomUUID(), OWNER_ID, code, why, JSON.stringify(told), told.length],
    );
  }
}

/** Texts that were left as they were, whatever the column. */
const leftAsWritten = async (sql: string) => (await db.query<{ text: string }>(sql)).map(({ text }) => text).toSorted();

const forced = () => db.query(`select relname from pg_class where relname in ('imports') and not relforcerowsecurity`);

describe('the sentences of an import', () => {
  it('read as they did, and have the codes that they had', () => {
    expect(before.imports!.length).toBeGreaterThan(FORMER_FAILURES.length);
    expect(after.imports).toEqual(before.imports);
  });

  it('have their facts where they were ours, and are kept as they were written where not', async () => {
    expect(
      await leftAsWritten(
        `select why_facts ->> 'why.text' as text from imports where why_facts ->> 'why' = 'as_written'`,
      ),
    ).toEqual([UNKNOWN, UNKNOWN]);
    expect(
      await leftAsWritten(`select distinct it -> 'facts' ->> 'why.text' as text from imports, jsonb_array_elements(problems) it
        where it -> 'facts' ->> 'why' = 'as_written'`),
    ).toEqual([UNKNOWN]);
  });
});

it('the rows are locked as before', async () => {
  expect(await forced()).toEqual([]);
});
