import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Told {
  table: string;
  kind: string;
  /** Columns; without a candidate: whom it concerns is found by whoever hears it. */
  candidate?: string;
  id?: string;
  application?: string;
  contact?: string;
  /** The trigger's own condition, and the kind of write. */
  on?: string;
  when?: string;
}

const TOLD: readonly Told[] = [
  { table: 'applications', kind: 'application', application: 'id', contact: 'contact_id' },
  { table: 'stage_changes', kind: 'application', id: 'application_id', application: 'application_id' },
  {
    table: 'rejections',
    kind: 'application',
    id: 'application_id',
    application: 'application_id',
    contact: 'contact_id',
  },
  { table: 'interviews', kind: 'interview', application: 'application_id' },
  { table: 'follow_ups', kind: 'follow_up', application: 'application_id', contact: 'contact_id' },
  { table: 'follow_up_ledger', kind: 'follow_up', id: 'follow_up_id' },
  { table: 'contacts', kind: 'contact', contact: 'id' },
  { table: 'touches', kind: 'contact', id: 'contact_id', contact: 'contact_id' },
  { table: 'companies', kind: 'company' },
  { table: 'vacancies', kind: 'vacancy' },
  { table: 'vacancy_observations', kind: 'vacancy', id: 'vacancy_id' },
  { table: 'watches', kind: 'board', id: 'board_id' },
  { table: 'candidates', kind: 'settings', candidate: 'id' },
  { table: 'mail_accounts', kind: 'settings' },
  { table: 'imports', kind: 'import' },
  { table: 'webhook_endpoints', kind: 'webhook_endpoint' },
  { table: 'webhook_deliveries', kind: 'webhook_endpoint', id: 'endpoint_id' },
  { table: 'credentials', kind: 'session' },
  // A fact that waits for its handler is nobody's business yet.
  { table: 'outbox', kind: 'message', on: 'update', when: 'old.parked_at is distinct from new.parked_at' },
  // Its lease is nobody's business.
  {
    table: 'boards',
    kind: 'board',
    candidate: 'null',
    on: 'update',
    when: `(old.next_sweep_at, old.last_sweep_at, old.last_outcome, old.last_why, old.open_postings)
      is distinct from (new.next_sweep_at, new.last_sweep_at, new.last_outcome, new.last_why, new.open_postings)`,
  },
];

/**
 * What is written is said to whoever writes it, as a message beside the answer (`libs/database/src/changes/`): no statement more, and
 * nothing is kept. Only connections that ask for it (`app.tells`) hear it.
 */
export class ToldChanges1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const told of TOLD) await runner.query(telling(told));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of TOLD) {
      await runner.query(`drop trigger tells on ${table}`);
      await runner.query(`drop function tell_${table}()`);
    }
  }
}

/** Of a row that went from one contact to another both are told. */
function telling({ table, kind, candidate = 'candidate_id', id = 'id', application, contact, on, when }: Told): string {
  const column = (name?: string) => (name === undefined || name === 'null' ? `'-'` : `coalesce(it.${name}::text, '-')`);
  const told = [candidate, id, application, contact].map(column).join(', ');
  const say = `raise info using message = concat_ws(' ', 'told', '${kind}', ${told});`;
  const ofBoth = contact !== undefined && contact !== 'id' && contact !== id;
  return `
create function tell_${table}() returns trigger language plpgsql as $$
declare
  it record;
begin
  if tg_op = 'DELETE' then it := old; else it := new; end if;
  ${say}
  ${ofBoth ? `if tg_op = 'UPDATE' and old.${contact} is distinct from new.${contact} then it := old; ${say} end if;` : ''}
  return null;
end $$;
create trigger tells after ${on ?? 'insert or update or delete'} on ${table} for each row
  when (current_setting('app.tells', true) = 'on'${when === undefined ? '' : ` and ${when}`})
  execute function tell_${table}();
`;
}
