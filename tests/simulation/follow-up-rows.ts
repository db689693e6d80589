/** The rows as they are, read past every policy. */
import type { HeldWhy, StoredState } from '@app/contracts';
import { lineOf, type StoredLine } from '../support/sentences.js';
import type { TestDatabase } from '../support/test-database.js';

export interface FollowUpRow {
  id: string;
  kind: string;
  audience: 'contact' | 'candidate';
  state: StoredState;
  contactId: string | null;
  applicationId: string | null;
  since: Date;
  createdAt: Date;
  dueAt: Date;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
  attempt: number;
  atOnce: boolean;
  whyCode: string;
  /** Which time to say hello it is. */
  occasion: number | null;
  endedBy: string | null;
  /** The code of the reason that ended it, where one is kept. */
  endedWhy: string | null;
  /** Of the interview that it prepares for. */
  interviewAt: Date | null;
  ledger: { at: string; by: string; what: string; whyCode: string | null }[];
}

type Row = Omit<FollowUpRow, 'ledger'> & { ledger: ({ at: string; by: string } & StoredLine)[] };

export async function followUpRows(db: TestDatabase, candidateId: string): Promise<FollowUpRow[]> {
  const rows = await db.query<Row>(
    `select id, kind, audience, state, contact_id as "contactId", application_id as "applicationId", since,
       created_at as "createdAt", due_at as "dueAt", held_why as "heldWhy", held_until as "heldUntil", attempt,
       at_once as "atOnce", why_code as "whyCode", occasion, ended_by as "endedBy", ended_why as "endedWhy",
       coalesce((select scheduled_at from interviews i where i.id = f.interview_id),
         (details ->> 'interviewAt')::timestamptz) as "interviewAt",
       (select coalesce(json_agg(json_build_object('at', at, 'by', by, 'whatCode', what_code,
         'whatFacts', what_facts, 'whyCode', why_code, 'whyFacts', why_facts) order by l.id), '[]')
        from follow_up_ledger l where follow_up_id = f.id) as ledger
     from follow_ups f where candidate_id = $1 order by id`,
    [candidateId],
  );
  const told = ({ at, by, ...line }: Row['ledger'][number]) => ({
    at,
    by,
    what: lineOf(line).what,
    whyCode: line.whyCode,
  });
  return rows.map((row) => Object.assign(row, { ledger: row.ledger.map(told) }));
}

/** Whether every fact was handled, so that what is planned is what follows from them. */
export async function isQuiet(db: TestDatabase, candidateId: string): Promise<boolean> {
  const rows = await db.query('select 1 from outbox where candidate_id = $1 limit 1', [candidateId]);
  return rows.length === 0;
}

const TABLES = ['companies', 'contacts', 'touches', 'vacancies', 'applications', 'rejections', 'follow_ups', 'events'];
TABLES.push('stage_changes', 'outbox', 'follow_up_ledger', 'follow_up_attempts', 'webhook_deliveries');
TABLES.push('interviews', 'address_marks');

/** Everything that belongs to one candidate. */
export async function rowsAsText(db: TestDatabase, candidateId: string): Promise<string> {
  const parts = TABLES.map((name) => `select '${name} ' || t::text as line from ${name} t where candidate_id = $1`);
  const all = `select string_agg(line, e'\\n' order by line) as lines from (${parts.join(' union all ')}) rows`;
  const [row] = await db.query<{ lines: string }>(all, [candidateId]);
  return row!.lines;
}
