/** What a database holds, for comparing: whole tables as they are, and follow-ups by whom and what they are about. */
import { formerly } from './former-sentences.js';
import { lineOf, type StoredLine } from './sentences.js';
import type { TestDatabase } from './test-database.js';

/** By table. */
export type Columns = Record<string, string[]>;
export type Contents = Record<string, { columns: string[]; rows: string[] }>;

export async function columnsOf(db: TestDatabase): Promise<Columns> {
  const found = await db.query<{ table: string; columns: string[] }>(
    `select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not in ('migrations', 'worker_heard') group by 1`,
  );
  return Object.fromEntries(found.map(({ table, columns }) => [table, columns]));
}

/** Tables and columns that are called differently now, by what they were called. */
const RENAMED: Record<string, { table: string; columns: Record<string, string> }> = {
  api_tokens: { table: 'credentials', columns: { token_hash: 'hash' } },
};

export async function contentsOf(db: TestDatabase, columns: Columns): Promise<Contents> {
  const contents: Contents = {};
  const all = await columnsOf(db);
  for (const [name, of] of Object.entries(columns)) {
    const sentences = formerly(name, of);
    if (sentences !== null) {
      const found = await db.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t`);
      const rows = found.map(({ row }) => JSON.stringify(onlyOf(of, { ...row, ...sentences(row) })));
      contents[name] = { columns: of, rows: rows.toSorted() };
      continue;
    }
    const { table, columns: now } = name in all ? { table: name, columns: {} } : RENAMED[name]!;
    const list = of.map((column) => `"${(now as Record<string, string>)[column] ?? column}" as "${column}"`).join(', ');
    const rows = await db.query<{ row: string }>(
      `select to_jsonb(r)::text as row from (select ${list} from ${table}) r order by 1`,
    );
    contents[name] = { columns: of, rows: rows.map(({ row }) => row) };
  }
  return contents;
}

const onlyOf = (columns: string[], row: Record<string, unknown>) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

export interface Stored {
  id: string;
  candidateId: string;
  contactId: string | null;
  /** Whose contact it is about, before the @ of their first address; the last word of the vacancy's title without one. */
  who: string;
  kind: string;
  audience: string;
  state: string;
  heldWhy: string | null;
  dueAt: Date;
  subject: string | null;
  body: string | null;
  messageId: string | null;
  createdAt: Date;
  rejectionId: string | null;
  interviewId: string | null;
  chosenAt: Date | null;
  approvedAt: Date | null;
  editedAt: Date | null;
  endedBy: string | null;
  endedWhy: string | null;
  priorState: string | null;
  ledger: { at: Date; by: string; what: string; why: string | null }[];
}

/** In the order in which they were planned. */
export async function followUpsOf(db: TestDatabase): Promise<Stored[]> {
  const rows = await db.query<Stored>(
    `select f.id, f.candidate_id as "candidateId", f.contact_id as "contactId", f.kind, f.audience, f.state, f.held_why as "heldWhy",
       f.due_at as "dueAt", f.subject, f.body, f.message_id as "messageId", f.created_at as "createdAt",
       f.rejection_id as "rejectionId", f.interview_id as "interviewId", f.chosen_at as "chosenAt", f.approved_at as "approvedAt",
       f.edited_at as "editedAt", f.ended_by as "endedBy", f.ended_why as "endedWhy", f.prior_state as "priorState",
       coalesce(lower(split_part(c.email, '@', 1)), substring(v.title from '\\S+$'), '') as who, '[]'::jsonb as ledger
     from follow_ups f left join contacts c on c.id = f.contact_id
       left join applications a on a.id = f.application_id left join vacancies v on v.id = a.vacancy_id
     order by f.created_at, f.id`,
  );
  const lines = await db.query<{ followUpId: string; at: Date; by: string } & StoredLine>(
    `select follow_up_id as "followUpId", at, by, what_code as "whatCode", what_facts as "whatFacts",
       why_code as "whyCode", why_facts as "whyFacts" from follow_up_ledger order by id`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { followUpId, at, by, ...said } of lines) byId.get(followUpId)!.ledger.push({ at, by, ...lineOf(said) });
  return rows;
}

/** The one of this kind; the last where there are several. */
export function the(rows: readonly Stored[], who: string, kind: string): Stored {
  const found = rows.findLast((row) => row.who === who && row.kind === kind);
  if (!found) throw new Error(`There is no ${kind} of ${who}.`);
  return found;
}
