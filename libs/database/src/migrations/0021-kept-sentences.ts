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
    await runner.query('drop trigger tells on boards');
    for (const kept of KEPT) await asSaid(runner, kept);
    await runner.query(boardsTold('last_why_code', 'last_why_facts'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger tells on boards');
    for (const kept of KEPT) await asText(runner, kept);
    await runner.query(boardsTold('last_why'));
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
  key: 'uuid' | 'bigint';
  /** Of the text that was, and of its code and facts with `_code` and `_facts` after it. */
  column: string;
  saidIn: (text: string) => Said;
}

const KEPT: readonly Kept[] = [
  {
    table: 'webhook_deliveries',
    key: 'uuid',
    column: 'last_why',
    saidIn: (text) => read(text, DELIVERIES) ?? asWritten(text),
  },
  {
    table: 'webhook_endpoints',
    key: 'uuid',
    column: 'disabled_why',
    saidIn: (text) => read(text, DELIVERIES) ?? asWritten(text),
  },
  {
    table: 'mail_accounts',
    key: 'uuid',
    column: 'why',
    saidIn: (text) => read(text, MAIL_SERVERS) ?? ['server_said', { said: text }],
  },
  { table: 'boards', key: 'uuid', column: 'last_why', saidIn: (text) => read(text, SWEEPS) ?? asWritten(text) },
  { table: 'sweeps', key: 'bigint', column: 'why', saidIn: (text) => read(text, SWEEPS) ?? asWritten(text) },
];

const FIRST = { uuid: FIRST_UUID, bigint: '0' };

async function asSaid(runner: QueryRunner, { table, key, column, saidIn }: Kept): Promise<void> {
  await runner.query(
    `alter table ${table} add column ${column}_code text, add column ${column}_facts jsonb not null default '{}'`,
  );
  await asOwner(runner, table, async () => {
    for (let after: string | undefined = FIRST[key]; after !== undefined;) {
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
         from jsonb_to_recordset($1) as s (id ${key}, code text, facts jsonb) where t.id = s.id`,
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

/** As `0017-told-changes.ts` tells of them. */
function boardsTold(...why: string[]): string {
  const seen = ['next_sweep_at', 'last_sweep_at', 'last_outcome', ...why, 'open_postings'];
  const of = (row: string) => `(${seen.map((column) => `${row}.${column}`).join(', ')})`;
  return `create trigger tells after update on boards for each row
    when (current_setting('app.tells', true) = 'on' and ${of('old')} is distinct from ${of('new')})
    execute function tell_boards()`;
}

/** What a request of ours that was not made, or not answered, came to. */
const REFUSALS: Pattern[] = [
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
];

// Webhooks.

const NOT_DELIVERED: Pattern[] = [
  ...REFUSALS,
  ['it closed the connection without an answer', 'closed_without_answer'],
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

// Boards. What a sweep came to stands within, under `why`.

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
/** A refusal was a part of the sentence, so it began small and had no full stop. */
const saidOfBoard = (text: string): Said => read(text, BOARDS) ?? read(capitalised(text), REFUSALS) ?? asWritten(text);

const because = (code: string, facts: Facts, why: string): Said => [
  code,
  { ...facts, ...within('why', saidOfBoard(why)) },
];

const SWEEPS: Pattern[] = [
  [
    /^(Could not be read|Is not there any more)(?: (\d+) times in a row since (\S+))?: (.*)\. Nothing counts as closed; asked again at (\S+)\.$/s,
    ([, what, times, since, why, nextAt]) =>
      because(
        what === 'Could not be read' ? 'not_read' : 'not_there',
        { times: Number(times ?? 1), since: since ?? null, nextAt: nextAt! },
        why!,
      ),
  ],
  [
    /^No open posting was ever seen here: (.*)\. Nothing can be told of it until one is; check that the address is right\.$/s,
    ([, why]) => because('never_read', {}, why!),
  ],
  [
    /^Only a part could be read: (.*)\. New postings are seen(?:, none counts as missing|; one that is not in it counts as missing only where the board says so of that posting)\.$/s,
    ([, why]) => because('read_in_part', {}, why!),
  ],
  [
    /^The page is not there: (.*)\. Its posting counts as absent, and as closed when that is so twice running\.$/s,
    ([, why]) => because('page_not_there', {}, why!),
  ],
  [
    /^Shows (\d+) postings where there were (\d+)\. Nothing counts as closed until three (?:equal sweeps|sweeps of about this size), 24 hours apart in all, agree\.$/,
    ([, count, before]) => ['fewer_postings', { count: Number(count), before: Number(before) }],
  ],
];

const BOARDS: Pattern[] = [
  [/^it answered (\d+)$/, ([, status]) => ['answered', { status: Number(status) }]],
  ['it answered 304 without being asked for changes', 'not_asked_for_changes'],
  [
    /^it did not answer in full within ([\d.]+) seconds$/,
    ([, seconds]) => ['no_answer_in_time', { seconds: Number(seconds) }],
  ],
  [/^the connection failed \((\w+)\)$/, ([, error]) => ['connection_failed', { error: error! }]],
  ['it closed the connection without an answer', 'closed_without_answer'],
  ['its answer breaks off', 'answer_breaks_off'],
  [
    /^its answer is larger than ([\d.]+) MB$/,
    ([, megabytes]) => ['answer_too_large', { megabytes: Number(megabytes) }],
  ],
  [
    /^it answered in the coding "(.*)", which was not asked for$/s,
    ([, coding]) => ['unknown_coding', { coding: coding! }],
  ],
  ['it redirects to nowhere', 'redirects_nowhere'],
  [
    /^it redirects from (\S+) to (\S+) without https$/,
    ([, from, to]) => ['redirects_without_https', { from: from!, to: to! }],
  ],
  [/^it redirects more than (\d+) times$/, ([, most]) => ['too_many_redirects', { most: Number(most) }]],
  ['whoever runs it asked all readers to wait', 'all_asked_to_wait'],
  ['its robots.txt asks programs like this one not to read this page', 'robots_forbid'],
  ['its robots.txt cannot be had at the moment, so nothing of it is asked for', 'robots_missing'],
  [/^(.*) when asked for its robots\.txt$/s, ([, why]) => because('robots_not_answered', {}, why!)],
  [/^its robots\.txt cannot be read: (.*)$/s, ([, why]) => because('robots_unreadable', {}, why!)],
  ['there is no such board', 'no_such_board'],
  [
    /^"(.*)" is no name of a board at (\w+)$/s,
    ([, slug, provider]) => ['not_a_board', { slug: slug!, provider: provider! }],
  ],
  ['its list is empty, as some providers answer for any name', 'empty_list'],
  ['the page itself says that its job is no longer open', 'says_closed'],
  ['What the board showed could not be stored; the log of the worker says why.', 'not_stored'],
  ['what it answered could not be read', 'unreadable'],
  [
    /^reading it was begun (\d+) times in a row and never came to an end$/,
    ([, times]) => ['unfinished', { times: Number(times) }],
  ],
  [
    /^reading it took more than (\d+) MB of memory$/,
    ([, megabytes]) => ['too_much_memory', { megabytes: Number(megabytes) }],
  ],
  [/^reading it took more than ([\d.]+) seconds$/, ([, seconds]) => ['too_much_time', { seconds: Number(seconds) }]],
  [/^its parser ended without an answer \((\w+)\)$/, ([, how]) => ['parser_ended', { with: how! }]],
  [/^page (\d+): (.*)$/s, ([, page, why]) => because('page_failed', { page: Number(page) }, why!)],
  ['it repeats a page instead of showing the next', 'page_repeated'],
  [
    /^it says it has (\d+) postings and showed (\d+)$/,
    ([, total, shown]) => ['postings_missing', { total: Number(total), shown: Number(shown) }],
  ],
  [/^it lists more than (\d+) postings$/, ([, most]) => ['too_many_postings', { most: Number(most) }]],
  [/^it lists more than (\d+) postings at once$/, ([, most]) => ['too_many_at_once', { most: Number(most) }]],
  [/^it shows more than (\d+) MB$/, ([, most]) => ['too_many_megabytes', { most: Number(most) }]],
  [/^it has more than (\d+) pages$/, ([, most]) => ['too_many_pages', { most: Number(most) }]],
  ['it took too long to show all its pages', 'too_slow'],
  [/^none of its postings can be read: (.*)$/s, ([, why]) => because('no_posting_readable', {}, why!)],
  [
    /^posting (\d+) was left out: (\S+) is not what it should be$/,
    ([, number, member]) => ['posting_left_out', { number: Number(number), member: member === 'it' ? null : member! }],
  ],
  [
    /^posting (\d+) \((.*)\) has no title$/s,
    ([, number, id]) => ['posting_without_title', { number: Number(number), id: id! }],
  ],
  [/^(\d+) JSON-LD block\(s\) could not be read$/, ([, blocks]) => ['markup_left_out', { blocks: Number(blocks) }]],
  ['it answered with nothing', 'nothing'],
  ['it answered a web page instead of its feed', 'web_page'],
  ['it answered a web page that is deeper than any is', 'web_page_too_deep'],
  ['it answered a web page that breaks off', 'web_page_breaks_off'],
  ['it answered more XML elements than any board has', 'xml_too_long'],
  ['it answered XML that is deeper than any board is', 'xml_too_deep'],
  [/^it answered something else than its feed \(<(.*)>\)$/s, ([, root]) => ['xml_of_another_kind', { root: root! }]],
  ['it answered XML that breaks off', 'xml_breaks_off'],
  ['it answered more pieces of JSON than any board has', 'json_too_long'],
  ['it answered JSON that is broken or breaks off', 'json_broken'],
  ['it answered JSON that holds no list of postings', 'json_without_list'],
  [/^it answered an error instead of its postings: (.*)$/s, ([, said]) => ['error_said', { said: said! }]],
  ['it answered something else than its feed, and no list of jobs either', 'no_feed_and_no_list'],
  ['its page shows its jobs in a way that cannot be read', 'jobs_not_readable'],
  [
    /^the page shows the board "([^"]*)" at (\w+), and neither it nor its address says which posting is meant: give the address of the posting itself$/s,
    ([, slug, provider]) => ['shows_board', { slug: slug!, provider: provider!, postingId: null }],
  ],
  [
    /^the page shows the board "([^"]*)" at (\w+): posting (.*) is watched there from now on, unless the page showed one of its own before$/s,
    ([, slug, provider, postingId]) => ['shows_board', { slug: slug!, provider: provider!, postingId: postingId! }],
  ],
  [
    /^the page shows no JobPosting markup(?:, and| and) (.*), so whether it is open cannot be told$/s,
    ([, why]) => because('no_markup', {}, why!),
  ],
  [
    'the page shows no JobPosting markup and is too long to be proof of anything',
    ['no_markup', { why: 'too_long_for_proof' }],
  ],
  [/^it looks like a (challenge|login) before the page$/, ([, stands]) => ['before_the_page', { stands: stands! }]],
  ['it looks like a notice of maintenance', ['before_the_page', { stands: 'maintenance' }]],
  ['it is too long to be proof of anything', 'too_long_for_proof'],
  ['its JobPosting markup cannot be read', 'markup_not_readable'],
  ['nothing on it says that the job is gone', 'not_said_to_be_gone'],
  ['it says that the job is gone and still offers to apply', 'offers_to_apply'],
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
    /^The first line does not name the column ([A-Za-z ,]+)\. (.+)$/,
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
