import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is said beside follow-ups is kept as a code and its facts, too, as `0016-sentences.ts` did with theirs. The sentences that were
 * ours get theirs; what is not known here stays as it was written.
 */
export class KeptSentences1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORT_COLUMNS);
    await asOwner(runner, 'imports', () => imports(runner));
    await runner.query('alter table imports drop column why');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table imports add column why text');
    await asOwner(runner, 'imports', () => runner.query(FORMER_IMPORTS));
    await runner.query('alter table imports drop column why_facts');
  }
}

/** Row level security is forced: without this an owner who is no superuser would change nothing. */
async function asOwner(runner: QueryRunner, table: string, work: () => Promise<unknown>): Promise<void> {
  await runner.query(`alter table ${table} no force row level security`);
  await work();
  await runner.query(`alter table ${table} force row level security`);
}

type Facts = Record<string, string | number | boolean | null>;
type Said = [code: string, facts: Facts];
/** Null: it is another sentence after all. */
type Reads = (found: RegExpExecArray) => Said | null;
type Pattern = [text: string | RegExp, said: string | Said | Reads];

function read(text: string, patterns: readonly Pattern[]): Said | null {
  for (const [pattern, said] of patterns) {
    if (typeof pattern === 'string') {
      if (pattern === text) return typeof said === 'string' ? [said, {}] : (said as Said);
      continue;
    }
    const found = pattern.exec(text);
    const facts = found && (typeof said === 'function' ? said(found) : said);
    if (facts) return facts as Said;
  }
  return null;
}

const asWritten = (text: string): Said => ['as_written', { text }];

const within = (name: string, [code, facts]: Said): Facts => ({
  [name]: code,
  ...Object.fromEntries(Object.entries(facts).map(([key, fact]) => [`${name}.${key}`, fact])),
});

const FIRST_UUID = '00000000-0000-0000-0000-000000000000';

// Imports: a code stood beside each text and stays what it is; a text that is not known stands within, under `why`.

const IMPORT_COLUMNS = `alter table imports add column why_facts jsonb not null default '{}'`;

const FORMER_IMPORTS = `
update imports set
  why = case when why_code is not null then coalesce(why_facts ->> 'why.text', why_code) end,
  problems = (
    select coalesce(jsonb_agg(it - 'facts' || jsonb_build_object('detail', coalesce(it -> 'facts' ->> 'why.text', it ->> 'code'))
      order by at), '[]')
    from jsonb_array_elements(problems) with ordinality as told (it, at));
`;

interface FormerProblem {
  row: number;
  column: string | null;
  code: string;
  detail: string;
}

interface FormerImport {
  id: string;
  why_code: string | null;
  why: string | null;
  problems: FormerProblem[];
}

async function imports(runner: QueryRunner): Promise<void> {
  for (let after: string | undefined = FIRST_UUID; after !== undefined;) {
    const rows: FormerImport[] = await runner.query(
      `select id::text, why_code, why, problems from imports where id > $1 and (why is not null or problems <> '[]')
       order by id limit 500`,
      [after],
    );
    const said = rows.map(({ id, why_code, why, problems }) => ({
      id,
      why_facts: why_code === null ? {} : factsOf(why_code, why ?? why_code, FAILED),
      problems: problems.map(({ detail, ...problem }) => ({
        ...problem,
        facts: factsOf(problem.code, detail, PROBLEMS),
      })),
    }));
    await runner.query(
      `update imports i set why_facts = s.why_facts, problems = s.problems
       from jsonb_to_recordset($1) as s (id uuid, why_facts jsonb, problems jsonb) where i.id = s.id`,
      [JSON.stringify(said)],
    );
    after = rows.at(-1)?.id;
  }
}

function factsOf(code: string, text: string, patterns: readonly Pattern[]): Facts {
  const said = read(text, patterns);
  return said?.[0] === code ? said[1] : within('why', asWritten(text));
}

const EXPORT =
  'Send LinkedIn\'s "Job Applications.csv" as it is exported (Settings, Data privacy, Get a copy of your data).';

const FAILED: Pattern[] = [
  [
    'It could not be recorded. What was recorded stays; the log of the worker names what is wrong.',
    ['internal_error', { of: 'import' }],
  ],
  [
    /^The file has more than ([\d,]+) rows\. Split it, with the first line above each part\.$/,
    ([, most]) => ['too_many_rows', { most: Number(most!.replaceAll(',', '')) }],
  ],
  [`The file is not UTF-8 text. ${EXPORT}`, ['unknown_format', { since: 'encoding' }]],
  [
    /^The first line does not name the column (.+?)\. (.+)$/,
    ([, missing, todo]) => (todo === EXPORT ? ['unknown_format', { since: 'columns', missing: missing! }] : null),
  ],
];

const RULES: Record<string, string> = {
  'must not be blank': 'blank',
  'must have a visible character': 'invisible',
  'must be a single line without control characters': 'several_lines',
  'must be well-formed Unicode': 'broken_unicode',
  'must be an http or https URL': 'not_a_web_address',
  'must not hold a user name or a password': 'url_with_credentials',
};

const PROBLEMS: Pattern[] = [
  [
    /^The row has (\d+) cells, the header has (\d+)\.$/,
    ([, cells, header]) => ['malformed_row', { since: 'cells', cells: Number(cells), header: Number(header) }],
  ],
  [
    /^The row has more than (\d+) stray quotes; what comes after it is not read\.$/,
    ([, most]) => ['malformed_row', { since: 'stray_quotes', most: Number(most) }],
  ],
  [
    /^The row is longer than (\d+) KiB; it and what comes after it are not read\.$/,
    ([, kib]) => ['malformed_row', { since: 'length', kib: Number(kib) }],
  ],
  [
    /^(Company Name|Job Title|Job Url) Too big: expected string to have <=(\d+) characters\.$/,
    ([, column, maximum]) => ['invalid_value', { column: column!, rule: 'too_big', maximum: Number(maximum) }],
  ],
  [
    /^(Company Name|Job Title|Job Url) (must .+)\.$/,
    ([, column, asked]) => {
      const rule = RULES[asked!];
      return rule === undefined ? null : ['invalid_value', { column: column!, rule }];
    },
  ],
  [/^"(.*)" is not a date such as 11\/13\/23, 9:42 AM\.$/s, ([, written]) => ['invalid_date', { written: written! }]],
  [
    /^The time lies in the future in (\S+)\. Check the time zone in \/settings\.$/,
    ([, timezone]) => ['in_the_future', { timezone: timezone! }],
  ],
  // What whoever read the file said of it.
  [/^((?:Invalid|Quote Not Closed).*)\.$/s, ([, said]) => ['malformed_row', { since: 'syntax', said: said! }]],
];
