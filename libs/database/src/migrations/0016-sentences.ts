import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was said of a follow-up is kept as a code and its facts; the sentence is made when somebody reads it. The sentences that were
 * ours get theirs; what is not known here stays as it was written.
 */
export class Sentences1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await asOwner(runner, async () => {
      await inSlices(runner, LINES, (line) => [whatOf(line.what!), line.why === null ? NOTHING : causeOf(line)]);
      await inSlices(runner, FOLLOW_UPS, ({ why }) => [NOTHING, planOf(why!)]);
    });
    await runner.query(DONE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORMER_COLUMNS);
    await asOwner(runner, () => runner.query(AS_CODES));
    await runner.query(WITHOUT_CODES);
  }
}

const COLUMNS = `
alter table follow_ups add column why_code text, add column why_facts jsonb not null default '{}';
alter table follow_up_ledger
  add column what_code text, add column what_facts jsonb not null default '{}',
  add column why_code text, add column why_facts jsonb not null default '{}';
`;
const DONE = `
alter table follow_ups alter column why_code set not null, drop column why;
alter table follow_up_ledger alter column what_code set not null, drop column what, drop column why;
`;

const FORMER_COLUMNS = `
alter table follow_ups add column why text;
alter table follow_up_ledger add column what text, add column why text;
`;
/** Only the code is left of what has one. */
const AS_CODES = `
update follow_ups set why = coalesce(why_facts ->> 'text', why_code);
update follow_up_ledger set what = coalesce(what_facts ->> 'text', replace(what_code, '_', ' ')),
  why = coalesce(why_facts ->> 'text', why_facts ->> 'said', why_facts ->> 'words', why_code);
`;
const WITHOUT_CODES = `
alter table follow_ups alter column why set not null, drop column why_code, drop column why_facts;
alter table follow_up_ledger alter column what set not null,
  drop column what_code, drop column what_facts, drop column why_code, drop column why_facts;
`;

/** Row level security is forced: without this an owner who is no superuser would change nothing. And no version rises: nothing is changed. */
async function asOwner(runner: QueryRunner, work: () => Promise<unknown>): Promise<void> {
  await runner.query('alter table follow_ups no force row level security, disable trigger raise_version');
  await runner.query('alter table follow_up_ledger no force row level security');
  await work();
  await runner.query('alter table follow_ups force row level security, enable trigger raise_version');
  await runner.query('alter table follow_up_ledger force row level security');
}

interface Row {
  id: string;
  by: string | null;
  what: string | null;
  why: string | null;
}

interface Slices {
  /** After the id that is the first argument, in order. */
  read: string;
  write: string;
  first: string;
}

const LINES: Slices = {
  read: 'select id::text, by, what, why from follow_up_ledger where id > $1 order by id limit 5000',
  write: `update follow_up_ledger l set what_code = s.what_code, what_facts = s.what_facts, why_code = s.why_code, why_facts = s.why_facts
    from jsonb_to_recordset($1) as s (id bigint, what_code text, what_facts jsonb, why_code text, why_facts jsonb) where l.id = s.id`,
  first: '0',
};
const FOLLOW_UPS: Slices = {
  read: 'select id::text, null as by, null as what, why from follow_ups where id > $1 order by id limit 5000',
  write: `update follow_ups f set why_code = s.why_code, why_facts = s.why_facts
    from jsonb_to_recordset($1) as s (id uuid, why_code text, why_facts jsonb) where f.id = s.id`,
  first: '00000000-0000-0000-0000-000000000000',
};

async function inSlices(
  runner: QueryRunner,
  { read, write, first }: Slices,
  saidOf: (row: Row) => [what: Said | null, why: Said | null],
): Promise<void> {
  let rows: Row[] = await runner.query(read, [first]);
  while (rows.length > 0) {
    const said = rows.map((row) => {
      const [what, why] = saidOf(row);
      return { id: row.id, ...columnsOf('what', what), ...columnsOf('why', why) };
    });
    await runner.query(write, [JSON.stringify(said)]);
    rows = await runner.query(read, [rows.at(-1)!.id]);
  }
}

const columnsOf = (name: string, said: Said | null) => ({
  [`${name}_code`]: said?.[0] ?? null,
  [`${name}_facts`]: said?.[1] ?? {},
});

type Facts = Record<string, string | number | boolean | null>;
type Said = [code: string, facts: Facts];
/** Null: it is another sentence after all. */
type Reads = (found: RegExpExecArray) => Said | null;
type Pattern = [text: string | RegExp, said: string | Said | Reads];

const NOTHING = null;
const asWritten = (text: string): Said => ['as_written', { text }];

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

const within = (name: string, [code, facts]: Said): Facts => ({
  [name]: code,
  ...Object.fromEntries(Object.entries(facts).map(([key, fact]) => [`${name}.${key}`, fact])),
});

/** What was done: the words were a code with blanks, but for these. */
const WHATS: Pattern[] = [
  ['planned and held', ['planned_and_held', { until: null }]],
  [/^planned and held until (\S+)$/, ([, until]) => ['planned_and_held', { until: until! }]],
  [/^moved to (\S+)$/, ([, at]) => ['moved_to', { at: at! }]],
  [/^sent in the digest of (\S+)$/, ([, date]) => ['sent_in_digest', { date: date! }]],
  [
    /^(planned|drafted|skipped|planned again|extended|back to draft|approved|edited|snoozed|held|resumed|to be sent at once|to be sent again|marked as sent|restored|cancelled|done|moved|sending|put back|retrying|unconfirmed|failed|sent|answered)$/,
    ([, what]) => [what!.replaceAll(' ', '_'), {}],
  ],
];

const whatOf = (what: string): Said => read(what, WHATS) ?? asWritten(what);

const REASONS: Pattern[] = [
  ['The application was deleted.', 'application_deleted'],
  ['The contact was deleted.', 'contact_deleted'],
  ['The application has another contact now.', 'contact_changed'],
  ['The contact has no e-mail address.', 'no_address'],
  ['Nobody reads mail at this address: it only sends.', ['unread_address', { address: null }]],
  [/^Nobody reads mail at (\S+): it only sends\.$/, ([, address]) => ['unread_address', { address: address! }]],
  ['The contact is marked as do not contact.', 'do_not_contact'],
  ["The contact's address does not take mail: an earlier letter came back.", 'address_bounced'],
  ['The contact wrote to you in the meantime.', 'contact_wrote'],
  ['You wrote to the contact yourself in the meantime.', 'candidate_wrote'],
  ['The application is no longer rejected.', 'no_longer_rejected'],
  ['No rejection of theirs stands any more.', 'no_rejection_stands'],
  ['The settings ask for none.', 'not_asked_for'],
  ['They gave their reasons; no need to ask.', 'reasons_given'],
  ['No reason of theirs stands any more, so there is nothing to thank for.', 'reasons_taken_back'],
  ['You accepted an offer.', 'offer_accepted'],
  ['The rejection came too long ago; a letter now would seem odd.', 'too_late'],
  ['The rejection came more than 14 days ago; a letter now would seem odd.', ['too_late', { when: 'planned' }]],
  ['By the time it could go, a letter would seem odd.', ['too_late', { when: 'free' }]],
  ['The vacancy closed again.', 'closed_again'],
  ['A contact with an address was found.', 'contact_found'],
  ['The application is no longer at a stage with an interview ahead.', 'no_longer_interview'],
  ['The interview was taken away.', 'interview_gone'],
  ['The interview was moved to another time.', 'interview_moved'],
  ['The interview is over.', 'interview_over'],
  ['The application is no longer in process.', 'no_longer_in_process'],
  ['The vacancy was seen open again.', 'seen_open'],
  ['No contact at the company is warm any more.', 'no_warm_contact'],
  ['None of the new roles is there any more.', 'roles_gone'],
  ['You are not looking for work at the moment.', 'not_looking'],
  ['Letters after a rejection are switched off in the settings.', 'disabled'],
  ['There is no name to sign with; set yours under /api/v1/me.', ['sender_missing', { missing: 'name' }]],
  ['There is no address to write from; set yours under /api/v1/me.', ['sender_missing', { missing: 'address' }]],
  [
    'There is neither a name to sign with nor an address to write from; set yours under /api/v1/me.',
    ['sender_missing', { missing: 'name_and_address' }],
  ],
  ['There is no address to remind you at; set yours under /api/v1/me.', ['address_missing', { for: 'reminders' }]],
  [
    /^There is no (name) to write from; set yours under \/api\/v1\/me\.$/,
    ([, missing]) => ['sender_part_missing', { missing: missing! }],
  ],
  [
    'The mail server refuses our mail. One is tried again every hour; when it is taken, this one goes on.',
    'mailbox_refused',
  ],
  [
    /^The mail server refuses our mail, whoever it is for: (.+)$/s,
    ([, said]) => ['mailbox_refused', within('last', answerOf(said!))],
  ],
  ['An earlier letter to this contact is not answered yet.', 'contact_gap'],
  [
    /^A letter went, or may have gone, to them (?:before|on (\d{4}-\d\d-\d\d)), about an application there that you deleted or a rejection that you took back\. If this is the same one, they have been asked\.$/,
    ([, at]) => ['written_before', { at: at ?? null }],
  ],
  [
    /^A letter went to (them|this address) on (\d{4}-\d\d-\d\d), about an application there that you deleted( or a rejection that you took back)?\. If this is the same one, they have been asked\.$/,
    ([, to, at, orTakenBack]) => ['letter_went', { to: to!, at: at!, orTakenBack: orTakenBack !== undefined }],
  ],
  ['You want to see every letter before it goes.', 'not_approved'],
  ['The application is no longer in the interview stage.', 'no_longer_interview_stage'],
  ['No application with this contact is rejected any more.', 'no_application_rejected'],
  ['The rejection was recorded anew.', 'recorded_anew'],
  ['The interview was scheduled anew.', 'interview_scheduled_anew'],
];

const cooldown = (until: string | undefined) => ({ cooldownUntil: until ?? null });

const PLANS: Pattern[] = [
  ['Turned down after talking to a person: one polite question.', ['one_question', { theyWrote: false }]],
  [
    'Turned down after talking to a person: one polite question. They wrote something, and no reason is named yet; name one, and it becomes a thank-you.',
    ['one_question', { theyWrote: true }],
  ],
  ['They gave their reasons: a thank-you.', 'thanks'],
  [
    /^Turned down at "([a-z]+)", before a person was involved; there is nobody to ask\.$/,
    ([, stage]) => ['no_human_contact', { stage: stage! }],
  ],
  ['Another letter to this contact has not gone yet; one is enough.', 'already_pending'],
  ['Another letter to this contact has not gone yet, so this one waits for your yes.', 'beside_another'],
  ['Your words were written for another letter, so read them once more.', 'for_another_letter'],
  [
    'It was to go to somebody else; your words are kept, so read them once more.',
    ['for_somebody_else', { hasWords: true }],
  ],
  ['It was to go to somebody else; read it, and let it go.', ['for_somebody_else', { hasWords: false }]],
  ['Some distance first, then a look from outside.', 'some_distance'],
  ['There is nobody with a working address to write to; finding one keeps the door open.', 'nobody_to_write_to'],
  ['A contact stays warm when somebody says hello.', 'stays_warm'],
  ['Time goes on and teams change: a look at what is open there now.', 'teams_change'],
  ['Half a year on, teams change.', 'half_year_on'],
  ['An interview is scheduled: the evening before is for preparing.', 'evening_before'],
  [
    /^The vacancy is open again\.(?: Their cooldown runs until (\d{4}-\d\d-\d\d)\.)?$/,
    ([, until]) => ['open_again', cooldown(until)],
  ],
  [
    /^A draft to the same contact, for you to approve\.(?: Their cooldown runs until (\d{4}-\d\d-\d\d)\.)?( The words that you wrote for the earlier one are kept\.)?$/,
    ([, until, kept]) => ['draft_for_you', { ...cooldown(until), wordsKept: kept !== undefined }],
  ],
  ['The posting is gone while your application is in process.', 'posting_gone'],
  [/^A related role is advertised: (.+)\.$/s, ([, title]) => ['related_role', { title: title! }]],
  ['The job board has been gone for 30 days. Nothing counts as closed.', 'board_gone'],
  [/^(?:A new role|(\d+) new roles) appeared at (.+)\.$/s, ([, total, rest]) => newRoles(Number(total ?? 1), rest!)],
  [
    /^(\d+) rejections in a row: time to look for the pattern instead of sending the next application\.$/,
    ([, length]) => ['streak', { length: Number(length) }],
  ],
];

const WAITS = ' is a warm contact. The last word of them is less than a week old, so this one waits';

function newRoles(total: number, rest: string): Said | null {
  const waits = rest.endsWith(WAITS);
  const whom = waits ? rest.slice(0, -WAITS.length) : rest.replace(/ is a warm contact$/, '');
  const split = whom.lastIndexOf(', where ');
  if (whom === rest || split < 0) return null;
  return ['new_roles', { total, company: whom.slice(0, split), contact: whom.slice(split + 8), waits }];
}

const CAUSES: Pattern[] = [
  ['by_candidate', 'by_candidate'],
  [
    /^It is (draft|waiting|held|sending|retrying|unconfirmed|sent|answered|bounced|failed|cancelled|skipped|done) again\.$/,
    ([, state]) => ['restored_as', { state: state! }],
  ],
  ['The one before it was restored.', 'one_before_restored'],
  ['The time it was held for is over.', 'time_of_hold_over'],
  ['What it was held for is over.', 'hold_over'],
  ['There is an address to write from now.', 'address_there'],
  ['What was missing of whom it is from is there now.', 'sender_there'],
  ['What ended it is over; it waits for your yes.', ['end_over', { state: 'draft' }]],
  ['What ended it is over.', ['end_over', { state: 'waiting' }]],
  ['What ended it is over; it is held.', ['end_over', { state: 'held' }]],
  ['It stays as it is.', 'stays_as_it_is'],
  ['The interview lies ahead again.', 'interview_ahead_again'],
  [/^The last touch moved; now due (\S+)\.$/, ([, dueAt]) => ['touch_moved', { dueAt: dueAt! }]],
  [/^The settings changed; now due (\S+)\.$/, ([, dueAt]) => ['settings_changed', { dueAt: dueAt! }]],
  [
    /^The settings or the contact changed; now due (\S+)\.$/,
    ([, dueAt]) => ['settings_or_contact_changed', { dueAt: dueAt! }],
  ],
  [
    /^The interview is at (\S+) now; due (\S+)\.$/,
    ([, interviewAt, dueAt]) => ['interview_at', { interviewAt: interviewAt!, dueAt: dueAt! }],
  ],
  [/^The time zone changed; due (\S+)\.$/, ([, dueAt]) => ['zone_changed', { dueAt: dueAt! }]],
  [
    /^(?:A new role|(\d+) new roles) appeared at (.+)\.$/s,
    ([, total, company]) => ['more_roles', { total: Number(total ?? 1), company: company! }],
  ],
  [/^Try (\d+)\.$/, ([, number]) => ['try', { number: Number(number) }]],
  [/^The cap of (\d+) letters a day is reached\.$/, ([, cap]) => ['cap_reached', { cap: Number(cap) }]],
  [
    'Another letter to this address is being sent; looked at again when it is known what became of it.',
    'another_being_sent',
  ],
  ['Outside the sending window; moved to the next one.', 'outside_window'],
  ['Other letters go before it; some time between them.', 'others_first'],
  ['Other letters go before it until the sending window ends; moved to the next one.', 'others_until_window_ends'],
  ['Another letter has just gone; some time between them.', 'another_just_gone'],
  ['Their address changed while the mail server was being reached; it is made anew.', 'their_address_changed'],
  ['What it was to go with has changed; the mail is made anew.', 'mail_changed'],
  [/^The mail could not be made: (.+)$/s, ([, said]) => ['not_made', { said: said! }]],
];

/** What a mail server came to, our words for it first. */
const ANSWERS: Pattern[] = [
  ['The sender went away after the server began to read; it may have been delivered.', 'sender_went_away'],
  [
    /^Given up after (\d+) tries: (.*)$/s,
    ([, tries, last]) => ['given_up', { tries: Number(tries), ...within('last', answerOf(last!)) }],
  ],
  [
    /^(.*) \(It did not arrive; another letter to this contact has its place by now, and one is enough\.\)$/s,
    ([, last]) => ['place_taken', within('last', answerOf(last!))],
  ],
  [/^It could not be recorded as being sent: (.*)$/s, ([, said]) => ['not_recorded', { said: said! }]],
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

/** Whatever else stands there is what the server said. */
const answerOf = (text: string): Said => read(text, ANSWERS) ?? ['server_said', { said: text }];

const ANSWERED = new Set(['sent', 'retrying', 'failed', 'unconfirmed']);

function causeOf({ by, what, why }: Row): Said {
  const text = why!;
  if (by === 'candidate') return saidByHand(what!, text);
  const cause = read(text, CAUSES);
  if (cause) return cause;
  if (by === 'sender' && (ANSWERED.has(what!) || what!.startsWith('sent in the digest'))) return answerOf(text);
  return nowDueAfter(text) ?? planOf(text);
}

const EDITS = /^(?:(subject)(?:, |$))?(?:(body)(?:, |$))?(?:due (\S+))?$/;

/** The words of the candidate are theirs, whatever they look like. */
function saidByHand(what: string, text: string): Said {
  if (what === 'cancelled') return text === 'by_candidate' ? [text, {}] : ['candidate_said', { words: text }];
  const edits = what === 'edited' || what === 'snoozed' ? EDITS.exec(text) : null;
  if (edits) return ['changed', { subject: Boolean(edits[1]), body: Boolean(edits[2]), dueAt: edits[3] ?? null }];
  return read(text, CAUSES) ?? asWritten(text);
}

function nowDueAfter(text: string): Said | null {
  const [, first, dueAt] = /^(.+) Now due (\S+)\.$/s.exec(text) ?? [];
  const said = first === undefined ? null : read(first, CAUSES);
  return said && [said[0], { ...said[1], ...within('and', ['now_due', { dueAt: dueAt! }]) }];
}

const SKIPPED_FOR =
  /^(?:application_deleted|contact_deleted|contact_changed|no_address|unread_address|do_not_contact|address_bounced|contact_wrote|candidate_wrote|no_longer_rejected|reasons_given|reasons_taken_back|offer_accepted|too_late|closed_again|not_looking|disabled|no_human_contact|already_pending|seen_open): (.+)$/s;

/** One sentence or two, and before it the code that what was skipped was skipped for. */
function planOf(why: string): Said {
  const text = SKIPPED_FOR.exec(why)?.[1] ?? why;
  return planned(text) ?? asWritten(why);
}

const planned = (text: string): Said | null => read(text, PLANS) ?? read(text, REASONS) ?? twoOf(text);

/** The second begins at the end of some sentence of the first. */
function twoOf(text: string): Said | null {
  for (const { index } of text.matchAll(/\. (?=[A-Z])/g)) {
    const first = read(text.slice(0, index + 1), PLANS);
    const second = first && planned(text.slice(index + 2));
    if (first && second) return [first[0], { ...first[1], ...within('and', second) }];
  }
  return null;
}
