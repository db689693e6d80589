/** One row in every table that belongs to candidates, as somebody's. A new table is missing here until it is written down. */
import type { TestDatabase } from './test-database.js';
import { randomUUID } from 'node:crypto';

const AN_ID = () => randomUUID();
const NOW = () => new Date();

/** What a row needs beside its candidate, in the order in which rows refer to each other: `@table` is that table's row. */
const COLUMNS: Record<string, Record<string, unknown>> = {
  credentials: { id: AN_ID, kind: 'token', name: 'test', hash: () => Buffer.from(randomUUID()) },
  companies: { id: AN_ID, name: 'Acme', name_key: 'acme' },
  contacts: { id: AN_ID, name: 'Dana Ito', role: 'recruiter' },
  contact_merges: {
    id: AN_ID,
    contact_id: '@contacts',
    from_id: AN_ID,
    name: 'Dana',
    was_open: true,
    from_was_open: true,
  },
  contact_merge_rows: { merge_id: '@contact_merges', what: 'touch', row_id: AN_ID },
  touches: { id: AN_ID, contact_id: '@contacts', kind: 'note', at: NOW },
  vacancies: { id: AN_ID, company_id: '@companies', title: 'Engineer' },
  vacancy_observations: { id: AN_ID, vacancy_id: '@vacancies', status: 'open', observed_at: NOW },
  applications: { id: AN_ID, company_id: '@companies', vacancy_id: '@vacancies', stage: 'applied' },
  stage_changes: { id: AN_ID, application_id: '@applications', to_stage: 'applied', at: NOW },
  rejections: { id: AN_ID, application_id: '@applications', received_at: NOW, stage: 'applied' },
  reflections: { application_id: '@applications', rejection_id: '@rejections' },
  interviews: { id: AN_ID, application_id: '@applications', scheduled_at: NOW },
  follow_ups: {
    id: AN_ID,
    kind: 'reflection',
    audience: 'candidate',
    state: 'waiting',
    due_at: NOW,
    since: NOW,
    why_code: 'stays_warm',
  },
  follow_up_attempts: { follow_up_id: '@follow_ups', attempt: 1 },
  follow_up_ledger: { follow_up_id: '@follow_ups', by: 'plan', what_code: 'planned' },
  test_letters: { id: AN_ID, follow_up_id: '@follow_ups' },
  webhook_endpoints: { id: AN_ID, url: 'https://hooks.example', event_types: [], secret_sealed: 'x' },
  events: { id: AN_ID, type: 'test', data: {} },
  webhook_deliveries: {
    id: AN_ID,
    endpoint_id: '@webhook_endpoints',
    event_id: '@events',
    state: 'waiting',
    due_at: NOW,
  },
  outbox: { id: AN_ID, type: 'test', data: {} },
  idempotency_keys: { route: 'POST /x', key: 'k', body_hash: () => Buffer.from('x') },
  address_marks: { address_hash: () => Buffer.from('x'), kind: 'dead', at: NOW },
  deletions: { subject: 'company', subject_id: AN_ID, purge_at: NOW },
  watches: { id: AN_ID, board_id: '@boards', vacancy_id: '@vacancies' },
  sightings: {
    id: AN_ID,
    vacancy_id: '@vacancies',
    board_id: '@boards',
    kind: 'open',
    observed_at: NOW,
    posting_id: '1',
    title: 'Engineer',
  },
  imports: { id: AN_ID, format: 'linkedin', file: () => Buffer.from('x'), timezone: 'UTC' },
  page_readings: { id: AN_ID, url: 'https://acme.example/', address_key: 'https://acme.example/' },
  mail_accounts: { id: '@candidates', fingerprint: 'x' },
  samples: {},
  new_role_notes: { id: AN_ID, board_id: '@boards', announced_at: NOW, told_apart: '[]' },
};

export const OWNED_TABLES = Object.keys(COLUMNS);

/** As the superuser; the board is everybody's. */
export async function oneRowEach(db: TestDatabase, candidateId: string, boardId: string): Promise<void> {
  const made: Record<string, unknown> = { boards: boardId, candidates: candidateId };
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const row = Object.entries(columns).map(([name, value]) => [name, valueOf(value, made)] as const);
    const all = [['candidate_id', candidateId] as const, ...row];
    await db.query(
      `insert into ${table} (${all.map(([name]) => name).join(', ')}) values (${all.map((_, at) => `$${at + 1}`).join(', ')})`,
      all.map(([, value]) => value),
    );
    made[table] = row.find(([name]) => name === 'id')?.[1];
  }
}

function valueOf(value: unknown, made: Record<string, unknown>): unknown {
  if (typeof value === 'function') return value();
  return typeof value === 'string' && value.startsWith('@') ? made[value.slice(1)] : value;
}
