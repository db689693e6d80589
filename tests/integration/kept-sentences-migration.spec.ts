/** What was kept in words beside follow-ups reads as it did, and is ours to say in another language. */
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type FormerDatabase, formerDatabase, SCHEMA_0005 } from '../support/former-version.js';
import { columnsOf, contentsOf } from '../support/stored-rows.js';
import {
  FORMER_DELIVERIES,
  FORMER_FAILURES,
  FORMER_MAIL_SERVERS,
  FORMER_PROBLEMS,
  FORMER_SWEEPS,
} from '../support/upgrade/former-kept-sentences.js';

jest.setTimeout(180_000);

/** Of another version, or of nobody. */
const UNKNOWN = 'Nobody of us said this: 日本語.';

let db: FormerDatabase;
let before: Record<string, object[]>;
let after: Record<string, object[]>;
beforeAll(async () => {
  db = await formerDatabase({ ...SCHEMA_0005, goneOnTo: 14 });
  await Promise.all([failedImports(), deliveries(), refusedAccounts(), sweeps()]);
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

async function deliveries(): Promise<void> {
  for (const why of [...FORMER_DELIVERIES, UNKNOWN]) {
    await db.query(
      `insert into webhook_deliveries (id, candidate_id, endpoint_id, event_id, state, due_at, last_why)
       select $1, e.candidate_id, e.id, (select id from events where candidate_id = e.candidate_id
           and not exists (select from webhook_deliveries d where d.event_id = events.id) limit 1), 'failed', now(), $2
       from webhook_endpoints e where e.candidate_id = $3 limit 1`,
      [randomUUID(), why, OWNER_ID],
    );
  }
  await db.query(
    `insert into webhook_endpoints (id, candidate_id, url, event_types, secret_sealed, disabled_at, disabled_why)
     values ($1, $2, 'http://x.example', '{}', 'x', now(), $3)`,
    [randomUUID(), OWNER_ID, UNKNOWN],
  );
}

async function refusedAccounts(): Promise<void> {
  for (const why of FORMER_MAIL_SERVERS) {
    const id = randomUUID();
    await db.query(`insert into candidates (id, settings) values ($1, '{}')`, [id]);
    await db.query(
      `insert into mail_accounts (id, candidate_id, fingerprint, refused_at, why) values ($1, $1, 'x', now(), $2)`,
      [id, why],
    );
  }
}

async function sweeps(): Promise<void> {
  const inPart = `Could not be read: ${UNKNOWN}. Nothing counts as closed; asked again at 2026-11-30T14:27:29.405Z.`;
  for (const why of [...FORMER_SWEEPS, UNKNOWN, inPart]) {
    await db.query(
      `with board as (
         insert into boards (id, provider, slug, last_why) values ($1::uuid, 'greenhouse', $1::text, $2) returning id)
       insert into sweeps (board_id, at, outcome, ms, why) select id, now(), 'failed', 1, $2 from board`,
      [randomUUID(), why],
    );
  }
}

/** Texts that were left as they were, whatever the column. */
const leftAsWritten = async (sql: string) => (await db.query<{ text: string }>(sql)).map(({ text }) => text).toSorted();

const forced = () =>
  db.query(
    `select relname from pg_class where relname in ('boards', 'sweeps', 'imports', 'mail_accounts', 'webhook_deliveries', 'webhook_endpoints') and not relforcerowsecurity`,
  );

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

describe('the sentences of webhooks', () => {
  it('read as they did', () => {
    expect(before.webhook_deliveries!.length).toBeGreaterThan(FORMER_DELIVERIES.length);
    expect(after.webhook_deliveries).toEqual(before.webhook_deliveries);
    expect(after.webhook_endpoints).toEqual(before.webhook_endpoints);
  });

  it('have their codes and facts where they were ours, and are kept as they were written where not', async () => {
    const left = (table: string, column: string) =>
      leftAsWritten(`select coalesce(${column}_facts ->> 'text', ${column}_facts ->> 'why.text') as text from ${table}
        where ${column}_code = 'as_written' or ${column}_facts ->> 'why' = 'as_written' or ${column}_facts ->> 'last' = 'as_written'`);
    expect(await left('webhook_deliveries', 'last_why')).toEqual([UNKNOWN]);
    expect(await left('webhook_endpoints', 'disabled_why')).toEqual([UNKNOWN]);
  });
});

describe('the sentences of boards and their sweeps', () => {
  it('read as they did', () => {
    expect(before.boards!.length).toBeGreaterThan(FORMER_SWEEPS.length);
    expect(after.boards).toEqual(before.boards);
    expect(after.sweeps).toEqual(before.sweeps);
  });

  it('have their codes and facts where they were ours, and are kept as they were written where not', async () => {
    const left = (table: string, column: string) =>
      leftAsWritten(`select fact.value as text from ${table}, jsonb_each_text(${column}_facts) as fact
        where ${column}_code = 'as_written' or ${column}_facts ->> regexp_replace(fact.key, '\\.text$', '') = 'as_written'
          and fact.key like '%.text'`);
    expect(await left('boards', 'last_why')).toEqual([UNKNOWN, UNKNOWN]);
    expect(await left('sweeps', 'why')).toEqual([UNKNOWN, UNKNOWN]);
    expect(await db.query(`select 1 from sweeps where why_facts::text like '%as_written%'`)).toHaveLength(1);
  });
});

describe('what a mail server said of us', () => {
  it('reads as it did', () => {
    expect(before.mail_accounts).toHaveLength(FORMER_MAIL_SERVERS.length);
    expect(after.mail_accounts).toEqual(before.mail_accounts);
  });

  it('has a code of ours, unless they are the words of the server', async () => {
    const theirs = await leftAsWritten(
      `select why_facts ->> 'said' as text from mail_accounts where why_code = 'server_said'`,
    );
    expect(theirs).toEqual(FORMER_MAIL_SERVERS.slice(-1));
  });
});

it('the rows are locked as before', async () => {
  expect(await forced()).toEqual([]);
});
