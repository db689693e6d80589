import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Told {
  kind: string;
  candidate?: string;
  id?: string;
  application?: string;
  contact?: string;
}

/** As each was told row by row, `0017-told-changes.ts`. */
const TOLD: Record<string, Told> = {
  applications: { kind: 'application', application: 'id', contact: 'contact_id' },
  stage_changes: { kind: 'application', id: 'application_id', application: 'application_id' },
  rejections: { kind: 'application', id: 'application_id', application: 'application_id', contact: 'contact_id' },
  interviews: { kind: 'interview', application: 'application_id' },
  follow_ups: { kind: 'follow_up', application: 'application_id', contact: 'contact_id' },
  follow_up_ledger: { kind: 'follow_up', id: 'follow_up_id' },
  contacts: { kind: 'contact', contact: 'id' },
  touches: { kind: 'contact', id: 'contact_id', contact: 'contact_id' },
  companies: { kind: 'company' },
  vacancies: { kind: 'vacancy' },
  vacancy_observations: { kind: 'vacancy', id: 'vacancy_id' },
  watches: { kind: 'board', id: 'board_id' },
  candidates: { kind: 'settings', candidate: 'id' },
  mail_accounts: { kind: 'settings' },
  imports: { kind: 'import' },
  webhook_endpoints: { kind: 'webhook_endpoint' },
  webhook_deliveries: { kind: 'webhook_endpoint', id: 'endpoint_id' },
  credentials: { kind: 'session' },
};

/** More do not fit in a notification with the others of their transaction. */
const MANY = 20;

/**
 * Rows that a statement makes are said in one message: each message is a write of its own to the connection, and an import makes
 * thousands. What changes or goes does so row by row, and is said so.
 */
export class ToldAtOnce1766100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, told] of Object.entries(TOLD)) {
      await runner.query(again(table, 'update or delete'));
      await runner.query(telling(table, told));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TOLD)) {
      await runner.query(`drop trigger tells_made on ${table}; drop function tell_made_${table}()`);
      await runner.query(again(table, 'insert or update or delete'));
    }
  }
}

const again = (table: string, on: string) => `
drop trigger tells on ${table};
create trigger tells after ${on} on ${table} for each row
  when (current_setting('app.tells', true) = 'on') execute function tell_${table}();
`;

function telling(table: string, { kind, candidate = 'candidate_id', id = 'id', application, contact }: Told): string {
  const column = (name?: string) => (name === undefined ? `'-'` : `coalesce(${name}::text, '-')`);
  const told = [candidate, id, application, contact].map(column).join(', ');
  return `
create function tell_made_${table}() returns trigger language plpgsql as $$
declare
  lines text;
begin
  if (select count(*) from made) > ${MANY} then
    select string_agg(distinct concat_ws(' ', 'told', 'all', ${column(candidate)}), e'\\n') into lines from made;
  else
    select string_agg(concat_ws(' ', 'told', '${kind}', ${told}), e'\\n') into lines from made;
  end if;
  if lines is not null then raise info using message = lines; end if;
  return null;
end $$;
create trigger tells_made after insert on ${table} referencing new table as made for each statement
  when (current_setting('app.tells', true) = 'on') execute function tell_made_${table}();
`;
}
