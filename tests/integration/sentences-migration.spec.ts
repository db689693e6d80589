/** What was said of follow-ups before it was kept as code and facts reads as it did, and is ours to say in another language. */
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type FormerDatabase, formerDatabase, SCHEMA_0005 } from '../support/former-version.js';
import { lineOf, readsNow, type StoredLine, whyOfRow } from '../support/sentences.js';
import { FORMER_PLANS, FORMER_LINES, type FormerLine, THEIR_OWN } from '../support/upgrade/former-sentences.js';

jest.setTimeout(180_000);

interface Read {
  id: string;
  what: string | null;
  why: string | null;
}

const FORMERLY = `select id::text, what, why from follow_up_ledger union all select id::text, null, why from follow_ups`;
const LINES = `select id::text, by, what_code as "whatCode", what_facts as "whatFacts", why_code as "whyCode", why_facts as "whyFacts"
  from follow_up_ledger`;
const PLANS = 'select id::text, why_code as "whyCode", why_facts as "whyFacts" from follow_ups';

/** Of what was skipped the code stood before the sentence. */
const asNow = (why: string | null) => (why === null ? null : readsNow(why));
const inOrder = (rows: Read[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function shownBy(db: FormerDatabase) {
  const lines = await db.query<{ id: string; by: string } & StoredLine>(LINES);
  const plans = await db.query<{ id: string } & Pick<StoredLine, 'whyFacts'> & { whyCode: string }>(PLANS);
  const said = [
    ...lines.map((line) => ({ id: line.id, ...lineOf(line) })),
    ...plans.map((row) => ({ id: row.id, what: null, why: whyOfRow(row) })),
  ];
  return { lines, plans, said: inOrder(said) };
}

describe('an installation that knew no codes', () => {
  let db: FormerDatabase;
  let before: Read[];
  let after: Awaited<ReturnType<typeof shownBy>>;
  beforeAll(async () => {
    db = await formerDatabase(SCHEMA_0005);
    before = inOrder(await db.query<Read>(FORMERLY)).map(({ id, what, why }) => ({ id, what, why: asNow(why) }));
    await db.upgrade();
    after = await shownBy(db);
  });
  afterAll(() => db.drop());

  it('shows what it showed', () => {
    expect(before.length).toBeGreaterThan(500);
    expect(after.said).toEqual(before);
  });

  it('has a code for all of it, and the words of the candidate as words', () => {
    const codes = [
      ...after.lines.flatMap(({ whatCode, whyCode }) => [whatCode, whyCode]),
      ...after.plans.map(({ whyCode }) => whyCode),
    ];
    expect(codes).not.toContain('as_written');
    expect(
      after.lines.filter(({ whyCode }) => whyCode === 'candidate_said').every(({ by }) => by === 'candidate'),
    ).toBe(true);
  });

  it('gives nothing a new version for that, and locks its rows as before', async () => {
    expect(await db.query('select 1 from follow_ups where version <> 1')).toEqual([]);
    const forced = `select relname from pg_class where relname in ('follow_ups', 'follow_up_ledger') and relforcerowsecurity`;
    expect(await db.query(forced)).toHaveLength(2);
  });
});

describe('a sentence of an earlier version', () => {
  let db: FormerDatabase;
  let shown: (StoredLine & { by: string })[];
  let plans: { whyCode: string; whyFacts: StoredLine['whyFacts'] }[];
  const lines = [...FORMER_LINES, ...THEIR_OWN];
  beforeAll(async () => {
    db = await formerDatabase(SCHEMA_0005);
    const [{ id }] = (await db.query<{ id: string }>('select id from follow_ups where candidate_id = $1 limit 1', [
      OWNER_ID,
    ])) as [{ id: string }];
    await db.query('delete from follow_up_ledger');
    for (const [by, what, why] of lines) {
      const values = [OWNER_ID, id, by, what, why];
      await db.query(
        'insert into follow_up_ledger (candidate_id, follow_up_id, by, what, why) values ($1, $2, $3, $4, $5)',
        values,
      );
    }
    const some = await db.query<{ id: string }>('select id from follow_ups order by id limit $1', [
      FORMER_PLANS.length,
    ]);
    for (const [index, why] of FORMER_PLANS.entries()) {
      await db.query('update follow_ups set why = $2 where id = $1', [some[index]!.id, why]);
    }
    await db.upgrade();
    shown = await db.query(`${LINES} order by id`);
    plans = await db.query(`${PLANS} order by id limit ${FORMER_PLANS.length}`);
  });
  afterAll(() => db.drop());

  const at = (line: FormerLine) => shown[lines.indexOf(line)]!;

  it.each(FORMER_LINES)('by %s: %s: %s', (...line) => {
    const of = at(FORMER_LINES.find((other) => other.join() === line.join())!);
    expect(lineOf(of)).toEqual({ what: line[1], why: asNow(line[2]) });
    expect([of.whatCode, of.whyCode, ...Object.values(of.whyFacts)]).not.toContain('as_written');
  });

  it.each(FORMER_PLANS.map((why, index) => [why, index] as const))('of why: %s', (why, index) => {
    expect(whyOfRow(plans[index]!)).toBe(asNow(why));
    expect(plans[index]!.whyCode).not.toBe('as_written');
  });

  it.each(THEIR_OWN)('that is not ours stays as it was written: %s %s: %s', (...line) => {
    const of = at(THEIR_OWN.find((other) => other.join() === line.join())!);
    expect(lineOf(of)).toEqual({ what: line[1], why: line[2] });
    expect(['as_written', 'candidate_said', 'server_said']).toContain(of.whyCode);
  });
});
