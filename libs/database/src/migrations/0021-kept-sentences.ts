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
    for (const kept of KEPT) await asSaid(runner, kept);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const kept of KEPT) await asText(runner, kept);
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

interface Kept {
  table: string;
  /** Of the text that was, and of its code and facts with `_code` and `_facts` after it. */
  column: string;
  saidIn: (text: string) => Said;
}

const KEPT: readonly Kept[] = [
  { table: 'webhook_deliveries', column: 'last_why', saidIn: (text) => read(text, DELIVERIES) ?? asWritten(text) },
  { table: 'webhook_endpoints', column: 'disabled_why', saidIn: (text) => read(text, DELIVERIES) ?? asWritten(text) },
  {
    table: 'mail_accounts',
    column: 'why',
    saidIn: (text) => read(text, MAIL_SERVERS) ?? ['server_said', { said: text }],
  },
];

async function asSaid(runner: QueryRunner, { table, column, saidIn }: Kept): Promise<void> {
  await runner.query(
    `alter table ${table} add column ${column}_code text, add column ${column}_facts jsonb not null default '{}'`,
  );
  await asOwner(runner, table, async () => {
    for (let after: string | undefined = FIRST_UUID; after !== undefined;) {
      const rows: { id: string; text: string }[] = await runner.query(
        `select id::text, ${column} as text from ${table} where id >= $1 and ${column} is not null and ${column}_code is null
         order by id limit 5000`,
        [after],
      );
      const said = rows.map(({ id, text }) => {
        const [code, facts] = saidIn(text);
        return { id, code, facts };
      });
      await runner.query(
        `update ${table} t set ${column}_code = s.code, ${column}_facts = s.facts
         from jsonb_to_recordset($1) as s (id uuid, code text, facts jsonb) where t.id = s.id`,
        [JSON.stringify(said)],
      );
      after = rows.at(-1)?.id;
    }
  });
  await runner.query(`alter table ${table} drop column ${column}`);
}

/** Only the code is left of what has one. */
async function asText(runner: QueryRunner, { table, column }: Kept): Promise<void> {
  await runner.query(`alter table ${table} add column ${column} text`);
  await asOwner(runner, table, () =>
    runner.query(
      `update ${table} set ${column} = coalesce(${column}_facts ->> 'text', ${column}_facts ->> 'said', ${column}_code)
       where ${column}_code is not null`,
    ),
  );
  await runner.query(`alter table ${table} drop column ${column}_code, drop column ${column}_facts`);
}

/** What a request of ours that was not made, or not answered, came to. */
const CONNECTIONS: Pattern[] = [
  [
    /^The host "([^"]*)" cannot be resolved\. Check its spelling\.$/,
    ([, host]) => ['host_unresolvable', { host: host! }],
  ],
  [
    /^The host "([^"]*)" does not lead to a public address\. An operator who trusts it can add it to OUTBOUND_ALLOW\.$/,
    ([, host]) => ['address_not_public', { host: host! }],
  ],
  [
    /^"([^"]*)" is not http or https\. Use a plain http:\/\/ or https:\/\/ URL\.$/,
    ([, scheme]) => ['url_not_http', { since: 'scheme', scheme: scheme! }],
  ],
  ['This is not a URL. Use a plain http:// or https:// URL.', ['url_not_http', { since: 'no_url' }]],
  [
    'A URL with a user name or password in it is not accepted. Use a plain http:// or https:// URL.',
    ['url_not_http', { since: 'credentials' }],
  ],
  ['Port 0 cannot be connected to. Use a plain http:// or https:// URL.', ['url_not_http', { since: 'port' }]],
  ['it closed the connection without an answer', 'closed_without_answer'],
];

// Webhooks.

const NOT_DELIVERED: Pattern[] = [
  ...CONNECTIONS,
  ['This is not a sealed secret (v1.<key id>.<nonce>.<ciphertext>.<tag>).', 'not_a_sealed_secret'],
  ['The sealed secret was changed, or belongs to another place. Enter the secret again.', 'sealed_secret_changed'],
  [
    /^The secret was sealed with key (\w+), but REKINDLE_SECRET_KEY is key (\w+)\. Start with the key it was sealed with\.$/,
    ([, key, ours]) => ['sealed_with_another_key', { key: key!, ours: ours! }],
  ],
  [/^([A-Z][A-Z0-9_]+)$/, ([, error]) => ['connection_failed', { error: error! }]],
];

const becauseOf = (text: string): Facts => within('why', read(text, NOT_DELIVERED) ?? asWritten(text));

const DELIVERIES: Pattern[] = [
  ['The endpoint is disabled.', 'endpoint_disabled'],
  ['The receiver said that it is gone (410).', ['receiver_gone', { of: 'delivery' }]],
  ['The receiver answered 410 Gone.', ['receiver_gone', { of: 'endpoint' }]],
  [
    /^(.*); given up after (\d+) attempts$/s,
    ([, last, attempts]) => {
      const said = read(last!, DELIVERIES);
      return said && ['given_up', { attempts: Number(attempts), ...within('last', said) }];
    },
  ],
  ['no answer within the time limit', 'no_answer_in_time'],
  [/^answered (\d+)$/, ([, status]) => ['answered', { status: Number(status) }]],
  [/^answered (\d+); redirects are not followed$/, ([, status]) => ['redirected', { status: Number(status) }]],
  [/^unreachable: (.*)$/s, ([, why]) => ['unreachable', becauseOf(why!)]],
  [/^not sent: (.*)$/s, ([, why]) => ['not_sent', becauseOf(why!)]],
];

// Mail servers: what they said, our words for it first. Whatever else stands there is what the server said.

const MAIL_SERVERS: Pattern[] = [
  ['The sender went away after the server began to read; it may have been delivered.', 'sender_went_away'],
  [
    /^The mail server (\S+) did not accept the user name and password: (.*)$/s,
    ([, server, said]) => ['login_refused', { server: server!, said: said! }],
  ],
  [
    /^The mail server (\S+) takes mail only after a login or over TLS: (.*)$/s,
    ([, server, said]) => ['login_wanted', { server: server!, said: said! }],
  ],
  [/^The mail server (\S+) did not answer in time$/, ([, server]) => ['no_answer_in_time', { server: server! }]],
  [
    /^The mail server (\S+) was not found: (.*)$/s,
    ([, server, said]) => ['server_not_found', { server: server!, said: said! }],
  ],
  [
    /^TLS with the mail server (\S+) failed: (.*)$/s,
    ([, server, said]) => ['tls_failed', { server: server!, said: said! }],
  ],
  [
    /^The mail server (\S+) offers no TLS, so the user name and password were not sent to it\. Use smtps:\/\/ or a server with STARTTLS; \?insecure=true in SMTP_URL allows it without$/,
    ([, server]) => ['no_tls', { server: server! }],
  ],
  [
    /^The mail server (\S+) takes no user name and password, so they were not sent to it: it offers (.*)$/s,
    ([, server, said]) => ['no_login', { server: server!, said: said! }],
  ],
  [/^The mail server (\S+) closed the connection$/, ([, server]) => ['connection_closed', { server: server! }]],
  [
    /^The conversation with the mail server (\S+) failed: (.*)$/s,
    ([, server, said]) => ['conversation_failed', { server: server!, said: said! }],
  ],
];

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
