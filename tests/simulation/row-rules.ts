/** What must be true of the rows after anything that happened. */
import type { StoredState } from '@app/contracts';
import type { TestDatabase } from '../support/test-database.js';
import type { Model } from './model.js';
import { carries, type Conversation } from './simulated-mail-server.js';
import type { Violation } from './violation.js';

export interface FollowUpRow {
  id: string;
  kind: string;
  audience: 'contact' | 'candidate';
  state: StoredState;
  contactId: string | null;
  applicationId: string | null;
  since: Date;
  createdAt: Date;
  heldWhy: string | null;
  attempt: number;
  why: string;
  ledger: { by: string; what: string; why: string | null }[];
}

export function followUpRows(db: TestDatabase, candidateId: string): Promise<FollowUpRow[]> {
  return db.query<FollowUpRow>(
    `select id, kind, audience, state, contact_id as "contactId", application_id as "applicationId", since,
       created_at as "createdAt", held_why as "heldWhy", attempt, why,
       (select json_agg(json_build_object('by', by, 'what', what, 'why', why) order by l.id)
        from follow_up_ledger l where follow_up_id = f.id) as ledger
     from follow_ups f where candidate_id = $1 order by id`,
    [candidateId],
  );
}

/** What a line on the ledger says of the state after it; null: it stays. */
const SAYS: [RegExp, StoredState | null][] = [
  [/^drafted$/, 'draft'],
  [/^planned$/, 'waiting'],
  [/^planned and held/, 'held'],
  [/^(edited|snoozed|moved)$/, null],
  [/^(approved|resumed|to be sent at once|to be sent again|moved to .*)$/, 'waiting'],
  [/^put back$/, 'waiting'],
  [/^(marked as sent|sent in the digest of .*)$/, 'sent'],
];
const ENDED = new Set<StoredState>(['answered', 'bounced', 'failed', 'cancelled', 'skipped', 'done']);
const CLAIMABLE = new Set<StoredState | undefined>(['waiting', 'retrying', 'held']);

export function rowViolations(rows: FollowUpRow[], model: Model, conversations: readonly Conversation[]): Violation[] {
  return [
    ...rows.flatMap((row) => [...ledgerViolations(row), ...sentViolations(row, model, conversations)]),
    ...crowdViolations(rows),
  ];
}

/** A draft occupies nothing. */
const ON_ITS_WAY = new Set<StoredState>(['waiting', 'held', 'sending', 'retrying']);

function crowdViolations(rows: FollowUpRow[]): Violation[] {
  const letters = rows.filter(({ audience, state }) => audience === 'contact' && ON_ITS_WAY.has(state));
  return [...Map.groupBy(letters, ({ contactId }) => contactId).values()]
    .filter(({ length }) => length > 1)
    .map((list) => ({
      kind: 'doubled',
      what: `${list.length} letters to one contact: ${list.map(({ id }) => id).join(', ')}`,
    }));
}

function ledgerViolations({ id, kind, state, ledger }: FollowUpRow): Violation[] {
  let told: StoredState | undefined;
  for (const { what } of ledger ?? []) {
    if (told !== undefined && ENDED.has(told)) return [wrong(`${kind} ${id} went on after its end: ${what}`)];
    const said = SAYS.find(([pattern]) => pattern.test(what));
    told = said ? (said[1] ?? told) : (what as StoredState);
  }
  const isClaimed = state === 'sending' && CLAIMABLE.has(told);
  return told === state || isClaimed ? [] : [wrong(`${kind} ${id} is ${state}, its ledger says ${told}`)];
}

function sentViolations(row: FollowUpRow, model: Model, conversations: readonly Conversation[]): Violation[] {
  const { id, kind, state } = row;
  const own = conversations.filter((one) => carries(one, id));
  if ((state === 'sent' || state === 'answered') && !own.some(({ kept }) => kept) && !model.followUp(id).markedSent) {
    return [{ kind: 'lost', what: `${kind} ${id} is ${state} and no server has it` }];
  }
  if (state === 'unconfirmed' && !own.some(({ isAsked }) => isAsked)) {
    return [wrong(`${kind} ${id} is unconfirmed and no server asked for it`)];
  }
  return [];
}

/** A refused mailbox is a fact once the refusal is written down; an address that came later was not refused. */
export function learnOfBounces(model: Model, conversations: readonly Conversation[], all: FollowUpRow[]): void {
  for (const {
    rows: [row],
    to,
    ending,
    isRefused,
  } of conversations) {
    if (!row) continue;
    const contact = model.contact(row.contactId);
    const isWritten = all.some(({ id, state }) => id === row.id && state === 'failed');
    if (!contact || ending !== 'noSuchMailbox' || !isRefused || !isWritten || contact.email !== to) continue;
    contact.bounced = true;
    contact.ever.add('address_bounced');
  }
}

const TABLES = ['companies', 'contacts', 'touches', 'vacancies', 'applications', 'rejections', 'follow_ups', 'events'];
TABLES.push('stage_changes', 'outbox', 'follow_up_ledger', 'follow_up_attempts', 'webhook_deliveries');

/** Everything that belongs to one candidate. */
export async function rowsAsText(db: TestDatabase, candidateId: string): Promise<string> {
  const parts = TABLES.map((name) => `select '${name} ' || t::text as line from ${name} t where candidate_id = $1`);
  const all = `select string_agg(line, e'\\n' order by line) as lines from (${parts.join(' union all ')}) rows`;
  const [row] = await db.query<{ lines: string }>(all, [candidateId]);
  return row!.lines;
}

const wrong = (what: string): Violation => ({ kind: 'wrong', what });
